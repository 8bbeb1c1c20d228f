import { describe, expect, it } from '@jest/globals';
import { headerOf, parseEffortMapping, type EffortMapping } from './effort-mapping.js';

const HEADER = [
  'Key',
  'Date',
  'Hours',
  'First',
  'Last',
  'Labels',
  'Labels',
  'Log Work',
  'Type',
  'Log Work',
  'Twice',
  'Twice',
];
const around = { header: HEADER, categoryKeys: ['ALGORITHMS', 'PEOPLE_PROCESS'] };
const least = { columns: { initiativeKey: 'Key', workedOn: 'Date', amount: 'Hours' } };

const mappingOf = (input: unknown): EffortMapping => {
  const result = parseEffortMapping(input, around);
  if (!result.ok) {
    throw new Error(result.refusals.map(({ message }) => message).join(' '));
  }
  return result.value;
};
const problemsOf = (input: unknown): Record<string, string> => {
  const result = parseEffortMapping(input, around);
  return result.ok
    ? {}
    : Object.fromEntries(result.refusals.map(({ field = [], message }) => [field.slice(1).join('.'), message]));
};

describe('a mapping of timesheets', () => {
  it('needs the initiative, the day and the amount, and takes the rest as it comes', () => {
    expect(mappingOf(least)).toMatchObject({
      source: 'csv',
      lists: {},
      worklogs: null,
      hours: { decimal: null, number: 'HOURS', day: null, week: null, clock: true },
      defaults: {},
      dateFormats: [{ text: 'yyyy-MM-dd' }],
    });
    expect(Object.keys(problemsOf({}))).toEqual(['columns.workedOn', 'columns.amount', 'columns.initiativeKey']);
    expect(problemsOf({ ...least, source: null, worklogs: null, hours: null, split: null })).toEqual({});
  });

  it('takes a default of null for none: what is needed must come from elsewhere', () => {
    const columns = { initiativeKey: 'Key', workedOn: 'Date' };
    expect(Object.keys(problemsOf({ columns, defaults: { amount: null, initiativeRef: null } }))).toEqual([
      'columns.amount',
    ]);
  });

  it('takes the initiative by its key or by its externalRef, or the same one for all rows', () => {
    const columns = { workedOn: 'Date', amount: 'Hours' };
    expect(problemsOf({ columns: { ...columns, initiativeRef: ['Key', 'Type'] } })).toEqual({});
    expect(problemsOf({ columns, defaults: { initiativeKey: 'DEMO-1' } })).toEqual({});
    expect(problemsOf({ columns: { ...least.columns, initiativeRef: 'Type' } })).toEqual({
      'columns.initiativeRef': 'initiativeKey and initiativeRef both name the initiative; keep one of them.',
    });
  });

  it('joins columns only for what may be of several', () => {
    const columns = { ...least.columns, person: ['First', 'Last'], externalId: ['Key', 'Date'] };
    expect(problemsOf({ columns })).toEqual({});
    expect(problemsOf({ columns: { ...columns, amount: ['Hours', 'Type'] } })).toEqual({
      'columns.amount': 'amount takes one column, and these are 2.',
    });
  });

  it('takes every column of a name for a list, and splits cells where it says how', () => {
    expect(mappingOf({ columns: { ...least.columns, labels: 'Labels' } }).lists).toEqual({
      labels: {
        columns: [
          { index: 5, name: 'Labels' },
          { index: 6, name: 'Labels' },
        ],
        separator: null,
      },
    });
    expect(
      mappingOf({ columns: { ...least.columns, labels: ['Labels', 'Type'] }, split: { labels: ';' } }).lists.labels,
    ).toMatchObject({ columns: [{ index: 5 }, { index: 6 }, { index: 8 }], separator: ';' });
    expect(problemsOf({ columns: { ...least.columns, labels: [] } })).toEqual({
      'columns.labels': 'The list of columns is empty.',
    });
    expect(problemsOf({ columns: { ...least.columns, labels: ['Type', 'Tags'] }, split: { labels: '' } })).toEqual({
      'columns.labels.1': expect.stringContaining('no column "Tags"'),
      'split.labels': 'It must be the text that stands between two of them, such as ",".',
    });
    expect(problemsOf({ ...least, split: { labels: ',', note: ',' } })).toEqual({
      'split.labels': 'labels come from nowhere: name their column.',
      'split.note': expect.stringMatching(/^"note" is no list of an entry; there are: labels/),
    });
    expect(problemsOf({ ...least, split: { labels: 3 } })['split.labels']).toContain('It must be the text');
  });

  it('takes worklogs out of their columns, wherever they stand, under names of their own', () => {
    const worklogs = {
      worklogs: 'Log Work',
      columns: {
        initiativeKey: 'Key',
        workedOn: 'Log Work.started',
        amount: 'Log Work.seconds',
        person: 'Log Work.author',
        note: 'Log Work.comment',
      },
    };
    const columns = { ...worklogs.columns, externalId: ['Key', 'Log Work.started'] };
    const mapping = mappingOf({ ...worklogs, columns });
    expect(mapping.worklogs).toEqual({ indexes: [7, 9], name: 'Log Work' });
    expect(headerOf(HEADER, mapping.worklogs).slice(12)).toEqual([
      'Log Work.comment',
      'Log Work.started',
      'Log Work.author',
      'Log Work.seconds',
    ]);
    expect(headerOf(HEADER, null)).toBe(HEADER);
    expect(problemsOf(worklogs)).toEqual({
      'columns.externalId': expect.stringContaining('externalId is needed with worklogs'),
    });
    expect(problemsOf({ ...least, worklogs: 'Worklogs' })).toEqual({
      worklogs: 'worklogs must be the name of a column; the file has no column "Worklogs".',
    });
    expect(problemsOf({ ...least, worklogs: 7 })).toEqual({ worklogs: expect.stringContaining('no column ""') });
  });

  it('is told how hours are written', () => {
    expect(
      mappingOf({ ...least, hours: { decimal: 'COMMA', number: 'SECONDS', day: 7.5, week: '37.5', clock: false } })
        .hours,
    ).toEqual({ decimal: 'COMMA', number: 'SECONDS', day: '7.5', week: '37.5', clock: false });
    expect(mappingOf({ ...least, hours: { decimal: null, day: null, clock: true } }).hours).toMatchObject({
      decimal: null,
      day: null,
      clock: true,
    });
    expect(
      problemsOf({
        ...least,
        hours: { decimal: ',', number: 'DAYS', day: 0, week: [40], clock: 'yes', month: 160 },
      }),
    ).toEqual({
      'hours.month': '"month" is no part of it; there are: decimal, number, day, week, clock.',
      'hours.clock': 'It must be true or false: whether 12:30 are hours and minutes.',
      'hours.decimal': 'It must be one of: POINT, COMMA.',
      'hours.number': 'It must be one of: HOURS, MINUTES, SECONDS.',
      'hours.day': 'It must be the hours of a day, a number above 0 such as 8 or "7.5".',
      'hours.week': 'It must be the hours of a week, a number above 0 such as 8 or "7.5".',
    });
  });

  it('is refused with every problem at once, each with its place', () => {
    expect(problemsOf([])).toEqual({ '': 'The mapping must be a JSON object.' });
    expect(
      problemsOf({
        encoding: 'utf-16',
        source: '\u200b',
        columns: { ...least.columns, unit: 'Twice', mood: 'Type' },
        values: { amount: { column: 'Type', map: { '*': '8' } }, labels: { column: 'Type', map: {} } },
        defaults: { unit: 'POINTS', method: 'GUESSED', categoryKey: 'FUN', externalId: '1', person: 'A\u0000' },
        more: 1,
      }),
    ).toEqual({
      more: expect.stringContaining('"more" is no part of a mapping'),
      encoding: expect.stringContaining('The encoding must be one of'),
      source: 'source must hold 1 to 200 characters that can be seen.',
      'columns.unit': expect.stringContaining('The file has 2 columns "Twice"'),
      'columns.mood': expect.stringMatching(
        /"mood" is no field of an entry of effort; .*externalId, method, labels, components/,
      ),
      'values.amount': 'amount is taken from columns and from values; keep one of them.',
      'values.labels': expect.stringMatching(/"labels" is no field of an entry of effort; .*method\.$/),
      'defaults.unit': '"POINTS" is no unit; it takes one of: HOURS, PERSON_DAYS, FTE_MONTHS.',
      'defaults.method': '"GUESSED" is no method; it takes one of: WORKLOG, COUNTER, MANUAL, ESTIMATED.',
      'defaults.categoryKey': '"FUN" is no categoryKey; it takes one of: ALGORITHMS, PEOPLE_PROCESS.',
      'defaults.externalId': 'externalId tells the entries apart, so it cannot have a default.',
      'defaults.person': expect.stringContaining('person holds characters that cannot be stored'),
    });
    expect(problemsOf({ ...least, source: 5 })['source']).toContain('1 to 200 characters');
    expect(problemsOf({ ...least, source: 'a\u0000' })).toEqual({
      source: 'source holds characters that cannot be stored (NUL, or half of a surrogate pair).',
    });
    expect(mappingOf({ ...least, source: ' Jira \n export ' }).source).toBe('Jira export');
  });
});
