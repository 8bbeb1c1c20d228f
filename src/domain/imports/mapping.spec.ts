import { describe, expect, it } from '@jest/globals';
import { encodingOf, likelySeparator, parseMapping, separatorOf } from './mapping.js';

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

const messagesOf = (mapping: unknown, around = surroundings): Record<string, string> => {
  const result = parseMapping(mapping, around);
  return result.ok
    ? {}
    : Object.fromEntries(result.refusals.map(({ field = [], message }) => [field.slice(1).join('.'), message]));
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

  it('is told of a problem by its path in the arguments', () => {
    const pathsOf = (mapping: unknown) => {
      const result = parseMapping(mapping, surroundings);
      return result.ok ? [] : result.refusals.map(({ field }) => field);
    };
    expect(pathsOf(7)).toEqual([['mapping']]);
    expect(pathsOf({ ...fine, columns: { ...fine.columns, externalRef: ['Ref', 'Nope'] } })).toEqual([
      ['mapping', 'columns', 'externalRef', '1'],
    ]);
    expect(pathsOf({ ...fine, enteredOn: {}, visits: 'Nope' })).toEqual([['mapping', 'visits']]);
  });

  it('takes a value of a map without the space around it', () => {
    const values = { stage: { column: 'Stage', map: { a: ' operate ' } } };
    const result = parseMapping({ ...fine, values }, surroundings);
    expect(result.ok && result.value.sources.stage).toMatchObject({ map: new Map([['a', 'operate']]) });
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

  it('names at most 40 of the columns there are, each once, and counts the others', () => {
    const header = (count: number) => ['', 'C1', ...Array.from({ length: count }, (_, index) => `C${index + 1}`)];
    const about = (count: number) =>
      messagesOf({ ...fine, columns: { name: 'Nome' } }, { ...surroundings, header: header(count) })['columns.name'];
    const first40 = Array.from({ length: 40 }, (_, index) => `C${index + 1}`).join(', ');
    expect(about(40)).toBe(`The file has no column "Nome". It has: ${first40}.`);
    expect(about(42)).toBe(`The file has no column "Nome". It has: ${first40} and 2 more.`);
  });

  it('takes no field from two places, and no history beside dates', () => {
    expect(problemsOf({ ...fine, columns: { ...fine.columns, stage: 'Stage' } })).toEqual(['values.stage']);
    expect(problemsOf({ ...fine, visits: 'Live' })).toEqual(['visits']);
    expect(problemsOf({ ...fine, enteredOn: {}, visits: 'Live' })).toEqual([]);
  });

  it.each([null, 'text', 7, []])('is an object, and not %j', (mapping) => {
    expect(messagesOf(mapping)).toEqual({ '': 'The mapping must be a JSON object.' });
  });

  it.each(['columns', 'values', 'enteredOn', 'defaults'])('has %s as an object, or leaves it out', (part) => {
    expect(messagesOf({ ...fine, [part]: 'all' })[part]).toBe(`${part} must be an object.`);
    expect(messagesOf({ ...fine, [part]: ['all'] })[part]).toBe(`${part} must be an object.`);
    expect(problemsOf({ ...fine, [part]: null })).not.toContain(part);
    expect(problemsOf({ ...fine, [part]: undefined })).not.toContain(part);
  });

  it('may state no encoding, and each that there is', () => {
    expect(problemsOf({ ...fine, encoding: undefined })).toEqual([]);
    expect(problemsOf({ ...fine, encoding: 'utf-8' })).toEqual([]);
    expect(problemsOf({ ...fine, encoding: 'latin1' })).toEqual([]);
  });

  it('may state what separates cells, a comma where it says nothing', () => {
    expect(problemsOf({ ...fine, separator: undefined })).toEqual([]);
    for (const separator of [',', ';', '\t', '|']) {
      expect(problemsOf({ ...fine, separator })).toEqual([]);
      expect(separatorOf({ separator })).toBe(separator);
    }
    expect(problemsOf({ ...fine, separator: ':' })).toEqual(['separator']);
    const told = parseMapping({ ...fine, separator: ':' }, surroundings);
    expect(told.ok ? [] : told.refusals.map(({ message }) => message)).toEqual([
      'The separator must be one of: "," ";" "\\t" "|".',
    ]);
    expect([{}, { separator: ':' }, null, 7].map(separatorOf)).toEqual([',', ',', ',', ',']);
  });

  it('is told what separates cells where the header is read as one', () => {
    expect(likelySeparator(['Tag;Stunden'])).toBe(';');
    expect(likelySeparator(['Tag\tStunden'])).toBe('\t');
    expect(likelySeparator(['Tag|Stunden'])).toBe('|');
    expect(likelySeparator(['Tag,Stunden'])).toBe(',');
    expect(likelySeparator(['Tag'])).toBeNull();
    expect(likelySeparator(['Tag;', 'Stunden'])).toBeNull();
    expect(likelySeparator([])).toBeNull();
  });

  it('reads dates as 2026-01-20 where it states no formats, and else takes a list', () => {
    const read = (dateFormats: unknown) => {
      const result = parseMapping({ ...fine, dateFormats }, surroundings);
      return result.ok && result.value.dateFormats.map((format) => format.text);
    };
    expect(read(undefined)).toEqual(['yyyy-MM-dd']);
    expect(read(null)).toEqual(['yyyy-MM-dd']);
    expect(read(['yyyy', 'M/yyyy'])).toEqual(['yyyy', 'M/yyyy']);
    expect(messagesOf({ ...fine, dateFormats: 'yyyy' })).toEqual({
      dateFormats: 'dateFormats must be a list of formats, such as ["M/d/yyyy", "yyyy-MM-dd"].',
    });
  });

  it('is told what is wrong at each place, and what would be right', () => {
    const messages = messagesOf({
      encoding: 'utf-16',
      dateFormats: [7, 'M/d'],
      columns: { externalRef: 7, name: ' ', problem: [], shoeSize: 'Ref', stage: 'Stage', businessUnit: 'If Other' },
      values: {
        stage: { column: 'Stage', map: { a: 'production', 'In use': 'poc', ' In  use': 'poc', b: '', c: null } },
        riskTier: { column: 'Stage', map: [] },
        valueThesis: { column: 'Stage', map: { a: null, b: 7 }, other: 'COST' },
        hat: { column: 'Stage', map: {} },
      },
      enteredOn: { pilot: 'Begun', poc: 'Begun' },
      visits: 'Live',
      defaults: { externalRef: 'x', name: ' ', sponsorEmail: 7, riskTier: 'HUGE', shoeSize: '42' },
      colums: {},
    });
    const fields =
      'externalRef, name, problem, businessUnit, stage, status, valueThesis, solutionType, investmentClass, riskTier, ownerEmail, sponsorEmail';
    expect(messages).toEqual({
      encoding: 'The encoding must be one of: utf-8, latin1.',
      'dateFormats.0': 'A date format must be a text.',
      'dateFormats.1': '"M/d" needs a year, and a month where it has a day.',
      'columns.externalRef': 'The name of a column must be a text.',
      'columns.name': 'The name of a column must be a text.',
      'columns.problem': 'The list of columns is empty.',
      'columns.shoeSize': `"shoeSize" is no field of an initiative; there are: ${fields}.`,
      'columns.businessUnit':
        'The file has 2 columns "If Other", so it is not clear which one is meant: give them different names.',
      'values.stage': 'stage is taken from columns and from values; keep one of them.',
      'values.stage.map.a': '"production" is no stage; it takes one of: intake, poc, operate.',
      'values.stage.map. In  use': '"In use" stands in the map twice.',
      'values.stage.map.b': 'It must lead to a value of stage.',
      'values.riskTier': 'values.riskTier must be an object with a column and a map.',
      'values.valueThesis.map.a': 'It must lead to a value of valueThesis.',
      'values.valueThesis.map.b': 'It must lead to a value of valueThesis.',
      'values.valueThesis.other': '"other" is no part of it; there are: column, map.',
      'values.hat': `"hat" is no field of an initiative; there are: ${fields}.`,
      'enteredOn.pilot': 'The template has no stage "pilot"; it has: intake, poc, operate.',
      visits: 'visits holds the whole history, so enteredOn has nothing to add: keep one of them.',
      'defaults.externalRef': 'externalRef tells the rows apart, so it cannot have a default.',
      'defaults.name': 'A default must be a text that is not blank.',
      'defaults.sponsorEmail': 'A default must be a text that is not blank.',
      'defaults.riskTier': '"HUGE" is no riskTier; it takes one of: MINIMAL, LIMITED, HIGH.',
      'defaults.shoeSize': `"shoeSize" is no field of an initiative; there are: ${fields}.`,
      colums:
        '"colums" is no part of a mapping; there are: encoding, separator, dateFormats, columns, values, enteredOn, visits, defaults.',
    });
  });

  it('says of a needed field how it could come, and of the reference that it can only be a column', () => {
    expect(messagesOf({})).toEqual({
      'columns.externalRef': 'externalRef is needed and comes from nowhere: name its column.',
      'columns.name': 'name is needed and comes from nowhere: name its column, or give a default.',
      'columns.problem': 'problem is needed and comes from nowhere: name its column, or give a default.',
      'columns.valueThesis': 'valueThesis is needed and comes from nowhere: name its column, or give a default.',
    });
    const values = { name: { column: 'Name', map: { a: 'b' } } };
    expect(problemsOf({ columns: { externalRef: 'Ref', problem: 'Purpose' }, values })).toEqual([
      'columns.valueThesis',
    ]);
  });

  it('takes a default of null for none: what is needed must come from elsewhere', () => {
    const columns = { externalRef: 'Ref', problem: 'Purpose' };
    expect(problemsOf({ ...fine, columns, defaults: { ...fine.defaults, name: null } })).toEqual(['columns.name']);
  });

  it('leaves a default out that is null', () => {
    const result = parseMapping({ ...fine, defaults: { ...fine.defaults, riskTier: null } }, surroundings);
    expect(result.ok && result.value.defaults).toEqual({ valueThesis: 'PRODUCTIVITY' });
  });

  it('says the encoding even where all else is wrong', () => {
    expect(encodingOf({ encoding: 'latin1' })).toBe('latin1');
    expect(encodingOf({ encoding: 'utf-16' })).toBe('utf-8');
    expect(encodingOf(null)).toBe('utf-8');
  });
});
