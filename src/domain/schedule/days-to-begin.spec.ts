import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateAt, startOfDay, type CalendarDate } from '../basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import { daysBehind, daysToBegin, lastBegun, type PortfolioDays } from './days-to-begin.js';

const at = (text: string): Instant => text as Instant;
const day = (text: string): CalendarDate => text as CalendarDate;

const portfolio = (timeZone: string, begunThrough: string | null): PortfolioDays => ({
  timeZone,
  createdAt: at('2026-03-01T09:00:00.000Z'),
  begunThrough: begunThrough === null ? null : day(begunThrough),
});

describe('the days of a portfolio that are to begin', () => {
  it('are none while its calendar shows a day that has begun', () => {
    expect(daysToBegin(portfolio('UTC', '2026-03-02'), at('2026-03-02T23:59:59.999Z'))).toEqual([]);
  });

  it('are the next one from its midnight on', () => {
    expect(daysToBegin(portfolio('UTC', '2026-03-02'), at('2026-03-03T00:00:00.000Z'))).toEqual(['2026-03-03']);
  });

  it('are all that were missed, in order', () => {
    expect(daysToBegin(portfolio('UTC', '2026-02-26'), at('2026-03-02T12:00:00.000Z'))).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
  });

  it('come at the midnights of each time zone, not at one for all', () => {
    const now = at('2026-03-02T11:00:00.000Z');
    expect(daysToBegin(portfolio('Pacific/Auckland', '2026-03-02'), now)).toEqual(['2026-03-03']);
    expect(daysToBegin(portfolio('America/Los_Angeles', '2026-03-02'), now)).toEqual([]);
  });

  it('begin after the day of creation where none has begun: never with the beginning of time', () => {
    const young = portfolio('Europe/Berlin', null);
    expect(lastBegun(young)).toBe('2026-03-01');
    expect(daysToBegin(young, at('2026-03-01T22:59:59.999Z'))).toEqual([]);
    expect(daysToBegin(young, at('2026-03-01T23:00:00.000Z'))).toEqual(['2026-03-02']);
  });

  it('are none when the clock was put back', () => {
    const days = portfolio('UTC', '2026-03-09');
    expect(daysToBegin(days, at('2026-03-02T09:00:00.000Z'))).toEqual([]);
    expect(daysBehind(days, at('2026-03-02T09:00:00.000Z'))).toBe(0);
  });

  it('begin at the first instant of the day also where the clocks change, at midnight too', () => {
    for (const [timeZone, date] of [
      ['Europe/Berlin', '2026-03-29'],
      ['Europe/Berlin', '2026-10-25'],
      ['America/Los_Angeles', '2026-11-01'],
      // At midnight of these days the clocks jump to one o'clock, or back to eleven.
      ['America/Santiago', '2026-09-06'],
      ['America/Santiago', '2026-04-05'],
    ] as const) {
      const days = portfolio(timeZone, addDays(day(date), -1));
      const midnight = startOfDay(day(date), timeZone);
      expect(daysToBegin(days, instantOf(millisecondsOf(midnight) - 1))).toEqual([]);
      expect(daysToBegin(days, midnight)).toEqual([date]);
    }
  });

  it('are each begun once, however often and when one looks', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 90 * 86_400_000 }), { minLength: 1, maxLength: 30 });
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata');
    fc.assert(
      fc.property(instants, zones, (offsets, timeZone) => {
        const begun: CalendarDate[] = [];
        let days = portfolio(timeZone, '2026-02-28');
        const looks = offsets.toSorted((a, b) => a - b).map((ms) => instantOf(Date.parse('2026-03-01') + ms));
        for (const now of looks) {
          const next = daysToBegin(days, now);
          begun.push(...next);
          days = { ...days, begunThrough: next.at(-1) ?? days.begunThrough };
        }
        const whole = Array.from({ length: begun.length }, (_, index) => addDays(day('2026-03-01'), index));
        expect(begun).toEqual(whole);
        expect(daysBehind(days, looks.at(-1)!)).toBe(0);
        expect(begun.at(-1) ?? '2026-02-28').toBe(dateAt(looks.at(-1)!, timeZone));
      }),
    );
  });
});
