import type { CalendarDate } from '../basics/calendar-date.js';
import { compare } from '../basics/decimal.js';
import type { Refusal } from '../basics/result.js';
import { isClosed } from './closed-period.js';
import type { Days } from './days.js';
import { saysTheSame, type Booking, type EntryIdentity, type LedgerEntry } from './effort-entry.js';
import { toHours } from './effort.js';
import {
  dayOf,
  HOURS_A_DAY,
  identityKey,
  overCapacity,
  type BatchRow,
  type RowOutcome,
  type Standing,
} from './plan-batch.js';

export const LATE_KINDS = ['RECORD', 'DELETE'] as const;
export type LateKind = (typeof LATE_KINDS)[number];

export const LATE_STATUSES = ['PENDING', 'ACCEPTED', 'REFUSED', 'SUPERSEDED'] as const;
export type LateStatus = (typeof LATE_STATUSES)[number];

/** What somebody wants of a period that is closed. */
export interface LateWish {
  readonly kind: LateKind;
  readonly identity: EntryIdentity;
  /** What is to be entered, as it was sent; of a deletion what is to be taken back. */
  readonly booking: Booking;
  /** The day of the entry it would take back; null where it takes none back. */
  readonly replacesOn: CalendarDate | null;
}

/** A wish that waits in the queue, or did. */
export interface LateEntry extends LateWish {
  readonly id: string;
}

interface LateRow {
  readonly index: number;
  readonly wish: LateWish;
}

/** Rows of a batch by where they go. */
export interface SortedRows {
  /** They touch no closed period, or change nothing: to be planned as ever. */
  readonly direct: readonly BatchRow[];
  readonly late: readonly LateRow[];
  /** Late ones that could never be let in. */
  readonly impossible: readonly { readonly index: number; readonly refusals: readonly Refusal[] }[];
}

/** What a caller stated; the rules in force when it is let in give the rest. */
const asSent = (booking: Booking): Booking =>
  booking.categorySource === 'STATED'
    ? booking
    : { ...booking, categoryKey: null, categorySource: 'NONE', ruleName: null, rulesVersion: null };

/**
 * A row is late when it would write into a closed period: its own day is closed, or the day of the entry it corrects.
 * What the ledger says already is late nowhere, for it changes nothing. Since nothing is written into a closed period,
 * that depends on what stands before the batch and not on its other rows. A late row that has more than 24 hours by
 * itself is impossible (OVER_CAPACITY); together with others it is judged when it is let in.
 */
export const sortOutLate = (
  rows: readonly BatchRow[],
  standing: ReadonlyMap<string, Standing>,
  closed: readonly Days[],
): SortedRows => {
  const direct: BatchRow[] = [];
  const late: LateRow[] = [];
  const impossible: { index: number; refusals: readonly Refusal[] }[] = [];
  for (const row of rows) {
    const { index, identity, booking } = row;
    const live = standing.get(identityKey(identity))?.live ?? null;
    const touches = isClosed(booking.workedOn, closed) || (live !== null && isClosed(live.workedOn, closed));
    if (!touches || (live && saysTheSame(live, booking))) {
      direct.push(row);
      continue;
    }
    const refusals = refusalsAlone(row);
    if (refusals.length > 0) {
      impossible.push({ index, refusals });
    } else {
      const wish = { identity, booking: asSent(booking), replacesOn: live?.workedOn ?? null };
      late.push({ index, wish: { kind: 'RECORD', ...wish } });
    }
  }
  return { direct, late, impossible };
};

const refusalsAlone = ({ index, booking }: BatchRow): readonly Refusal[] => {
  const day = dayOf(booking);
  const hours = toHours(booking.amount, booking.unit);
  return day && compare(hours, HOURS_A_DAY) > 0 ? [overCapacity(index, day, hours)] : [];
};

/** What becomes of the late rows of a batch. */
export const outcomesOfLate = ({ late, impossible }: SortedRows): readonly RowOutcome[] => [
  ...late.map(({ index }) => ({ index, status: 'QUEUED' as const, refusals: [] })),
  ...impossible.map(({ index, refusals }) => ({ index, status: 'REFUSED' as const, refusals })),
];

/** What was said of an entry: a wish for the queue, or null for what the ledger took, or holds already. */
export interface Word {
  readonly identity: EntryIdentity;
  readonly wish: LateWish | null;
}

/** What a batch said, in the order it was sent; a row that was refused says nothing. `outcomes` are those of its direct rows. */
export const wordsOf = ({ direct, late }: SortedRows, outcomes: readonly RowOutcome[]): readonly Word[] => {
  const refused = new Set(outcomes.filter(({ status }) => status === 'REFUSED').map(({ index }) => index));
  return [
    ...direct
      .filter(({ index }) => !refused.has(index))
      .map(({ index, identity }) => ({ index, identity, wish: null })),
    ...late.map(({ index, wish }) => ({ index, identity: wish.identity, wish })),
  ].sort((a, b) => a.index - b.index);
};

/**
 * Deletions by where they go: an entry of a closed period is not taken back but asked for, everything else that stands is.
 * Of what does not stand, nothing can be taken back, but what waits to be entered is outdone.
 */
export const sortOutDeletions = (
  identities: readonly EntryIdentity[],
  standing: ReadonlyMap<string, Standing>,
  closed: readonly Days[],
): { readonly reversals: readonly LedgerEntry[]; readonly words: readonly Word[] } => {
  const asked = new Map(identities.map((identity) => [identityKey(identity), identity]));
  const reversals: LedgerEntry[] = [];
  const words = [...asked].map(([key, identity]): Word => {
    const live = standing.get(key)?.live ?? null;
    if (live && isClosed(live.workedOn, closed)) {
      return { identity, wish: { kind: 'DELETE', identity, booking: live, replacesOn: live.workedOn } };
    }
    if (live) {
      reversals.push(live);
    }
    return { identity, wish: null };
  });
  return { reversals, words };
};

/** What becomes of the queue. */
export interface QueuePlan {
  /** New in the queue, in their order; those with `isSuperseded` were outdone by a later word of the same call. */
  readonly queued: readonly (LateEntry & { readonly isSuperseded: boolean })[];
  /** Ids of entries that waited and were outdone. */
  readonly superseded: readonly string[];
}

const wantsTheSame = (a: LateWish, b: LateWish): boolean =>
  a.kind === b.kind && (a.kind === 'DELETE' || saysTheSame(a.booking, b.booking));

/**
 * The last word on an entry counts, as it does in the ledger. A wish that waits already with the same values is kept; with
 * other values the newer one takes its place; and whatever goes straight into the ledger, or stands there already,
 * outdoes an older wish, so that nothing old is let in over something newer. `pending` is what waits, by identity key.
 * `refused` is what was refused and not asked for since, where that is not to be asked for again: by a machine that goes over
 * all it knows whenever something of it changes, and would bring it up each time.
 */
export const planQueue = (
  words: readonly Word[],
  pending: ReadonlyMap<string, LateEntry>,
  newId: () => string,
  refused: ReadonlyMap<string, LateEntry>,
): QueuePlan => {
  const waiting = new Map(pending);
  const isRefused = (key: string, wish: LateWish): boolean => {
    const answered = refused.get(key);
    return answered !== undefined && wantsTheSame(answered, wish);
  };
  const queued: LateEntry[] = [];
  for (const { identity, wish } of words) {
    const key = identityKey(identity);
    const before = waiting.get(key);
    if (wish === null) {
      waiting.delete(key);
    } else if (before ? !wantsTheSame(before, wish) : !isRefused(key, wish)) {
      const entry = { id: newId(), kind: wish.kind, identity, booking: wish.booking, replacesOn: wish.replacesOn };
      queued.push(entry);
      waiting.set(key, entry);
    }
  }
  const left = new Set([...waiting.values()].map(({ id }) => id));
  return {
    queued: queued.map((entry) => ({ ...entry, isSuperseded: !left.has(entry.id) })),
    superseded: [...pending.values()].map(({ id }) => id).filter((id) => !left.has(id)),
  };
};
