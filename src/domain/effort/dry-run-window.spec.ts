import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { dryRunWindow, lastQuarter } from './dry-run-window.js';

const day = (text: string) => text as CalendarDate;
const TODAY = day('2026-05-17');
const asked = (from: string | null) => dryRunWindow(from as CalendarDate | null, TODAY);

describe('the last quarter that is over', () => {
  it.each([
    ['2026-01-01', '2025-10-01', '2025-12-31'],
    ['2026-03-31', '2025-10-01', '2025-12-31'],
    ['2026-04-01', '2026-01-01', '2026-03-31'],
    ['2026-07-01', '2026-04-01', '2026-06-30'],
    ['2026-12-31', '2026-07-01', '2026-09-30'],
  ])('on %s is from %s to %s', (today, from, to) => {
    expect(lastQuarter(day(today))).toEqual({ from, to });
  });
});

describe('the days over which rules are tried', () => {
  it('are the last quarter where none is stated', () => {
    expect(asked(null)).toEqual({ ok: true, value: { from: '2026-01-01', to: '2026-03-31' } });
  });

  it.each(['2026-05-17', '2025-02-03', '1926-05-17'])('are from %s through today where that is stated', (from) => {
    expect(asked(from)).toEqual({ ok: true, value: { from, to: '2026-05-17' } });
  });

  it.each(['2026-05-18', '1926-05-16'])('are not from %s', (from) => {
    const message = `dryRunFrom must be 2026-05-17 or earlier, and at most 100 years ago, and was ${from}.`;
    expect(asked(from)).toEqual({
      ok: false,
      refusals: [{ code: 'INVALID', message, field: ['input', 'dryRunFrom'] }],
    });
  });
});
