import type { CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';
import type { Refusal } from '../basics/result.js';

export const GATE_CONDITION_STATUSES = ['OPEN', 'CLOSED', 'BREACHED'] as const;
export type GateConditionStatus = (typeof GATE_CONDITION_STATUSES)[number];

/** A condition of a CONDITIONAL_GO as the ledger holds it, with what became of it. */
export interface ConditionFact {
  readonly id: string;
  readonly text: string;
  readonly ownerId: string;
  /** The last day on which it can be closed in time. */
  readonly dueOn: CalendarDate;
  /** The criterion it covers; null for one that covers none. */
  readonly criterionKey: string | null;
  readonly madeAt: Instant;
  /** When the system found it overdue; null where it never was. */
  readonly breachedAt: Instant | null;
  readonly closedAt: Instant | null;
}

/** A condition with where it stands. */
export interface StandingCondition extends ConditionFact {
  readonly status: GateConditionStatus;
}

const standing = (condition: ConditionFact, at: Instant): StandingCondition => {
  const breachedAt = condition.breachedAt !== null && condition.breachedAt <= at ? condition.breachedAt : null;
  const closedAt = condition.closedAt !== null && condition.closedAt <= at ? condition.closedAt : null;
  const unclosed = breachedAt === null ? 'OPEN' : 'BREACHED';
  const { id, text, ownerId, dueOn, criterionKey, madeAt } = condition;
  // Field by field: a row says more, and what was written down at the closing is not known before it.
  const agreed = { id, text, ownerId, dueOn, criterionKey, madeAt };
  return { ...agreed, breachedAt, closedAt, status: closedAt === null ? unclosed : 'CLOSED' };
};

/** The conditions that were made by an instant, each as it stood then: what became of them later is unknown at it (law 1). */
export const conditionsAt = (conditions: readonly ConditionFact[], at: Instant): readonly StandingCondition[] =>
  conditions.filter(({ madeAt }) => madeAt <= at).map((condition) => standing(condition, at));

/** A condition holds the next gate locked until it is closed, a breached one too (law 10). */
export const isUnclosed = ({ status }: Pick<StandingCondition, 'status'>): boolean => status !== 'CLOSED';

/**
 * A condition holds through the whole of its due date, in the portfolio's time zone; from the day after, one that is still
 * open is overdue and is to be marked BREACHED (law 13).
 */
export const isOverdue = ({ status, dueOn }: StandingCondition, today: CalendarDate): boolean =>
  status === 'OPEN' && dueOn < today;

/** A condition is closed once, in time or late: else WRONG_STATE. */
export const mayClose = ({ status }: Pick<StandingCondition, 'status'>): readonly Refusal[] =>
  status === 'CLOSED' ? [{ code: 'WRONG_STATE', message: 'The condition is closed already.' }] : [];
