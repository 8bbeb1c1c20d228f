import { compare, type Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import type { Refusal } from '../basics/result.js';
import type { MonitoredSignal } from '../gates/evidence.js';
import { checkReading, readingField, type ReadingDraft, type WatchedInitiative } from './check-reading.js';
import { judge, silentFrom } from './signal-level.js';
import { laterOf, type NewestReading, type PlanInForce } from './watch.js';

export const READING_STATUSES = ['RECORDED', 'DUPLICATE', 'REFUSED'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** What became of one row, in the order sent. */
export interface ReadingOutcome {
  readonly index: number;
  readonly status: ReadingStatus;
  /** Empty unless it is REFUSED. */
  readonly refusals: readonly Refusal[];
}

/** What a reading says, and by what it is known again. */
export interface StatedReading {
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly signal: string;
  readonly at: Instant;
  readonly value: Decimal;
  readonly source: string;
  readonly externalId: string | null;
}

/** A reading that is to be recorded. */
export interface NewReading extends StatedReading {
  readonly index: number;
  readonly planId: string;
  readonly heardAt: Instant;
  readonly levelSince: Instant;
}

/** What is known when a batch comes in. */
export interface ReadingScene {
  readonly now: Instant;
  /** By key: those the sender may record for. */
  readonly initiatives: ReadonlyMap<string, WatchedInitiative>;
  /** By `signalKey`. */
  readonly newest: ReadonlyMap<string, NewestReading>;
  /** By `identityOf`: those of the batch that are recorded already. */
  readonly known: ReadonlyMap<string, StatedReading>;
}

/** One signal of one initiative. */
export const signalKey = (initiativeId: string, signal: string): string => JSON.stringify([initiativeId, signal]);

/** By what a reading is known again: (source, externalId) in its portfolio, else (initiative, signal, source, at). */
export const identityOf = (row: Omit<StatedReading, 'value'>): string =>
  row.externalId === null
    ? JSON.stringify([row.initiativeId, row.signal, row.source, row.at])
    : JSON.stringify([row.portfolioId, row.source, row.externalId]);

const saysTheSame = (a: StatedReading, b: StatedReading): boolean =>
  a.initiativeId === b.initiativeId && a.signal === b.signal && a.at === b.at && compare(a.value, b.value) === 0;

/** The statement in a draft, where all of it could be read and its initiative is known; null where not. */
export const statementIn = (draft: ReadingDraft, initiative: WatchedInitiative | null): StatedReading | null => {
  const { signal, at, value, source, externalId, problems } = draft;
  return initiative === null || at === null || value === null || problems.length > 0
    ? null
    : { portfolioId: initiative.portfolioId, initiativeId: initiative.id, signal, at, value, source, externalId };
};

const mismatch = ({ externalId, source, at }: StatedReading, index: number): Refusal => ({
  code: 'IDEMPOTENCY_MISMATCH',
  message:
    externalId === null
      ? `${source} told another value for ${at} before; a reading is never changed. Send a later one, or give it an externalId.`
      : `${JSON.stringify(externalId)} of ${source} was recorded before with other values; give a reading of its own an externalId of its own.`,
  field: readingField(index, externalId === null ? 'value' : 'externalId'),
});

type Candidate = StatedReading & { readonly index: number; readonly plan: PlanInForce };

/**
 * What becomes of a batch, row by row: a reading that is known is a DUPLICATE where it says the same, whatever plan is in
 * force by now, and else refused with IDEMPOTENCY_MISMATCH; of two rows of the batch the first stands. All else that stands
 * against a row is told at once.
 */
export const planReadings = (
  drafts: readonly ReadingDraft[],
  scene: ReadingScene,
): { readonly readings: readonly NewReading[]; readonly outcomes: readonly ReadingOutcome[] } => {
  const known = new Map(scene.known);
  const candidates: Candidate[] = [];
  const outcomes = drafts.map((draft, index): ReadingOutcome => {
    const initiative = scene.initiatives.get(draft.initiativeKey) ?? null;
    const statement = statementIn(draft, initiative);
    const earlier = statement && known.get(identityOf(statement));
    if (statement && earlier) {
      return saysTheSame(statement, earlier)
        ? { index, status: 'DUPLICATE', refusals: [] }
        : { index, status: 'REFUSED', refusals: [mismatch(statement, index)] };
    }
    const refusals = checkReading(draft, index, initiative, scene.now);
    if (refusals.length > 0 || !statement || !initiative?.plan) {
      return { index, status: 'REFUSED', refusals };
    }
    known.set(identityOf(statement), statement);
    candidates.push({ ...statement, index, plan: initiative.plan });
    return { index, status: 'RECORDED', refusals: [] };
  });
  return { readings: placed(candidates, scene), outcomes };
};

/** Gives each reading its place in the course of its signal: in the order they were heard in, those of the past included. */
const placed = (candidates: readonly Candidate[], { newest, now }: ReadingScene): readonly NewReading[] => {
  const latest = new Map(newest);
  return candidates
    .map((each) => ({ ...each, heardAt: each.at < now ? each.at : now }))
    .toSorted((a, b) => (a.heardAt === b.heardAt ? a.index - b.index : a.heardAt < b.heardAt ? -1 : 1))
    .map(({ plan, ...reading }) => {
      const key = signalKey(reading.initiativeId, reading.signal);
      const before = latest.get(key);
      const { value, heardAt } = reading;
      const signal = plan.signals.find(({ name }) => name === reading.signal) as MonitoredSignal;
      const levelSince = levelSinceOf({ plan, signal, before }, value, heardAt);
      if (before === undefined || before.heardAt <= heardAt) {
        latest.set(key, { value, heardAt, planId: plan.id, levelSince });
      }
      return { ...reading, planId: plan.id, levelSince };
    });
};

/**
 * Since when a signal is on the level of a reading: as long as the reading before it is on the same level by the same plan, and
 * came no longer than twice the cadence earlier; by a newer plan at the earliest since that was accepted. A reading that is
 * older than one that is known tells of itself only.
 */
const levelSinceOf = (
  course: {
    readonly plan: PlanInForce;
    readonly signal: MonitoredSignal;
    readonly before: NewestReading | undefined;
  },
  value: Decimal,
  heardAt: Instant,
): Instant => {
  const { plan, signal, before } = course;
  const goesOn =
    before !== undefined &&
    before.heardAt <= heardAt &&
    heardAt <= silentFrom(before.heardAt, signal.cadenceHours) &&
    judge(signal, before.value).level === judge(signal, value).level;
  if (!goesOn) {
    return heardAt;
  }
  return before.planId === plan.id ? before.levelSince : laterOf(before.heardAt, plan.acceptedAt);
};
