import type { Decimal } from '../basics/decimal.js';
import type { Refusal } from '../basics/result.js';
import type { LateEntry, LateStatus } from './late-effort.js';
import { hoursAfter, identityKey, planBatch, type BatchPlan, type BatchRow, type Standing } from './plan-batch.js';

/** What letting late entries in comes to: ledger rows and hours, and what stands against some of them, by id. */
export interface Admission extends Omit<BatchPlan, 'outcomes'> {
  readonly admitted: readonly LateEntry[];
  readonly refusals: ReadonlyMap<string, readonly Refusal[]>;
}

/**
 * Late entries are let in by the same plan as any others, in the order they came; but those that make room go before those
 * that need it, deletions first. One that would bring a person's day above 24 hours even then is refused with OVER_CAPACITY
 * and goes on waiting. No two are of one identity, and nothing newer was said of any. `standing` and `hours` are what the
 * ledger holds.
 */
export const admitLate = (
  entries: readonly LateEntry[],
  standing: ReadonlyMap<string, Standing>,
  hours: ReadonlyMap<string, Decimal>,
  newId: () => string,
): Admission => {
  const booked = new Map(hours);
  const deletions = entries.filter(({ kind }) => kind === 'DELETE');
  const taken = deletions.flatMap(({ identity }) => standing.get(identityKey(identity))?.live ?? []);
  for (const entry of taken) {
    hoursAfter(booked, entry, null).forEach((sum, day) => booked.set(day, sum));
  }
  const records = entries.filter(({ kind }) => kind === 'RECORD');
  const rows = records.map(({ identity, booking }, index) => ({ index, identity, booking }));
  const plan = planWhileRoom(rows, standing, booked, newId);
  const without = new Map(plan.outcomes.map((outcome) => [outcome.index, outcome.refusals]));
  const refusals = new Map(
    records.flatMap(({ id }, index) => {
      const why = without.get(index);
      return why ? [[id, why.map(waiting)] as const] : [];
    }),
  );
  return {
    admitted: entries.filter(({ id }) => !refusals.has(id)),
    refusals,
    reversals: [...taken, ...plan.reversals],
    entries: plan.entries,
    hours: plan.hours,
  };
};

/**
 * Plans rows of different identities, those without room again after the others, for as long as some find room; the
 * outcomes are of those that found none.
 */
const planWhileRoom = (
  rows: readonly BatchRow[],
  standing: ReadonlyMap<string, Standing>,
  hours: ReadonlyMap<string, Decimal>,
  newId: () => string,
): BatchPlan => {
  const plan = planBatch(rows, standing, hours, newId);
  const full = new Set(plan.outcomes.filter(({ status }) => status === 'REFUSED').map(({ index }) => index));
  if (full.size === rows.length) {
    return plan;
  }
  const left = rows.filter(({ index }) => full.has(index));
  const rest = planWhileRoom(left, standing, plan.hours, newId);
  return {
    outcomes: rest.outcomes,
    reversals: [...plan.reversals, ...rest.reversals],
    entries: [...plan.entries, ...rest.entries],
    hours: rest.hours,
  };
};

const waiting = ({ code, message }: Refusal): Refusal => ({
  code,
  message: `${message} Until then it stays in the queue.`,
});

const BECAME: Readonly<Record<Exclude<LateStatus, 'PENDING'>, string>> = {
  ACCEPTED: 'was accepted already',
  REFUSED: 'was refused already',
  SUPERSEDED: 'was outdone by something newer that its source sent',
};

/** A late entry is settled once, while it is PENDING: else WRONG_STATE. */
export const maySettleLate = (status: LateStatus): readonly Refusal[] =>
  status === 'PENDING'
    ? []
    : [{ code: 'WRONG_STATE', message: `The late entry ${BECAME[status]}; only one that is PENDING can be settled.` }];
