import { describe, expect, it } from '@jest/globals';
import { EFFORT_REPORTING } from './effort-reporting.js';

describe('the report of an import of timesheets', () => {
  it('counts every status a row of effort can come to, and says so in words', () => {
    const report = EFFORT_REPORTING.with(EFFORT_REPORTING.empty, [
      { line: 2, outcome: 'RECORDED', remarks: [] },
      { line: 3, outcome: 'DUPLICATE', remarks: [] },
      { line: 4, outcome: 'DUPLICATE', remarks: [] },
      { line: 5, outcome: 'CORRECTED', remarks: [] },
      { line: 6, outcome: 'QUEUED', remarks: [] },
      { line: 7, outcome: 'REFUSED', remarks: [{ column: 'Hours', value: '0', reason: 'No.' }] },
    ]);
    expect(report).toMatchObject({
      rowsRead: 6,
      recorded: 1,
      duplicates: 2,
      corrected: 1,
      queued: 1,
      refused: 1,
      warnings: 0,
    });
    expect(report.rows).toEqual([{ line: 7, level: 'refused', column: 'Hours', value: '0', reason: 'No.' }]);
    expect(EFFORT_REPORTING.summary(report)).toBe('1 recorded, 2 duplicates, 1 corrected, 1 queued, 1 refused');
  });
});
