import { describe, expect, it } from '@jest/globals';
import { effortVocabulary } from './effort-fields.js';
import { parseEffortMapping, type EffortMapping } from './effort-mapping.js';
import { placeOf, readEffortRow } from './read-effort-row.js';

const HEADER = ['Key', 'Date', 'Amount', 'First', 'Last', 'Tag', 'Tag', 'Text', 'Id', 'Unit'];
const CATEGORIES = ['ALGORITHMS', 'PEOPLE_PROCESS'];
const COLUMNS = { initiativeKey: 'Key', workedOn: 'Date', amount: 'Amount' };

const mappingOf = (input: object): EffortMapping => {
  const result = parseEffortMapping(input, { header: HEADER, categoryKeys: CATEGORIES });
  if (!result.ok) {
    throw new Error(result.refusals.map(({ message }) => message).join(' '));
  }
  return result.value;
};
const read = (input: object, cells: Partial<Record<string, string>>) =>
  readEffortRow(
    HEADER.map((name, index) => cells[`${name}${index}`] ?? cells[name] ?? ''),
    mappingOf(input),
    effortVocabulary(CATEGORIES),
    'America/New_York',
  );
const FINE = { Key: 'DEMO-1', Date: '2026-03-02', Amount: '1:30' };

describe('a row of a timesheet', () => {
  it('is an entry in hours, logged in a tool, on nobody and nothing else where it says no more', () => {
    expect(read({ columns: COLUMNS }, FINE)).toEqual({
      entry: {
        initiativeKey: 'DEMO-1',
        categoryKey: null,
        amount: '1.5',
        unit: 'HOURS',
        workedOn: '2026-03-02',
        person: null,
        note: null,
        labels: [],
        components: [],
        ticketType: null,
        projectKey: null,
        connectionId: null,
        method: 'WORKLOG',
      },
      initiativeRef: null,
      externalId: null,
      problems: [],
    });
  });

  it('joins names by a space, notes by an empty line and identifiers by a slash, and leaves out what is blank', () => {
    const columns = { ...COLUMNS, person: ['First', 'Last'], note: ['Text', 'Unit'], externalId: ['Key', 'Id'] };
    const { entry, externalId } = read(
      { columns },
      { ...FINE, First: 'Ada', Last: 'King', Text: 'a\r\nb', Unit: 'c', Id: '7' },
    );
    expect(entry).toMatchObject({ person: 'Ada King', note: 'a\nb\n\nc' });
    expect(externalId).toBe('DEMO-1 / 7');
    expect(read({ columns }, { ...FINE, Last: 'King' }).entry).toMatchObject({ person: 'King', note: null });
  });

  it('takes labels of every column of their name, split where the mapping says so, each once', () => {
    const columns = { ...COLUMNS, labels: 'Tag' };
    const cells = { ...FINE, Tag5: 'ux, training', Tag6: 'ux' };
    expect(read({ columns }, cells).entry.labels).toEqual(['ux, training', 'ux']);
    expect(read({ columns, split: { labels: ',' } }, cells).entry.labels).toEqual(['ux', 'training']);
  });

  it('takes of the ticket what rules classify work by', () => {
    const columns = { ...COLUMNS, components: 'Tag', ticketType: 'Text', projectKey: 'Unit' };
    const cells = { ...FINE, Tag5: 'Model', Tag6: 'API', Text: 'Bug', Unit: 'CLAIMS' };
    expect(read({ columns }, cells).entry).toMatchObject({
      components: ['Model', 'API'],
      ticketType: 'Bug',
      projectKey: 'CLAIMS',
      labels: [],
    });
  });

  it('takes what stands through a map, and the default where the file says nothing', () => {
    const mapping = {
      columns: { ...COLUMNS, person: 'First' },
      values: {
        categoryKey: { column: 'Text', map: { Model: 'ALGORITHMS', Other: null } },
        unit: { column: 'Unit', map: { MD: 'PERSON_DAYS', h: 'HOURS' } },
      },
      defaults: { person: 'The team', unit: 'FTE_MONTHS', method: 'ESTIMATED', categoryKey: 'PEOPLE_PROCESS' },
    };
    expect(read(mapping, { ...FINE, Amount: '2.5', Text: 'Model', Unit: 'MD' }).entry).toMatchObject({
      categoryKey: 'ALGORITHMS',
      amount: '2.5',
      unit: 'PERSON_DAYS',
      person: 'The team',
      method: 'ESTIMATED',
    });
    expect(read(mapping, { ...FINE, Text: 'Other', Unit: 'h', First: 'Ada' }).entry).toMatchObject({
      categoryKey: null,
      amount: '1.5',
      person: 'Ada',
    });
    expect(read(mapping, { ...FINE, Amount: '1' }).entry).toMatchObject({
      unit: 'FTE_MONTHS',
      categoryKey: 'PEOPLE_PROCESS',
    });
    expect(read(mapping, { ...FINE, Text: 'Fun' }).problems).toEqual([
      { part: 'categoryKey', reason: 'The map of categoryKey knows no such value and has no "*".' },
      { part: 'amount', reason: '"1:30" is no number. An amount in FTE_MONTHS is a number alone.' },
    ]);
  });

  it('drops the time of day, and puts an instant on the day of the portfolio', () => {
    const dayOf = (Date: string) =>
      read({ columns: COLUMNS, dateFormats: ['yyyy-MM-dd', 'd/MMM/yy'] }, { ...FINE, Date }).entry.workedOn;
    expect(dayOf('2026-03-02 04:59')).toBe('2026-03-02');
    expect(dayOf('2026-03-02T23:59:59.123')).toBe('2026-03-02');
    expect(dayOf('6/Mar/26 4:59 AM')).toBe('2026-03-06');
    expect(dayOf('2026-03-02, 11:15 p.m.')).toBe('2026-03-02');
    expect(dayOf('2026-03-02T03:00:00Z')).toBe('2026-03-01');
    expect(dayOf('2026-03-02T03:00:00.000+0000')).toBe('2026-03-01');
    expect(dayOf('2026-03-02T03:00:00-05:00')).toBe('2026-03-02');
    expect(dayOf('2026-03-02 25')).toBeNull();
  });

  it('tells all that cannot be read at once', () => {
    const columns = { ...COLUMNS, externalId: 'Id', labels: 'Tag', person: 'First' };
    const { entry, externalId, problems } = read(
      { columns, values: { unit: { column: 'Unit', map: {} } } },
      {
        Date: 'yesterday',
        Amount: '1,234',
        Tag: 'a\u0000',
        First: '\ud800',
      },
    );
    expect(entry).toMatchObject({ initiativeKey: '', amount: null, workedOn: null, unit: 'HOURS' });
    expect(externalId).toBe('');
    expect(problems.map(({ part }) => part)).toEqual([
      'initiativeKey',
      'unit',
      'person',
      'externalId',
      'workedOn',
      'amount',
      'labels',
    ]);
    expect(problems[4]).toEqual({ part: 'workedOn', reason: '"yesterday" is no date by yyyy-MM-dd.' });
    expect(problems[6]?.reason).toBe(
      'labels holds characters that cannot be stored (NUL, or half of a surrogate pair).',
    );
    const { problems: blanks } = read({ columns: COLUMNS }, { Key: 'K' });
    expect(blanks.map(({ part, reason }) => `${part}: ${reason}`)).toEqual([
      'workedOn: workedOn is needed, and it is blank.',
      'amount: amount is needed, and it is blank.',
    ]);
  });

  it('names the initiative by its reference, and a reference that is missing as a missing initiative', () => {
    const columns = { workedOn: 'Date', amount: 'Amount' };
    const byReference = { columns: { ...columns, initiativeRef: ['Key', 'Id'] } };
    expect(read(byReference, { ...FINE, Id: '7' })).toMatchObject({ initiativeRef: 'DEMO-1 / 7', problems: [] });
    expect(read(byReference, { ...FINE, Key: '' }).problems).toEqual([
      { part: 'initiativeKey', reason: 'initiativeRef is needed, and it is blank.' },
    ]);
  });
});

describe('the place of a part of an entry', () => {
  const cells = ['DEMO-1', '2026-03-02', '1:30', 'Ada', 'King', 'ux', 'api', 'x'.repeat(600), '7', 'MD'];
  const mapping = mappingOf({
    columns: { ...COLUMNS, person: ['First', 'Last'], note: 'Text', labels: 'Tag' },
    values: { unit: { column: 'Unit', map: { '*': 'HOURS' } } },
  });

  it('is the columns that say it, with what is written there', () => {
    expect(placeOf('amount', cells, mapping)).toEqual({ column: 'Amount', value: '1:30' });
    expect(placeOf('person', cells, mapping)).toEqual({ column: 'First / Last', value: 'Ada / King' });
    expect(placeOf('labels', cells, mapping)).toEqual({ column: 'Tag', value: 'ux / api' });
    expect(placeOf('unit', cells, mapping)).toEqual({ column: 'Unit', value: 'MD' });
    expect(placeOf('note', cells, mapping).value).toHaveLength(500);
  });

  it('is the reference where that names the initiative, and nowhere for what no column says', () => {
    const columns = { workedOn: 'Date', amount: 'Amount' };
    const byReference = mappingOf({ columns: { ...columns, initiativeRef: 'Key' } });
    expect(placeOf('initiativeKey', cells, byReference)).toEqual({ column: 'Key', value: 'DEMO-1' });
    expect(placeOf('labels', cells, byReference)).toEqual({ column: null, value: null });
    expect(placeOf('source', cells, mapping)).toEqual({ column: null, value: null });
  });
});
