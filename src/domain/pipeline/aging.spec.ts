import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, parseCalendarDate } from '../basics/calendar-date.js';
import { nearestRankIn, type DayCount } from '../basics/day-counts.js';
import { INITIATIVE_STATUSES } from '../initiatives/initiative.js';
import {
  agingScaleOf,
  AGING_LEVELS,
  agingLevelOf,
  agingThresholds as thresholdsOf,
  livelyFrom,
  rejudgedFrom,
  type AgingLevel,
  type AgingQuestion,
} from './aging.js';

const TODAY = parseCalendarDate('2026-07-09')!;

/** Story 3: twenty that left PoC before. */
const oneOfEach = (days: readonly number[]): DayCount[] => days.map((each) => ({ days: each, count: 1 }));
const nearestRank = (days: readonly number[], percent: number) => nearestRankIn(oneOfEach(days), percent);
const agingThresholds = (exits: readonly number[]) => thresholdsOf(oneOfEach(exits));

const EXITS = [34, 41, 48, 52, 55, 58, 61, 66, 70, 74, 77, 81, 86, 92, 97, 104, 118, 126, 149, 203];

const level = (question: Partial<AgingQuestion> & { readonly days: number }): AgingLevel =>
  agingLevelOf({
    thresholds: agingThresholds(EXITS),
    timeBoxDays: 90,
    status: 'ACTIVE',
    lastActivityOn: TODAY,
    today: TODAY,
    ...question,
  });

describe('a percentile by nearest rank', () => {
  it('of twenty exits is the 10th, the 14th and the 17th', () => {
    expect([50, 70, 85].map((percent) => nearestRank(EXITS, percent))).toEqual([74, 92, 118]);
  });

  it('is one of the days, never something between two of them', () => {
    expect(nearestRank([10, 20], 50)).toBe(10);
    expect(nearestRank([10, 20], 51)).toBe(20);
    expect(nearestRank([7], 1)).toBe(7);
    expect(nearestRank([7, 9], 100)).toBe(9);
    expect(nearestRank([], 50)).toBeNull();
  });

  it('rounds no rank up or down by an inexact fraction', () => {
    const days = Array.from({ length: 1_000 }, (_, index) => index + 1);
    expect(nearestRank(days, 70)).toBe(700);
    expect(nearestRank(days.slice(0, 990), 70)).toBe(693);
    expect(nearestRank(days.slice(0, 991), 70)).toBe(694);
  });

  it('is the smallest of the days that at least so many percent do not exceed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (days, percent) => {
        const sorted = days.toSorted((a, b) => a - b);
        const found = nearestRank(sorted, percent)!;
        const isEnough = (limit: number): boolean =>
          sorted.filter((each) => each <= limit).length * 100 >= percent * sorted.length;
        expect(sorted).toContain(found);
        expect(isEnough(found)).toBe(true);
        expect(sorted.filter((each) => each < found).some(isEnough)).toBe(false);
      }),
    );
  });
});

describe('the thresholds of a stage', () => {
  it('are taken from ten exits on', () => {
    expect(agingThresholds(EXITS)).toEqual({ p50: 74, p70: 92, p85: 118 });
    expect(agingThresholds(EXITS.slice(0, 10))).toEqual({ p50: 55, p70: 61, p85: 70 });
    expect(agingThresholds(EXITS.slice(0, 9))).toBeNull();
    expect(agingThresholds([])).toBeNull();
  });

  it('do not depend on the order of the exits, and rise', () => {
    const someExits = fc
      .array(fc.nat(400), { minLength: 10 })
      .chain((days) => fc.tuple(fc.constant(days), fc.shuffledSubarray(days, { minLength: days.length })));
    fc.assert(
      fc.property(someExits, ([days, shuffled]) => {
        const { p50, p70, p85 } = agingThresholds(days)!;
        expect(agingThresholds(shuffled)).toEqual({ p50, p70, p85 });
        expect(p50).toBeLessThanOrEqual(p70);
        expect(p70).toBeLessThanOrEqual(p85);
      }),
    );
  });
});

describe('the level of an initiative', () => {
  it('against the exits of others rises at p50, at p70, and past p85', () => {
    expect([73, 74, 91, 92, 118, 119].map((days) => level({ days }))).toEqual([
      'FRESH',
      'WATCH',
      'WATCH',
      'AGING',
      'AGING',
      'STUCK',
    ]);
  });

  it('is not STUCK within a time box that is longer than p85', () => {
    expect(level({ days: 150, timeBoxDays: 150 })).toBe('AGING');
    expect(level({ days: 151, timeBoxDays: 150 })).toBe('STUCK');
  });

  it('is STUCK past p85 alone where the stage has no time box', () => {
    expect(level({ days: 118, timeBoxDays: null })).toBe('AGING');
    expect(level({ days: 119, timeBoxDays: null })).toBe('STUCK');
  });

  it('is decided by the time box alone while fewer than ten have left', () => {
    const few = { thresholds: agingThresholds(EXITS.slice(0, 9)) };
    expect([62, 63, 64, 90, 91].map((days) => level({ ...few, days }))).toEqual([
      'FRESH',
      'FRESH',
      'AGING',
      'AGING',
      'STUCK',
    ]);
    expect(level({ ...few, days: 5_000, timeBoxDays: null })).toBe('FRESH');
    expect(agingScaleOf({ ...few, timeBoxDays: null })).toEqual({ watch: null, aging: null, stuck: null });
  });

  it('of 171 days in PoC is STUCK, and ZOMBIE after 33 days without activity', () => {
    expect(level({ days: 171 })).toBe('STUCK');
    expect(level({ days: 171, lastActivityOn: addDays(TODAY, -33) })).toBe('ZOMBIE');
  });

  it('is ZOMBIE from the 30th quiet day on', () => {
    expect(level({ days: 171, lastActivityOn: addDays(TODAY, -29) })).toBe('STUCK');
    expect(level({ days: 171, lastActivityOn: addDays(TODAY, -30) })).toBe('ZOMBIE');
    expect(level({ days: 171, lastActivityOn: null })).toBe('ZOMBIE');
    expect(livelyFrom(TODAY)).toBe(addDays(TODAY, -29));
  });

  it.each(['ON_HOLD', 'KILLED', 'RETIRED'] as const)(
    'is never ZOMBIE while it is %s, for it need not move',
    (status) => {
      expect(level({ days: 171, status, lastActivityOn: null })).toBe('STUCK');
    },
  );

  it('of a quiet initiative that is not STUCK is what its days say', () => {
    expect(level({ days: 92, lastActivityOn: null })).toBe('AGING');
  });
});

describe('the laws of the levels', () => {
  const someQuestion = fc.record({
    exits: fc.array(fc.nat(300), { maxLength: 30 }),
    timeBoxDays: fc.option(fc.integer({ min: 1, max: 200 })),
    status: fc.constantFrom(...INITIATIVE_STATUSES),
    quietDays: fc.option(fc.nat(60)),
    days: fc.nat(400),
  });
  type Question = typeof someQuestion extends fc.Arbitrary<infer T> ? T : never;
  const levelOf = ({ exits, quietDays, ...question }: Question): AgingLevel =>
    level({
      ...question,
      thresholds: agingThresholds(exits),
      lastActivityOn: quietDays === null ? null : addDays(TODAY, -quietDays),
    });

  it('are that more days never lower it', () => {
    fc.assert(
      fc.property(someQuestion, fc.nat(50), (question, more) => {
        const [before, after] = [levelOf(question), levelOf({ ...question, days: question.days + more })];
        expect(AGING_LEVELS.indexOf(after)).toBeGreaterThanOrEqual(AGING_LEVELS.indexOf(before));
      }),
    );
  });

  it('are those of the product, word for word', () => {
    fc.assert(
      fc.property(someQuestion, (question) => {
        const { exits, timeBoxDays, days, status, quietDays } = question;
        const sorted = exits.toSorted((a, b) => a - b);
        const percentile = (percent: number): number => sorted[Math.ceil((sorted.length * percent) / 100) - 1]!;
        const byOthers = (): AgingLevel =>
          days > Math.max(percentile(85), timeBoxDays ?? 0)
            ? 'STUCK'
            : days >= percentile(70)
              ? 'AGING'
              : days >= percentile(50)
                ? 'WATCH'
                : 'FRESH';
        const byTimeBox = (): AgingLevel =>
          timeBoxDays === null
            ? 'FRESH'
            : days > timeBoxDays
              ? 'STUCK'
              : days * 10 > timeBoxDays * 7
                ? 'AGING'
                : 'FRESH';
        const expected = exits.length >= 10 ? byOthers() : byTimeBox();
        const isZombie = expected === 'STUCK' && status === 'ACTIVE' && (quietDays === null || quietDays >= 30);
        expect(levelOf(question)).toBe(isZombie ? 'ZOMBIE' : expected);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what a new measure of a stage judges otherwise', () => {
  const exits = fc.array(fc.nat(200), { maxLength: 25 });
  const timeBox = fc.option(fc.integer({ min: 1, max: 120 }));

  it('is nobody where the days that are too long stay the same, and all from the smaller of the two on', () => {
    const scaleOf = (days: readonly number[], timeBoxDays: number | null) =>
      agingScaleOf({ thresholds: agingThresholds(days), timeBoxDays });
    expect(rejudgedFrom(scaleOf(EXITS, 90), scaleOf([...EXITS, 10], 90))).toBeNull();
    expect(rejudgedFrom(scaleOf(EXITS, 90), scaleOf([...EXITS, 126], 90))).toBe(119);
    expect(rejudgedFrom(scaleOf([...EXITS, 126], 90), scaleOf(EXITS, 90))).toBe(119);
    // The time box of the stage is longer than what 85 of a hundred took.
    expect(rejudgedFrom(scaleOf(EXITS, 150), scaleOf([...EXITS, 126], 150))).toBeNull();
    // Without a time box nobody is stuck before the tenth exit.
    expect(rejudgedFrom(scaleOf([], null), scaleOf(EXITS, null))).toBe(119);
    expect(rejudgedFrom(scaleOf(EXITS, null), scaleOf([], null))).toBe(119);
    expect(rejudgedFrom(scaleOf([], null), scaleOf([1], null))).toBeNull();
  });

  it('is everybody of whom it is told otherwise that, or since when, one is stuck', () => {
    fc.assert(
      fc.property(exits, exits, timeBox, fc.nat(210), (before, after, timeBoxDays, days) => {
        const [old, now] = [before, after].map((each) =>
          agingScaleOf({ thresholds: agingThresholds(each), timeBoxDays }),
        );
        const told = (stuck: number | null): number | null => (stuck !== null && days >= stuck ? stuck : null);
        const from = rejudgedFrom(old!, now!);
        expect(told(old!.stuck) !== told(now!.stuck)).toBe(from !== null && days >= from);
      }),
    );
  });
});
