import { describe, expect, it } from '@jest/globals';
import { EMPTY_REPORT, reportWith, type RowOutcome } from './report.js';

const remark = { column: 'Name', value: 'x', reason: 'Because.' };
const outcomes = (count: number, from: number, outcome: RowOutcome['outcome'], remarks = [remark]): RowOutcome[] =>
  Array.from({ length: count }, (_, position) => ({ line: from + position, outcome, remarks }));

describe('the report of an import', () => {
  it('counts each row once, whatever there is to say of it', () => {
    const report = reportWith(reportWith(EMPTY_REPORT, outcomes(2, 2, 'CREATED', [])), [
      { line: 4, outcome: 'REFUSED', remarks: [remark, remark] },
      { line: 5, outcome: 'UPDATED', remarks: [remark] },
      { line: 6, outcome: 'UNCHANGED', remarks: [] },
    ]);
    expect(report).toMatchObject({
      rowsRead: 5,
      created: 2,
      updated: 1,
      unchanged: 1,
      refused: 1,
      warnings: 1,
      truncated: false,
    });
    expect(report.rows.map(({ line, level }) => `${line} ${level}`)).toEqual(['4 refused', '4 refused', '5 warning']);
  });

  it('tells of at most 1,000, refusals before warnings, in the order of their lines', () => {
    const warned = reportWith(EMPTY_REPORT, outcomes(1_000, 2, 'CREATED'));
    expect(warned.truncated).toBe(false);
    const report = reportWith(warned, outcomes(2, 5_000, 'REFUSED'));
    expect(report).toMatchObject({ refused: 2, warnings: 1_000, truncated: true });
    expect(report.rows).toHaveLength(1_000);
    expect(report.rows.slice(-2).map(({ line, level }) => `${line} ${level}`)).toEqual([
      '5000 refused',
      '5001 refused',
    ]);
  });
});
