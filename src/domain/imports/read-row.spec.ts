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

const mapped = (cells: Partial<Record<string, string>> = {}, changes: object = {}) => {
  const mapping = parseMapping({ ...BASIC, ...changes }, { header: HEADER, stageKeys: surroundings.stageKeys });
  if (!mapping.ok) {
    throw new Error(JSON.stringify(mapping.refusals));
  }
  const row: Record<string, string | undefined> = { ...CELLS, ...cells };
  return { mapping: mapping.value, cells: HEADER.map((name) => row[name] ?? '') };
};

const read = (...args: Parameters<typeof mapped>) => {
  const { mapping, cells } = mapped(...args);
  return readRow(cells, mapping, surroundings);
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
    expect(rowOf({ Name: 'Triage  of\r\nletters', Purpose: ' Slow.\r\nDear.\rOld. ' })).toMatchObject({
      externalRef: 'Labor / Wages / Triage of letters',
      stated: { name: 'Triage of letters', problem: 'Slow.\nDear.\nOld.' },
    });
  });

  it('refuse the row where a needed one is blank, too long or cannot be stored: all reasons at once', () => {
    expect(refusalsOf({ Name: 'x'.repeat(201), Purpose: '' })).toEqual([
      `Name | ${'x'.repeat(201)} | name takes at most 200 characters, and this has 201.`,
      'Purpose / More |  | problem is needed, and it is blank.',
    ]);
    expect(refusalsOf({ Purpose: 'a\u0000b' })).toEqual([
      'Purpose / More | a\u0000b | problem holds characters that cannot be stored (NUL, or half of a surrogate pair).',
    ]);
    expect(refusalsOf({ Name: '😀'.repeat(200) })).toEqual([]);
  });

  it('are cut to 500 characters where a refusal shows them', () => {
    const reading = read({ Purpose: 'y'.repeat(10_001) });
    expect(reading.ok ? 0 : reading.refusals[0]?.value).toBe(`${'y'.repeat(499)}…`);
    const whole = read({ Name: 'x'.repeat(500) });
    expect(whole.ok ? [] : whole.refusals.map(({ value }) => value)).toContain('x'.repeat(500));
  });

  it('are cut to 500 characters where a warning shows them', () => {
    const reading = read({ Begun: 'z'.repeat(600) });
    expect(reading.ok && reading.warnings.map(({ value }) => value)).toEqual([`${'z'.repeat(499)}…`]);
  });

  it('are blank where a row is shorter than the header', () => {
    const { mapping, cells } = mapped();
    expect(readRow(cells.slice(0, 4), mapping, surroundings)).toMatchObject({
      ok: true,
      row: { stated: { problem: 'Too slow.' }, course: { stageKey: 'intake', dated: [] } },
    });
  });

  it('tell who is refused as far as it can be told', () => {
    expect(read({ Purpose: '' })).toMatchObject({ ok: false, externalRef: 'Labor / Wages / Triage' });
    const ofRef = { columns: { ...BASIC.columns, externalRef: 'More' } };
    expect(read({}, ofRef)).toEqual({
      ok: false,
      externalRef: null,
      refusals: [{ column: 'More', value: '', reason: 'externalRef is needed, and it is blank.' }],
    });
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
    expect(refusalsOf({ Thesis: 'growth' }, { columns })).toEqual([
      'Thesis | growth | "growth" is no valueThesis; it takes one of: PRODUCTIVITY, COST, GROWTH, RISK_REDUCTION, EXPERIENCE.',
    ]);
    expect(refusalsOf({ Thesis: 'GROWTH\n COST' }, { columns })[0]).toContain('| "GROWTH COST" is no valueThesis');
    expect(refusalsOf({ Thesis: 'x'.repeat(61) }, { columns })[0]).toContain(`"${'x'.repeat(59)}…" is no valueThesis`);
  });

  it('of a stage is one of the template, from a column as well', () => {
    const changes = { columns: { ...BASIC.columns, stage: 'Stage' }, values: {} };
    expect(rowOf({ Stage: 'pilot', Live: '' }, changes).course.stageKey).toBe('pilot');
    expect(refusalsOf({ Stage: 'Live' }, changes)).toEqual([
      'Stage | Live | "Live" is no stage; it takes one of: intake, poc, pilot, operate.',
    ]);
  });

  it('that may be missing and is blank says nothing', () => {
    const row = rowOf({ Owner: '' }, { columns: { ...BASIC.columns, ownerEmail: 'Owner' } });
    expect(row.stated).not.toHaveProperty('ownerEmail');
  });

  it('that a map leads to none says so', () => {
    const values = { ...BASIC.values, businessUnit: { column: 'Bureau', map: { Wages: null } } };
    expect(rowOf({}, { values }).stated).toHaveProperty('businessUnit', null);
  });

  it('that is unknown to its map is refused although there is a default', () => {
    const values = { stage: { column: 'Stage', map: { Live: 'operate' } } };
    expect(refusalsOf({ Stage: 'Odd' }, { values, defaults: { valueThesis: 'COST', stage: 'poc' } })).toHaveLength(1);
  });

  it('of a new initiative is the default, where it stands included', () => {
    const row = rowOf({}, { defaults: { valueThesis: 'COST', stage: 'poc' } });
    expect(row).toMatchObject({ assumed: { valueThesis: 'COST' }, assumedStage: 'poc' });
    expect(row.assumed).not.toHaveProperty('stage');
    expect(rowOf().assumedStage).toBeNull();
    expect(row.stated).not.toHaveProperty('stage');
    expect(row.stated).not.toHaveProperty('externalRef');
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
    expect(warningsOf({ Begun: '7/14/1905' })).toEqual([
      'Begun: "7/14/1905" is how a spreadsheet shows the number 2022 as a date; the year was meant. The row is imported without it.',
    ]);
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
    expect(warningsOf({ Stage: 'Trial' })).toEqual([
      'Live: It dates operate, and the initiative stands in poc, which comes before. The date is left out.',
    ]);
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
    expect(rowOf({ Stage: 'Gone', Begun: '', Live: '' }).course).toEqual({ stageKey: null, dated: [] });
  });

  it('are a warning where the stage it stands in has none and an earlier one has', () => {
    expect(warningsOf({ Stage: 'Live', Live: '' })).toEqual([
      'Live: There is no date for operate: it counts from the import that first brings it there, and poc until then.',
    ]);
    expect(warningsOf({ Stage: 'Live', Begun: '', Live: '' })).toEqual([]);
    expect(warningsOf({ Stage: 'Test', Live: '' })).toEqual([
      ': There is no date for pilot: it counts from the import that first brings it there, and poc until then.',
    ]);
  });

  it('are shown as they were written, and cut where they are long', () => {
    const reading = read({ Begun: 'z'.repeat(101) });
    expect(reading.ok && reading.warnings).toEqual([
      {
        column: 'Begun',
        value: 'z'.repeat(101),
        reason: `"${'z'.repeat(99)}…" is no date by M/d/yyyy, yyyy. The row is imported without it.`,
      },
    ]);
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
    const text = 'begun:2025-01-10;poc:soon;pilot:2025-03-01;poc:2025-02-01;operate:2027-01-01;poc;poc:7/14/1905';
    expect(refusalsOf(...history(text))).toEqual(
      [
        '"begun:2025-01-10" begins with no stage of the template; it has: intake, poc, pilot, operate.',
        '"poc:soon" has no date that can be read after the colon.',
        '"poc" has no date that can be read after the colon.',
        '"poc:7/14/1905" has no date that can be read after the colon.',
        'The history goes back from 2025-03-01 to 2025-02-01.',
        'operate cannot have been entered on 2027-01-01, which lies ahead.',
      ].map((reason) => `History | ${text} | ${reason}`),
    );
  });

  it.each(['poc:on 2025-01-10', 'poc:2025-01-10 or so'])('takes a date alone, and not %s', (text) => {
    expect(refusalsOf(...history(text))).toHaveLength(1);
  });

  it('may stay a day in a stage', () => {
    expect(rowOf(...history('poc:2025-01-10;pilot:2025-01-10')).course.dated).toHaveLength(2);
  });

  it('takes a date with colons in it, and white space around', () => {
    const [cells, changes] = history('poc : 2025:1:10 ;; ');
    expect(rowOf(cells, { ...changes, dateFormats: ['yyyy:M:d'] }).course).toEqual({
      stageKey: 'poc',
      dated: [{ stageKey: 'poc', enteredAt: '2025-01-10T05:00:00.000Z' }],
    });
  });

  it('shows the first 100 characters of an entry that it cannot read', () => {
    expect(refusalsOf(...history(`poc:${'z'.repeat(100)}`))[0]).toContain(`"poc:${'z'.repeat(95)}…" has no date`);
    expect(refusalsOf(...history('x'.repeat(101)))[0]).toContain(`"${'x'.repeat(99)}…" begins with no stage`);
  });

  it('counts against a stage that is said to be another, with a warning', () => {
    const [cells] = history('poc:2025-01-10');
    const changes = { enteredOn: {}, visits: 'History' };
    expect(rowOf({ ...cells, Stage: 'Live' }, changes).course.stageKey).toBe('poc');
    expect(warningsOf({ ...cells, Stage: 'Live' }, changes)).toEqual([
      'History: The history ends in poc, and the stage is said to be operate. The history counts.',
    ]);
    const reading = read({ ...cells, Stage: 'Live' }, changes);
    expect(reading.ok && reading.warnings.map(({ value }) => value)).toEqual(['poc:2025-01-10']);
    expect(warningsOf({ ...cells, Stage: 'Trial' }, changes)).toEqual([]);
    expect(warningsOf({ ...cells, Stage: 'Gone' }, changes)).toEqual([]);
  });

  it('that is blank leaves the stage the row states', () => {
    expect(rowOf({ Stage: 'Test' }, { enteredOn: {}, visits: 'History' }).course).toEqual({
      dated: [],
      stageKey: 'pilot',
    });
  });
});
