import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateAt, parseCalendarDate, startOfDay, type CalendarDate } from '../basics/calendar-date.js';
import { instantOf, type Instant } from '../basics/instant.js';
import { daysOn, stageClockOf, stageTotalsOf, underOwnVersion, type RecordedHistory } from './stage-clock.js';
import { daysInStage } from './time-in-stage.js';

const day = (text: string): CalendarDate => parseCalendarDate(text)!;
const midnight = (date: string, timeZone = 'UTC'): Instant => startOfDay(day(date), timeZone);
const visit = (stageKey: string, enteredAt: Instant, leftAt: Instant | null = null) => ({
  stageKey,
  enteredAt,
  leftAt,
});
const inUtc = (history: Omit<RecordedHistory, 'timeZone'>): RecordedHistory => ({ ...history, timeZone: 'UTC' });

const DETOUR = inUtc({
  visits: [
    visit('poc', midnight('2026-01-10'), midnight('2026-05-08')),
    visit('discovery', midnight('2026-05-08'), midnight('2026-05-17')),
    visit('poc', midnight('2026-05-17')),
  ],
  statusChanges: [],
});

describe('the clock of a stage', () => {
  it('runs from a date that leaves a detour out: 118 days, 9 elsewhere and 53 days more are 171', () => {
    const clock = stageClockOf({ ...DETOUR, stageKey: 'poc' });
    expect(clock).toEqual({ since: '2026-01-19' });
    expect(daysOn(clock, day('2026-07-09'))).toBe(171);
  });

  it('stands still in a stage that was left', () => {
    expect(stageClockOf({ ...DETOUR, stageKey: 'discovery' })).toEqual({ days: 9 });
    expect(stageClockOf({ ...DETOUR, stageKey: 'pilot' })).toEqual({ days: 0 });
  });

  it.each(['ON_HOLD', 'KILLED', 'RETIRED'] as const)('stands still while the initiative is %s', (status) => {
    const statusChanges = [{ status, changedAt: midnight('2026-05-20') }];
    expect(stageClockOf({ ...DETOUR, statusChanges, stageKey: 'poc' })).toEqual({ days: 121 });
  });

  it('goes on after a hold, without the days of the hold', () => {
    const statusChanges = [
      { status: 'ON_HOLD', changedAt: midnight('2026-05-20') },
      { status: 'ACTIVE', changedAt: midnight('2026-05-30') },
    ] as const;
    expect(stageClockOf({ ...DETOUR, statusChanges, stageKey: 'poc' })).toEqual({ since: '2026-01-29' });
  });

  it('shows 0 before anything happened, and on a day before it began', () => {
    expect(stageClockOf({ ...inUtc({ visits: [], statusChanges: [] }), stageKey: 'poc' })).toEqual({ days: 0 });
    expect(daysOn({ since: day('2026-03-02') }, day('2026-03-01'))).toBe(0);
    expect(daysOn({ days: 7 }, day('2026-03-01'))).toBe(7);
  });

  it('counts visits under the template version it stands in, and none that stayed behind on an older one', () => {
    const behind = { ...visit('poc', midnight('2026-01-01'), midnight('2026-02-01')), templateId: 'v3' };
    const earlier = { ...visit('poc', midnight('2026-02-01'), midnight('2026-02-11')), templateId: 'v4' };
    const lasting = { ...visit('poc', midnight('2026-03-01')), templateId: 'v4' };
    expect(underOwnVersion([behind, earlier, lasting])).toEqual([earlier, lasting]);
    expect(underOwnVersion([behind, earlier])).toEqual([behind, earlier]);
    expect(underOwnVersion(DETOUR.visits)).toEqual(DETOUR.visits);
  });

  it('keeps to the midnights of the portfolio when the clocks change', () => {
    const timeZone = 'Europe/Berlin';
    const visits = [visit('poc', midnight('2026-03-28', timeZone))];
    const clock = stageClockOf({ visits, statusChanges: [], timeZone, stageKey: 'poc' });
    expect(clock).toEqual({ since: '2026-03-28' });
    expect(daysOn(clock, dateAt(midnight('2026-03-30', timeZone), timeZone))).toBe(2);
  });
});

describe('the finished sums', () => {
  it('are those of the stages that were left for good until now', () => {
    expect(stageTotalsOf(DETOUR)).toEqual([{ stageKey: 'discovery', days: 9 }]);
    const left = { ...DETOUR.visits[2]!, leftAt: midnight('2026-07-09') };
    const visits = [...DETOUR.visits.slice(0, 2), left, visit('pilot', midnight('2026-07-09'))];
    expect(stageTotalsOf({ ...DETOUR, visits })).toEqual([
      { stageKey: 'poc', days: 171 },
      { stageKey: 'discovery', days: 9 },
    ]);
  });

  it('leave out where an initiative was killed, for it stands there still', () => {
    const statusChanges = [{ status: 'KILLED', changedAt: midnight('2026-06-01') }] as const;
    expect(stageTotalsOf({ ...DETOUR, statusChanges })).toEqual([{ stageKey: 'discovery', days: 9 }]);
  });
});

describe('the law of the stored clock', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Pacific/Apia',
  ];
  const stages = ['poc', 'discovery', 'pilot'];
  const someTime = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) }).map(instantOf);
  const times = fc.array(someTime, { minLength: 1, maxLength: 8 }).map((each) => each.toSorted());
  const someVisits = times.chain((entered) =>
    fc
      .record({
        keys: fc.array(fc.constantFrom(...stages), { minLength: entered.length, maxLength: entered.length }),
        isOpen: fc.boolean(),
      })
      .map(({ keys, isOpen }) =>
        entered.map((at, index) => visit(keys[index]!, at, entered[index + 1] ?? (isOpen ? null : at))),
      ),
  );
  const someChanges = fc.array(
    fc.record({ status: fc.constantFrom('ACTIVE', 'ON_HOLD', 'KILLED', 'RETIRED'), changedAt: someTime }),
    { maxLength: 6 },
  );
  const someHistory = fc.record({
    visits: someVisits,
    statusChanges: someChanges.map((each) => each.toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1))),
    timeZone: fc.constantFrom(...zones),
  });
  const eventsOf = ({ visits, statusChanges }: RecordedHistory): Instant[] => [
    ...visits.flatMap(({ enteredAt, leftAt }) => (leftAt === null ? [enteredAt] : [enteredAt, leftAt])),
    ...statusChanges.map(({ changedAt }) => changedAt),
  ];
  const someLater = fc.integer({ min: 0, max: 3_000 * 86_400_000 });

  it('is that on every later day it shows what the whole history counts', () => {
    fc.assert(
      fc.property(someHistory, someLater, fc.constantFrom(...stages), (history, later, stageKey) => {
        const last = eventsOf(history).sort().at(-1)!;
        const at = instantOf(Date.parse(last) + later);
        const today = dateAt(at, history.timeZone);
        expect(daysOn(stageClockOf({ ...history, stageKey }), today)).toBe(daysInStage({ ...history, stageKey, at }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is that a stage has a running clock, a finished sum, or was never entered', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const totals = new Map(stageTotalsOf(history).map(({ stageKey, days }) => [stageKey, days]));
        for (const stageKey of stages) {
          const visits = history.visits.filter((each) => each.stageKey === stageKey);
          const isLeft = visits.length > 0 && visits.every(({ leftAt }) => leftAt !== null);
          const clock = stageClockOf({ ...history, stageKey });
          expect(totals.get(stageKey)).toBe(isLeft && 'days' in clock ? clock.days : undefined);
          expect('since' in clock && isLeft).toBe(false);
        }
      }),
    );
  });

  it('is that a day later it shows one more while it runs, and the same while it stands', () => {
    fc.assert(
      fc.property(someHistory, fc.constantFrom(...stages), (history, stageKey) => {
        const clock = stageClockOf({ ...history, stageKey });
        const today = dateAt(eventsOf(history).sort().at(-1)!, history.timeZone);
        expect(daysOn(clock, addDays(today, 1)) - daysOn(clock, today)).toBe('since' in clock ? 1 : 0);
      }),
    );
  });
});
