import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { parseMapping } from './mapping.js';
import { readRow } from './read-row.js';

const HEADER = ['Agency', 'Bureau', 'Name', 'Purpose', 'More', 'Stage', 'Thesis', 'Begun', 'Live', 'History', 'Owner'];
const surroundings = {
  today: '2026-03-02' as CalendarDate,
  timeZone: 'America/New_York',
  stageKeys: ['intake', 'poc', 'pilot', 'operate'],
};

const BASIC = {
  dateFormats: ['M/d/yyyy', 'yyyy'],
  columns: { externalRef: ['Agency', 'Bureau', 'Name'], name: 'Name', problem: ['Purpose', 'More'] },
  values: {
    stage: { column: 'Stage', map: { Trial: 'poc', Test: 'pilot', Live: 'operate', Gone: null, '*': 'intake' } },
  },
  enteredOn: { poc: 'Begun', operate: 'Live' },
  defaults: { valueThesis: 'COST' },
};

const CELLS = {
  Agency: 'Labor',
  Bureau: 'Wages',
  Name: 'Triage',
  Purpose: 'Too slow.',
  Stage: 'Live',
  Begun: '1/5/2024',
  Live: '7/1/2024',
};

const read = (cells: Partial<Record<string, string>> = {}, changes: object = {}) => {
  const mapping = parseMapping({ ...BASIC, ...changes }, { header: HEADER, stageKeys: surroundings.stageKeys });
  if (!mapping.ok) {
    throw new Error(JSON.stringify(mapping.refusals));
  }
  const row: Record<string, string | undefined> = { ...CELLS, ...cells };
  return readRow(
    HEADER.map((name) => row[name] ?? ''),
    mapping.value,
    surroundings,
  );
};

const rowOf = (...args: Parameters<typeof read>) => {
  const reading = read(...args);
  if (!reading.ok) {
    throw new Error(JSON.stringify(reading.refusals));
  }
  return reading.row;
};

const refusalsOf = (...args: Parameters<typeof read>): string[] => {
  const reading = read(...args);
  return reading.ok
    ? []
    : reading.refusals.map(({ column, value, reason }) => `${column ?? ''} | ${value ?? ''} | ${reason}`);
};

const warningsOf = (...args: Parameters<typeof read>): string[] => {
  const reading = read(...args);
  return reading.ok ? reading.warnings.map(({ column, reason }) => `${column ?? ''}: ${reason}`) : ['refused'];
};

describe('the texts of a row', () => {
  it('are joined by a slash in the reference and by an empty line elsewhere, without what is blank', () => {
    expect(rowOf({ More: 'And dear.' })).toMatchObject({
      externalRef: 'Labor / Wages / Triage',
      stated: { name: 'Triage', problem: 'Too slow.\n\nAnd dear.' },
    });
    expect(rowOf({ Bureau: '' })).toMatchObject({ externalRef: 'Labor / Triage', stated: { problem: 'Too slow.' } });
  });

  it('stand in one line where they are names, and keep their lines where they are prose', () => {
    expect(rowOf({ Name: 'Triage  of\r\nletters', Purpose: 'Slow.\r\nDear.' })).toMatchObject({
      externalRef: 'Labor / Wages / Triage of letters',
      stated: { name: 'Triage of letters', problem: 'Slow.\nDear.' },
    });
  });

  it('refuse the row where a needed one is blank, too long or cannot be stored: all reasons at once', () => {
    expect(refusalsOf({ Name: 'x'.repeat(201), Purpose: '' })).toEqual([
      `Name | ${'x'.repeat(201)} | name takes at most 200 characters, and this has 201.`,
      'Purpose / More |  | problem is needed, and it is blank.',
    ]);
    expect(refusalsOf({ Purpose: 'a\u0000b' })).toHaveLength(1);
    expect(refusalsOf({ Name: '😀'.repeat(200) })).toEqual([]);
  });

  it('are cut to 500 characters where a refusal shows them', () => {
    const reading = read({ Purpose: 'y'.repeat(10_001) });
    expect(reading.ok ? 0 : reading.refusals[0]?.value).toBe(`${'y'.repeat(499)}…`);
  });
});

describe('a value', () => {
  it('goes through its map, white space aside, and "*" is any other and blank', () => {
    expect(rowOf({ Stage: ' Live ' }).course.stageKey).toBe('operate');
    expect(rowOf({ Stage: 'Odd', Begun: '', Live: '' }).course.stageKey).toBe('intake');
    expect(rowOf({ Stage: '', Begun: '', Live: '' }).course.stageKey).toBe('intake');
  });

  it('refuses the row where its map knows it not and has no "*"', () => {
    const values = { stage: { column: 'Stage', map: { Live: 'operate' } } };
    expect(refusalsOf({ Stage: 'Odd' }, { values })).toEqual([
      'Stage | Odd | The map of stage knows no such value and has no "*".',
    ]);
    expect(refusalsOf({ Stage: '' }, { values })).toEqual(['Stage |  | It is blank, and the map of stage has no "*".']);
    expect(refusalsOf({ Stage: '' }, { values, defaults: { valueThesis: 'COST', stage: 'poc' } })).toEqual([]);
  });

  it('is taken as it stands from a column, and refuses the row where the field knows no such value', () => {
    const columns = { ...BASIC.columns, valueThesis: 'Thesis' };
    expect(rowOf({ Thesis: 'GROWTH' }, { columns }).stated.valueThesis).toBe('GROWTH');
    expect(refusalsOf({ Thesis: 'growth' }, { columns })[0]).toContain('it takes one of: PRODUCTIVITY, COST');
  });

  it('that is blank says nothing, so that a default holds for a new initiative', () => {
    const row = rowOf({ Thesis: '' }, { columns: { ...BASIC.columns, valueThesis: 'Thesis' } });
    expect(row.stated).not.toHaveProperty('valueThesis');
    expect(row.assumed).toEqual({ valueThesis: 'COST' });
  });
});

describe('the dates of a row', () => {
  it('are entries into stages at the start of the day in the zone of the portfolio', () => {
    expect(rowOf().course).toEqual({
      stageKey: 'operate',
      dated: [
        { stageKey: 'poc', enteredAt: '2024-01-05T05:00:00.000Z' },
        { stageKey: 'operate', enteredAt: '2024-07-01T04:00:00.000Z' },
      ],
    });
  });

  it('are skipped where they are missing', () => {
    expect(rowOf({ Begun: '' }).course.dated).toEqual([{ stageKey: 'operate', enteredAt: '2024-07-01T04:00:00.000Z' }]);
    expect(warningsOf({ Begun: '' })).toEqual([]);
  });

  it('are a warning where they cannot be read, and the row is taken without them', () => {
    expect(rowOf({ Begun: 'N/A' }).course.dated).toHaveLength(1);
    expect(warningsOf({ Begun: 'N/A' })).toEqual([
      'Begun: "N/A" is no date by M/d/yyyy, yyyy. The row is imported without it.',
    ]);
  });

  it('are a warning where a spreadsheet made a day of a year', () => {
    expect(rowOf({ Begun: '7/14/1905' }).course.dated).toHaveLength(1);
    expect(warningsOf({ Begun: '7/14/1905' })[0]).toContain('the number 2022');
  });

  it('refuse the row where one is before an earlier stage has been entered, though the stage is not reached', () => {
    expect(refusalsOf({ Begun: '7/2/2024' })).toEqual([
      'Live | 7/1/2024 | operate was entered on 2024-07-01, and poc, which comes before it, on 2024-07-02.',
    ]);
    expect(refusalsOf({ Begun: '7/2/2024', Stage: 'Trial' })).toHaveLength(1);
    expect(refusalsOf({ Begun: '7/1/2024' })).toEqual([]);
  });

  it('are left out, with a warning, where they are of a stage after the one the row states', () => {
    expect(rowOf({ Stage: 'Trial' }).course).toEqual({
      stageKey: 'poc',
      dated: [{ stageKey: 'poc', enteredAt: '2024-01-05T05:00:00.000Z' }],
    });
    expect(warningsOf({ Stage: 'Trial' })[0]).toContain('It dates operate, and the initiative stands in poc');
  });

  it('refuse the row where they lie ahead, unless they are left out', () => {
    expect(refusalsOf({ Live: '3/3/2026' })).toEqual([
      'Live | 3/3/2026 | operate cannot have been entered on 2026-03-03, which lies ahead.',
    ]);
    expect(refusalsOf({ Live: '3/2/2026' })).toEqual([]);
    expect(warningsOf({ Live: '3/3/2026', Stage: 'Trial' })).toHaveLength(1);
  });

  it('say where it stands, when the row does not: in the last one', () => {
    expect(rowOf({ Stage: 'Gone', Live: '' }).course.stageKey).toBe('poc');
    expect(rowOf({ Stage: 'Gone', Begun: '', Live: '' }).course.stageKey).toBeNull();
  });

  it('are a warning where the stage it stands in has none and an earlier one has', () => {
    expect(warningsOf({ Stage: 'Live', Live: '' })).toEqual([
      'Live: There is no date for operate: it counts from the import that first brings it there, and poc until then.',
    ]);
    expect(warningsOf({ Stage: 'Live', Begun: '', Live: '' })).toEqual([]);
  });
});

describe('a whole history', () => {
  const history = (text: string) =>
    [
      { History: text, Stage: '' },
      { enteredOn: {}, values: {}, visits: 'History' },
    ] as const;

  it('is taken with its detours, and ends where the initiative stands', () => {
    expect(rowOf(...history('poc:2025-01-10; intake:5/8/2025 ;poc:2025-05-17;')).course).toEqual({
      stageKey: 'poc',
      dated: [
        { stageKey: 'poc', enteredAt: '2025-01-10T05:00:00.000Z' },
        { stageKey: 'intake', enteredAt: '2025-05-08T04:00:00.000Z' },
        { stageKey: 'poc', enteredAt: '2025-05-17T04:00:00.000Z' },
      ],
    });
  });

  it('refuses the row with all of its faults', () => {
    expect(
      refusalsOf(...history('begun:2025-01-10;poc:soon;pilot:2025-03-01;poc:2025-02-01;operate:2027-01-01')),
    ).toHaveLength(4);
  });

  it('counts against a stage that is said to be another, with a warning', () => {
    const [cells] = history('poc:2025-01-10');
    const changes = { enteredOn: {}, visits: 'History' };
    expect(rowOf({ ...cells, Stage: 'Live' }, changes).course.stageKey).toBe('poc');
    expect(warningsOf({ ...cells, Stage: 'Live' }, changes)).toEqual([
      'History: The history ends in poc, and the stage is said to be operate. The history counts.',
    ]);
  });

  it('that is blank leaves the stage the row states', () => {
    expect(rowOf({ Stage: 'Test' }, { enteredOn: {}, visits: 'History' }).course).toEqual({
      dated: [],
      stageKey: 'pilot',
    });
  });
});
