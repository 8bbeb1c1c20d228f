import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { invalid, type Refusal } from '../basics/result.js';
import type { InitiativeStatus } from '../initiatives/initiative.js';
import type { GateReview } from './review.js';

/** What a request for a review meets. */
export interface ReviewScene {
  readonly status: InitiativeStatus;
  /** The exit gate of the stage it stands in; null in the last one. */
  readonly gateKey: string | null;
  readonly openReview: Pick<GateReview, 'gateKey'> | null;
  readonly dueOn: CalendarDate | null;
  /** In the portfolio's time zone. */
  readonly today: CalendarDate;
}

const wrongState = (message: string): Refusal => ({ code: 'WRONG_STATE', message });

/**
 * A review is requested of an ACTIVE initiative at a gate, one at a time (law 8), to be decided today or later. All that
 * stands against it: WRONG_STATE, and INVALID for a due date in the past.
 */
export const mayRequestReview = ({ status, gateKey, openReview, dueOn, today }: ReviewScene): readonly Refusal[] => [
  ...(openReview ? [wrongState(`A review at gate ${openReview.gateKey} is open already; vote in that one.`)] : []),
  ...(status === 'ACTIVE' ? [] : [wrongState(`The initiative is ${status}; only an ACTIVE one is reviewed.`)]),
  ...(gateKey === null ? [wrongState('The initiative stands in the last stage, which has no exit gate.')] : []),
  ...(dueOn !== null && dueOn < today
    ? [invalid(['input', 'dueOn'], `dueOn must be ${today} or later, and was ${dueOn}.`)]
    : []),
];

/** A review takes votes and a decision only while it is open: else WRONG_STATE. */
export const unlessOpen = ({ status }: Pick<GateReview, 'status'>): readonly Refusal[] =>
  status === 'OPEN' ? [] : [wrongState(`The review is ${status} already; nothing can be added to it.`)];

/** By when a review is to be decided where the request does not say: the gate's `slaDays` after today; null where it has none. */
export const dueBySla = (today: CalendarDate, slaDays: number | null): CalendarDate | null =>
  slaDays === null ? null : addDays(today, slaDays);
