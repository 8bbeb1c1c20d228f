import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { lastDayOfToken } from './token-term.js';

const TODAY = '2026-03-02' as CalendarDate;
const asked = (day: string | null) => lastDayOfToken(day as CalendarDate | null, TODAY);

describe('the last day of an API token', () => {
  it('is 365 days ahead where none is stated', () => {
    expect(asked(null)).toEqual({ ok: true, value: '2027-03-02' });
  });

  it.each(['2026-03-02', '2027-03-03'])('may be %s', (day) => {
    expect(asked(day)).toEqual({ ok: true, value: day });
  });

  it.each(['2026-03-01', '2027-03-04', '9999-12-31'])('may not be %s', (day) => {
    const message = `expiresOn must be from 2026-03-02 to 2027-03-03, and was ${day}.`;
    expect(asked(day)).toEqual({ ok: false, refusals: [{ code: 'INVALID', message, field: ['input', 'expiresOn'] }] });
  });
});
