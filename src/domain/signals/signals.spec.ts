import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSignal, noon } from '../../../test/support/gate-facts.js';
import { decimal, type Decimal } from '../basics/decimal.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import type { MonitoredSignal } from '../gates/evidence.js';
import type { ReadingDraft } from './check-reading.js';
import { identityOf, planReadings, signalKey, type NewReading } from './plan-readings.js';
import { judge, silentFrom } from './signal-level.js';
import { tellSignal } from './tell-signal.js';
import { liveSince, signalsIn, standingOf, standingsOf, type NewestReading, type PlanInForce } from './watch.js';

const HOUR = 3_600_000;
const hour = (count: number): Instant => instantOf(millisecondsOf(noon('2026-05-01')) + count * HOUR);
const BOTH = aSignal({
  name: 'quality',
  breachAbove: decimal('9'),
  breachBelow: decimal('1'),
  warnAbove: decimal('7'),
  warnBelow: decimal('3'),
});
const planOf = (...signals: readonly MonitoredSignal[]): PlanInForce => ({ id: 'plan', acceptedAt: hour(0), signals });
const heard = (value: string, at: Instant, other: Partial<NewestReading> = {}): NewestReading => ({
  value: decimal(value),
  heardAt: at,
  planId: 'plan',
  levelSince: at,
  ...other,
});

describe('a value', () => {
  it.each([
    ['9.0000000001', 'BREACHED', '9'],
    ['9', 'WARN', '7'],
    ['7.01', 'WARN', '7'],
    ['7.00', 'OK', '9'],
    ['3', 'OK', '9'],
    ['2.99', 'WARN', '3'],
    ['1', 'WARN', '3'],
    ['0.99', 'BREACHED', '1'],
  ])('of %s is %s by the threshold %s: on a threshold it still holds', (value, level, threshold) => {
    expect(judge(BOTH, decimal(value))).toEqual({ level, threshold });
  });

  it('is fine where the plan states no threshold', () => {
    expect(judge(aSignal({ breachAbove: null }), decimal('1000'))).toEqual({ level: 'OK', threshold: null });
  });
});

describe('the launch', () => {
  const entry = (category: 'POC' | 'PILOT' | 'PRODUCTION', at: number) => ({ category, enteredAt: hour(at) });

  it('is the first of the last entries into production', () => {
    expect(liveSince([entry('PILOT', 0), entry('PRODUCTION', 1), entry('PRODUCTION', 2)], 'ON_HOLD')).toBe(hour(1));
    expect(liveSince([entry('PRODUCTION', 1), entry('PILOT', 2), entry('PRODUCTION', 3)], 'ACTIVE')).toBe(hour(3));
  });

  it('is not there before production, after a way back, and for what was stopped', () => {
    expect(liveSince([entry('PILOT', 0)], 'ACTIVE')).toBeNull();
    expect(liveSince([entry('PRODUCTION', 0), entry('PILOT', 1)], 'ACTIVE')).toBeNull();
    expect(liveSince([], 'ACTIVE')).toBeNull();
    expect(liveSince([entry('PRODUCTION', 0)], 'KILLED')).toBeNull();
    expect(liveSince([entry('PRODUCTION', 0)], 'RETIRED')).toBeNull();
  });
});

describe('a signal', () => {
  const signal = aSignal({ name: 'drift', cadenceHours: 6 });
  const at = (now: Instant, newest: NewestReading | null, live: Instant | null = hour(0)) =>
    standingOf({ plan: planOf(signal), signal, liveSince: live, newest, unit: null }, now);

  it('is silent at exactly twice its cadence, and not a millisecond before', () => {
    const before = instantOf(millisecondsOf(hour(13)) - 1);
    expect(at(before, heard('0.1', hour(1))).level).toBe('OK');
    expect(at(hour(13), heard('0.1', hour(1)))).toMatchObject({ level: 'SILENT', since: hour(13), lastAt: hour(1) });
  });

  it('is silent after the latest of acceptance, launch and last reading, and never before the launch', () => {
    expect(at(hour(12), null)).toMatchObject({ level: 'SILENT', since: hour(12), lastAt: null });
    expect(at(hour(20), null, hour(9))).toMatchObject({ level: 'UNKNOWN', since: hour(0) });
    expect(at(hour(21), heard('0.1', hour(-90)), hour(9))).toMatchObject({ level: 'SILENT', since: hour(21) });
    expect(at(hour(900), null, null).level).toBe('UNKNOWN');
    expect(at(hour(900), heard('0.5', hour(1)), null).level).toBe('BREACHED');
  });

  it('is on a level at the earliest since its plan was accepted', () => {
    expect(at(hour(2), heard('0.5', hour(1), { levelSince: hour(-9) })).since).toBe(hour(0));
    expect(at(hour(2), heard('0.5', hour(-1), { planId: 'older' })).since).toBe(hour(0));
    expect(at(hour(2), heard('0.5', hour(1))).since).toBe(hour(1));
  });

  it('is told with the unit of its KPI, each name once', () => {
    const own = aSignal({ name: 'kpi', kind: 'KPI', kpiId: 'k', breachAbove: decimal('9') });
    const watched = {
      plan: planOf(own, aSignal({ name: 'kpi' })),
      liveSince: null,
      newest: new Map(),
      units: { k: 'min' },
    };
    expect(standingsOf(watched, hour(1))).toEqual([
      { name: 'kpi', level: 'UNKNOWN', since: hour(0), value: null, unit: 'min', threshold: '9', lastAt: null },
    ]);
    const newest = new Map([['kpi', heard('10', hour(1))]]);
    expect(standingsOf({ ...watched, units: {}, newest }, hour(1))[0]).toMatchObject({ unit: null, level: 'BREACHED' });
    expect(signalsIn(watched.plan)).toEqual([own]);
    const below = aSignal({ name: 'quality', kpiId: null, breachAbove: null, breachBelow: decimal('1') });
    expect(standingsOf({ ...watched, plan: planOf(below) }, hour(1))).toMatchObject([{ unit: null, threshold: '1' }]);
  });

  it('is told in one sentence', () => {
    const told = (value: string | null, on: MonitoredSignal, now: Instant, unit: string | null = null) => {
      const newest = value === null ? null : heard(value, hour(1));
      return tellSignal(standingOf({ plan: planOf(on), signal: on, liveSince: hour(0), newest, unit }, now), on);
    };
    expect(told('0.5', signal, hour(2))).toBe(`drift is breached since ${hour(1)}: it is 0.5, above 0.2.`);
    expect(told('0.1', signal, hour(2), '%')).toBe(
      `drift is fine since ${hour(1)}: it is 0.1 %, which holds: it may be up to 0.2 %.`,
    );
    expect(told('2', BOTH, hour(2))).toBe(`quality warns since ${hour(1)}: it is 2, below 3.`);
    expect(told('8', BOTH, hour(2))).toBe(`quality warns since ${hour(1)}: it is 8, above 7.`);
    expect(told('0', BOTH, hour(2))).toBe(`quality is breached since ${hour(1)}: it is 0, below 1.`);
    expect(told('5', BOTH, hour(2))).toBe(
      `quality is fine since ${hour(1)}: it is 5, which holds: it may be from 1 up to 9.`,
    );
    expect(told('5', aSignal({ name: 'cost', breachAbove: null }), hour(2))).toBe(
      `cost is fine since ${hour(1)}: it is 5, for which the plan states no breach threshold.`,
    );
    expect(told(null, signal, hour(2))).toBe('drift was not told of yet.');
    expect(told(null, signal, hour(12))).toBe(
      `drift is silent since ${hour(12)}. No reading ever came, and one is due every 6 h.`,
    );
    expect(told('0.1', signal, hour(13))).toBe(
      `drift is silent since ${hour(13)}. The last reading is of ${hour(1)}, and one is due every 6 h.`,
    );
  });
});

const draft = (value: string, at: Instant, other: Partial<ReadingDraft> = {}): ReadingDraft => ({
  initiativeKey: 'A-1',
  signal: 'drift',
  at,
  value: decimal(value),
  source: 'test',
  externalId: null,
  problems: [],
  ...other,
});

const sceneAt = (
  now: Instant,
  newest: readonly (readonly [string, NewestReading])[] = [],
  plan: PlanInForce | null = planOf(aSignal({ name: 'drift' })),
) => ({
  now,
  initiatives: new Map([['A-1', { id: 'a', portfolioId: 'p', plan }]]),
  newest: new Map(newest),
  known: new Map(),
});

describe('a batch of readings', () => {
  it('gives the level since when the values are on it, in the order of their instants', () => {
    const { readings } = planReadings(
      [
        draft('0.5', hour(3)),
        draft('0.1', hour(1)),
        draft('0.4', hour(2)),
        draft('0.9', hour(27)),
        draft('0.1', hour(28)),
      ],
      sceneAt(hour(4)),
    );
    expect(readings.map(({ heardAt, levelSince }) => [heardAt, levelSince])).toEqual([
      [hour(1), hour(1)],
      [hour(2), hour(2)],
      [hour(3), hour(2)],
      [hour(4), hour(2)],
      [hour(4), hour(4)],
    ]);
  });

  it('begins a run anew after a gap of more than twice the cadence, and at the acceptance of a newer plan', () => {
    const since = (before: NewestReading, at: Instant) =>
      planReadings([draft('0.5', at)], sceneAt(hour(99), [[signalKey('a', 'drift'), before]])).readings[0]?.levelSince;
    expect(since(heard('0.5', hour(1)), hour(49))).toBe(hour(1));
    expect(since(heard('0.5', hour(1)), instantOf(millisecondsOf(hour(49)) + 1))).toBe(
      instantOf(millisecondsOf(hour(49)) + 1),
    );
    expect(since(heard('0.5', hour(-1), { planId: 'older', levelSince: hour(-9) }), hour(1))).toBe(hour(0));
    expect(since(heard('0.5', hour(5)), hour(3))).toBe(hour(3));
  });

  it('is refused row by row with every reason', () => {
    const messages = (row: ReadingDraft, plan?: PlanInForce | null) =>
      planReadings([row], sceneAt(hour(0), [], plan)).outcomes[0]?.refusals.map(({ message }) => message);
    const late = instantOf(millisecondsOf(hour(24)) + 1);
    expect(messages(draft('1', late, { source: '', externalId: '', signal: 'cost', initiativeKey: 'A-1' }))).toEqual([
      `at must be at most a day in the future, and ${late} is later.`,
      'source must hold 1 to 200 characters that can be seen.',
      'externalId must hold 1 to 500 characters that can be seen. Leave it out where there is none.',
      'The monitoring plan in force has no signal cost; it has drift.',
    ]);
    expect(messages(draft('1', hour(24), { initiativeKey: 'B-1' }))).toEqual(['The initiative B-1 was not found.']);
    expect(messages(draft('1', hour(0)), null)).toEqual([
      'No accepted monitoring plan is there to have the signal drift: hand one in and have it accepted first.',
    ]);
    expect(messages(draft('1', hour(0)), planOf())).toEqual([
      'The monitoring plan in force has no signal drift; it has none.',
    ]);
    expect(messages(draft('1', hour(0), { at: null, problems: [{ code: 'INVALID', message: 'no instant' }] }))).toEqual(
      ['no instant'],
    );
  });

  it('knows a reading again, whatever plan is in force by now', () => {
    const stated = {
      portfolioId: 'p',
      initiativeId: 'a',
      signal: 'drift',
      at: hour(0),
      value: decimal('1'),
      source: 'test',
    };
    for (const externalId of [null, 'x']) {
      const reading = { ...stated, externalId };
      const scene = { ...sceneAt(hour(1), [], null), known: new Map([[identityOf(reading), reading]]) };
      const outcomes = (value: string) => planReadings([draft(value, hour(0), { externalId })], scene).outcomes;
      expect(outcomes('1.0')).toEqual([{ index: 0, status: 'DUPLICATE', refusals: [] }]);
      expect(outcomes('2')[0]?.refusals[0]?.code).toBe('IDEMPOTENCY_MISMATCH');
    }
  });

  it('comes to the same level and time however it is cut into batches', () => {
    const values = fc.array(
      fc.record({ gap: fc.integer({ min: 0, max: 60 }), value: fc.integer({ min: 0, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(values, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (steps, cuts) => {
        let hours = 0;
        const drafts = steps.map(({ gap, value }, index) => {
          hours += gap;
          return draft(`0.${value}`, hour(hours), { externalId: `${index}` });
        });
        const now = hour(1_000);
        const whole = planReadings(drafts, sceneAt(now)).readings;
        const newest = new Map<string, NewestReading>();
        const pieces: NewReading[] = [];
        for (const piece of piecesOf(drafts, cuts)) {
          const { readings } = planReadings(piece, { ...sceneAt(now), newest });
          pieces.push(...readings);
          const last = readings.at(-1);
          if (last) {
            newest.set(signalKey('a', 'drift'), last);
          }
        }
        expect(pieces.map(({ levelSince }) => levelSince)).toEqual(whole.map(({ levelSince }) => levelSince));
        const model = runsOf(whole.map(({ value, heardAt }) => ({ value, heardAt })));
        expect(whole.map(({ levelSince }) => levelSince)).toEqual(model);
      }),
    );
  });
});

const piecesOf = (drafts: readonly ReadingDraft[], cuts: readonly boolean[]): readonly (readonly ReadingDraft[])[] =>
  drafts.reduce<readonly (readonly ReadingDraft[])[]>(
    (pieces, each, index) =>
      cuts[index] || pieces.length === 0
        ? [...pieces, [each]]
        : [...pieces.slice(0, -1), [...(pieces.at(-1) ?? []), each]],
    [],
  );

/** The law, read backwards from each reading. */
const runsOf = (readings: readonly { readonly value: Decimal; readonly heardAt: Instant }[]): readonly Instant[] => {
  const signal = aSignal({ name: 'drift' });
  return readings.map((reading, index) => {
    let first = index;
    while (
      first > 0 &&
      judge(signal, readings[first - 1]!.value).level === judge(signal, reading.value).level &&
      readings[first]!.heardAt <= silentFrom(readings[first - 1]!.heardAt, signal.cadenceHours)
    ) {
      first -= 1;
    }
    return readings[first]!.heardAt;
  });
};
