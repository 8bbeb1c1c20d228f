import { describe, expect, it } from '@jest/globals';
import { encodingOf, parseMapping } from './mapping.js';

const surroundings = {
  header: ['Ref', 'Name', 'Purpose', 'Stage', 'Begun', 'Live', 'If Other', 'If Other', 'Agency\n Code'],
  stageKeys: ['intake', 'poc', 'operate'],
};

const fine = {
  encoding: 'latin1',
  dateFormats: ['M/d/yyyy'],
  columns: { externalRef: ['Agency Code', 'Ref'], name: 'Name', problem: 'Purpose' },
  values: { stage: { column: 'Stage', map: { 'In  use': 'operate', '*': 'intake' } } },
  enteredOn: { operate: 'Live', poc: 'Begun' },
  visits: null,
  defaults: { valueThesis: 'PRODUCTIVITY', riskTier: 'HIGH' },
};

const problemsOf = (mapping: unknown): string[] => {
  const result = parseMapping(mapping, surroundings);
  return result.ok ? [] : result.refusals.map(({ field = [] }) => field.slice(1).join('.'));
};

describe('a mapping', () => {
  it('is read with its columns found, and its dated stages in the order of the template', () => {
    const result = parseMapping(fine, surroundings);
    expect(result.ok && result.value.enteredOn).toEqual([
      { stageKey: 'poc', column: { index: 4, name: 'Begun' } },
      { stageKey: 'operate', column: { index: 5, name: 'Live' } },
    ]);
    expect(result.ok && result.value.sources.externalRef).toEqual({
      kind: 'COLUMNS',
      columns: [
        { index: 8, name: 'Agency Code' },
        { index: 0, name: 'Ref' },
      ],
    });
    expect(result.ok && result.value.sources.stage).toMatchObject({
      map: new Map([['In use', 'operate']]),
      other: 'intake',
    });
  });

  it('needs only what an initiative cannot be without', () => {
    expect(problemsOf({ columns: fine.columns, defaults: { valueThesis: 'COST' } })).toEqual([]);
    expect(problemsOf({})).toEqual(['columns.externalRef', 'columns.name', 'columns.problem', 'columns.valueThesis']);
  });

  it('is refused with every problem at once, each with its place', () => {
    expect(
      problemsOf({
        ...fine,
        encoding: 'utf-16',
        dateFormats: ['M/d/yyyy', 'when', 7],
        columns: { ...fine.columns, name: 'Nome', shoeSize: 'Ref', sponsorEmail: 'If Other', businessUnit: [] },
        values: {
          stage: { column: 'Step', map: { a: 'production' } },
          status: { column: 'Stage', map: { a: 'DEAD', b: null }, other: 1 },
          valueThesis: 'COST',
        },
        enteredOn: { pilot: 'Begun', poc: 'Started' },
        defaults: { externalRef: 'x', riskTier: 'HUGE', name: ' ' },
        colums: {},
      }).sort(),
    ).toEqual(
      [
        'colums',
        'encoding',
        'dateFormats.1',
        'dateFormats.2',
        'columns.name',
        'columns.shoeSize',
        'columns.sponsorEmail',
        'columns.businessUnit',
        'values.stage.column',
        'values.stage.map.a',
        'values.status.other',
        'values.status.map.a',
        'values.valueThesis',
        'enteredOn.pilot',
        'enteredOn.poc',
        'defaults.externalRef',
        'defaults.riskTier',
        'defaults.name',
      ].sort(),
    );
  });

  it('names the columns there are where it asks for one that is not there', () => {
    const result = parseMapping({ ...fine, columns: { ...fine.columns, name: 'Nome' } }, surroundings);
    expect(result.ok ? '' : result.refusals[0]?.message).toContain(
      'It has: Ref, Name, Purpose, Stage, Begun, Live, If Other, Agency Code.',
    );
  });

  it('cannot use a column whose name the header has twice', () => {
    const result = parseMapping({ ...fine, columns: { ...fine.columns, businessUnit: 'If Other' } }, surroundings);
    expect(result.ok ? '' : result.refusals[0]?.message).toContain('2 columns "If Other"');
  });

  it('takes no field from two places, and no history beside dates', () => {
    expect(problemsOf({ ...fine, columns: { ...fine.columns, stage: 'Stage' } })).toEqual(['values.stage']);
    expect(problemsOf({ ...fine, visits: 'Live' })).toEqual(['visits']);
    expect(problemsOf({ ...fine, enteredOn: {}, visits: 'Live' })).toEqual([]);
  });

  it.each([null, 'text', 7, []])('is an object, and not %j', (mapping) => {
    expect(problemsOf(mapping)).toEqual(['']);
  });

  it('says the encoding even where all else is wrong', () => {
    expect(encodingOf({ encoding: 'latin1' })).toBe('latin1');
    expect(encodingOf({ encoding: 'utf-16' })).toBe('utf-8');
    expect(encodingOf(null)).toBe('utf-8');
  });
});
