import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateAt, daysBetween, parseCalendarDate, startOfDay } from '../basics/calendar-date.js';
import { instantOf, millisecondsOf, parseInstant, type Instant } from '../basics/instant.js';
import * as law from './time-in-stage.js';

type History = Omit<law.VisitHistory, 'timeZone'> & { readonly timeZone?: string };

const time = (text: string): Instant => parseInstant(text)!;
const midnight = (date: string, timeZone = 'UTC'): Instant => startOfDay(parseCalendarDate(date)!, timeZone);

const visit = (stageKey: string, enteredAt: Instant, leftAt: Instant | null = null) => ({
  stageKey,
  enteredAt,
  leftAt,
});
const daysInStage = (history: History & { readonly stageKey: string }): number =>
  law.daysInStage({ timeZone: 'UTC', ...history });
const daysOnHold = (history: History): number => law.daysOnHold({ timeZone: 'UTC', ...history });
const inPoc = (history: History): number => daysInStage({ ...history, stageKey: 'poc' });

describe('days in a stage', () => {
  it('go on after a detour: 118 days, 9 days back in Discovery and 53 days more are 171', () => {
    const entered = midnight('2026-01-10');
    const left = midnight(addDays(parseCalendarDate('2026-01-10')!, 118));
    const back = midnight(addDays(parseCalendarDate('2026-01-10')!, 127));
    const at = midnight(addDays(parseCalendarDate('2026-01-10')!, 180));
    const visits = [visit('poc', entered, left), visit('discovery', left, back), visit('poc', back)];
    expect(inPoc({ visits, statusChanges: [], at })).toBe(171);
    expect(daysInStage({ visits, statusChanges: [], stageKey: 'discovery', at })).toBe(9);
    expect(daysInStage({ visits, statusChanges: [], stageKey: 'pilot', at })).toBe(0);
  });

  it('are the same through the change of clocks in the zone of the portfolio', () => {
    const zone = 'Europe/Berlin';
    const visits = [visit('poc', midnight('2025-01-10', zone), midnight('2025-05-08', zone))];
    expect(inPoc({ visits, statusChanges: [], at: midnight('2026-01-01', zone), timeZone: zone })).toBe(118);
  });

  it('change at the midnight of the portfolio', () => {
    const visits = [visit('poc', time('2026-07-01T21:30:00Z'))];
    const days = (at: string, timeZone: string) => inPoc({ visits, statusChanges: [], at: time(at), timeZone });
    expect(days('2026-07-01T21:59:59.999Z', 'Europe/Berlin')).toBe(0);
    expect(days('2026-07-01T22:00:00Z', 'Europe/Berlin')).toBe(1);
    expect(days('2026-07-01T22:00:00Z', 'UTC')).toBe(0);
  });

  it('do not count the time on hold', () => {
    const history = {
      visits: [visit('poc', midnight('2026-03-01'))],
      statusChanges: [
        { status: 'ACTIVE', changedAt: midnight('2026-02-01') },
        { status: 'ON_HOLD', changedAt: midnight('2026-03-11') },
        { status: 'ACTIVE', changedAt: midnight('2026-03-18') },
        { status: 'ON_HOLD', changedAt: midnight('2026-03-28') },
      ],
      at: midnight('2026-03-31'),
    } as const;
    expect(inPoc(history)).toBe(20);
    expect(daysOnHold(history)).toBe(10);
  });

  it('share out a hold among the visits it lasts over', () => {
    const first = visit('discovery', midnight('2026-03-01'), midnight('2026-03-11'));
    const second = visit('poc', midnight('2026-03-11'));
    const history = {
      statusChanges: [
        { status: 'ON_HOLD', changedAt: midnight('2026-03-06') },
        { status: 'ACTIVE', changedAt: midnight('2026-03-14') },
      ],
      at: midnight('2026-03-21'),
    } as const;
    expect(daysOnHold({ ...history, visits: [first] })).toBe(5);
    expect(daysOnHold({ ...history, visits: [second] })).toBe(3);
    expect(daysOnHold({ ...history, visits: [first, second] })).toBe(8);
    expect(inPoc({ ...history, visits: [first, second] })).toBe(7);
  });

  it.each(['KILLED', 'RETIRED'] as const)('end when an initiative is %s, which is no hold', (status) => {
    const history = {
      visits: [visit('poc', midnight('2026-03-01'))],
      statusChanges: [{ status, changedAt: midnight('2026-03-11') }],
      at: midnight('2026-12-31'),
    };
    expect(inPoc(history)).toBe(10);
    expect(daysOnHold(history)).toBe(0);
  });

  it('asked for a past instant, know of nothing that came later', () => {
    const visits = [
      visit('poc', midnight('2026-03-01'), midnight('2026-03-11')),
      visit('pilot', midnight('2026-03-11')),
    ];
    const statusChanges = [{ status: 'ON_HOLD', changedAt: midnight('2026-03-08') }] as const;
    expect(inPoc({ visits, statusChanges, at: midnight('2026-03-05') })).toBe(4);
    expect(daysOnHold({ visits, statusChanges, at: midnight('2026-03-05') })).toBe(0);
    expect(inPoc({ visits, statusChanges, at: midnight('2026-02-01') })).toBe(0);
  });
});

describe('the law of the clock', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
  );
  const someTime = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }).map(instantOf);
  const someStage = fc.constantFrom('poc', 'discovery', 'pilot');
  const someStatus = fc.constantFrom('ACTIVE' as const, 'ON_HOLD' as const);

  const sorted = fc.uniqueArray(someTime, { minLength: 1, maxLength: 8 }).map((times) => times.toSorted());
  const someVisits = sorted.chain((times) =>
    fc
      .array(someStage, { minLength: times.length, maxLength: times.length })
      .map((stages) => times.map((enteredAt, index) => visit(stages[index]!, enteredAt, times[index + 1] ?? null))),
  );
  const someChanges = sorted.chain((times) =>
    fc
      .array(someStatus, { minLength: times.length, maxLength: times.length })
      .map((statuses) => times.map((changedAt, index) => ({ status: statuses[index]!, changedAt }))),
  );
  const someHistory = fc.record({ visits: someVisits, statusChanges: someChanges, at: someTime, timeZone: zone });

  it('is that every day since the first visit is a day in one stage or a day on hold', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const { visits, at, timeZone } = history;
        const entered = visits[0]!.enteredAt;
        const all = ['poc', 'discovery', 'pilot'].reduce(
          (days, stageKey) => days + daysInStage({ ...history, stageKey }),
          0,
        );
        const since = entered < at ? daysBetween(dateAt(entered, timeZone), dateAt(at, timeZone)) : 0;
        expect(all + daysOnHold(history)).toBe(since);
      }),
    );
  });

  it('is that a detour too short for a midnight changes nothing', () => {
    fc.assert(
      fc.property(someTime, someTime, zone, (entered, at, timeZone) => {
        const noon = instantOf(millisecondsOf(startOfDay(dateAt(entered, timeZone), timeZone)) + 30 * 3_600_000);
        const later = instantOf(millisecondsOf(noon) + 3_600_000);
        const detour = [visit('poc', entered, noon), visit('discovery', noon, later), visit('poc', later)];
        const history = { statusChanges: [], at, timeZone };
        expect(inPoc({ ...history, visits: detour })).toBe(inPoc({ ...history, visits: [visit('poc', entered)] }));
      }),
    );
  });

  it('is that time never takes a day back', () => {
    fc.assert(
      fc.property(someHistory, someTime, (history, other) => {
        const [before, after] = [history.at, other].toSorted() as [Instant, Instant];
        const earlier = inPoc({ ...history, at: before });
        expect(earlier).toBeGreaterThanOrEqual(0);
        expect(inPoc({ ...history, at: after })).toBeGreaterThanOrEqual(earlier);
      }),
    );
  });
});
