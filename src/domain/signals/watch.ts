import type { Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import type { MonitoredSignal } from '../gates/evidence.js';
import type { StageCategory } from '../gates/gate.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import { judge, silentFrom } from './signal-level.js';
import type { SignalStanding } from './signal-standing.js';

/** The accepted monitoring plan that is in force of an initiative at an instant. */
export interface PlanInForce {
  /** The evidence. */
  readonly id: string;
  readonly acceptedAt: Instant;
  readonly signals: readonly MonitoredSignal[];
}

/** The newest reading of a signal, as it was known at an instant. */
export interface NewestReading {
  readonly value: Decimal;
  /** The instant it is of, or that of its recording where it claimed a later one. */
  readonly heardAt: Instant;
  /** The plan in force when it was recorded. */
  readonly planId: string;
  /** Since when the signal is on the level of this value, by that plan. */
  readonly levelSince: Instant;
}

/** All that the standing of one signal rests on, as it was known at an instant. */
export interface Watch {
  readonly plan: PlanInForce;
  readonly signal: MonitoredSignal;
  /** Since when it runs in production; null before that, and where it was stopped. */
  readonly liveSince: Instant | null;
  readonly newest: NewestReading | null;
  /** Of the KPI that is watched; null for all other kinds. */
  readonly unit: string | null;
}

export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/**
 * Since when an initiative runs in production without a break: the first of its last entries that are all into stages of
 * category PRODUCTION. Null where it stands in another stage now, and once it is KILLED or RETIRED; what is on hold still
 * runs. The entries are in their order.
 */
export const liveSince = (
  entries: readonly { readonly category: StageCategory; readonly enteredAt: Instant }[],
  status: InitiativeStatus,
): Instant | null => {
  if (status === 'KILLED' || status === 'RETIRED') {
    return null;
  }
  const last = entries.findLastIndex(({ category }) => category !== 'PRODUCTION');
  return entries[last + 1]?.enteredAt ?? null;
};

/**
 * Where a signal stands at an instant. In production it is SILENT from twice its cadence on after the latest of its last
 * reading, the acceptance of the plan and the launch, whatever its last value was. Else the newest value is judged by the
 * plan in force, and without any it is UNKNOWN. It is on a level at the earliest since the plan was accepted.
 */
export const standingOf = ({ plan, signal, liveSince: live, newest, unit }: Watch, at: Instant): SignalStanding => {
  const told = {
    name: signal.name,
    value: newest?.value ?? null,
    unit,
    threshold: newest === null ? (signal.breachAbove ?? signal.breachBelow) : judge(signal, newest.value).threshold,
    lastAt: newest?.heardAt ?? null,
  };
  if (live !== null) {
    const heard = laterOf(laterOf(plan.acceptedAt, live), newest?.heardAt ?? live);
    const silent = silentFrom(heard, signal.cadenceHours);
    if (silent <= at) {
      return { ...told, level: 'SILENT', since: silent };
    }
  }
  if (newest === null) {
    return { ...told, level: 'UNKNOWN', since: plan.acceptedAt };
  }
  const since = newest.planId === plan.id ? laterOf(newest.levelSince, plan.acceptedAt) : plan.acceptedAt;
  return { ...told, level: judge(signal, newest.value).level, since };
};

/** Where all signals of a plan stand, in its order; of two by the same name the first counts. */
export const standingsOf = (
  watched: Pick<Watch, 'plan' | 'liveSince'> & {
    readonly newest: ReadonlyMap<string, NewestReading>;
    readonly units: Readonly<Record<string, string>>;
  },
  at: Instant,
): readonly SignalStanding[] =>
  signalsIn(watched.plan).map((signal) =>
    standingOf(
      {
        plan: watched.plan,
        signal,
        liveSince: watched.liveSince,
        newest: watched.newest.get(signal.name) ?? null,
        unit: signal.kpiId === null ? null : (watched.units[signal.kpiId] ?? null),
      },
      at,
    ),
  );

/** The signals of a plan, each name once: of two by the same name the first counts. */
export const signalsIn = ({ signals }: Pick<PlanInForce, 'signals'>): readonly MonitoredSignal[] =>
  signals.filter((signal, place) => signals.findIndex(({ name }) => name === signal.name) === place);
