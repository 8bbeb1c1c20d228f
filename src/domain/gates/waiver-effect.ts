import { dateAt } from '../basics/calendar-date.js';
import type { Answer } from './criteria/assessor.js';
import type { KnownFacts } from './known-facts.js';
import { isWaiverOf, waiverStatusOn, wasApproved, type WaiverFact, type WaiverStatus } from './waiver.js';

/** What a criterion says once its waivers are looked at, and the waiver that rests on where it is WAIVED. */
export type WaivedAnswer = Answer & { readonly waiverId: string | null };

/** The one requested last; ids break a tie, so the answer does not hang on the order of the rows. */
const newest = (waivers: readonly WaiverFact[]): WaiverFact | undefined =>
  waivers.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1);

const order = ({ requestedAt, id }: WaiverFact): string => `${requestedAt} ${id}`;

const waived = (answer: Answer, { id, expiresOn, compensatingControl }: WaiverFact): WaivedAnswer => ({
  ...answer,
  status: 'WAIVED',
  reason: `It is waived through ${expiresOn}, and until then "${compensatingControl}" stands in for it. Without the waiver: ${answer.reason}`,
  waiverId: id,
});

const waiting = ({ requestedAt }: WaiverFact, { timeZone }: KnownFacts): string =>
  `A waiver was requested on ${dateAt(requestedAt, timeZone)}: a gatekeeper other than its requester can decide it.`;

const ending = (over: WaiverFact, { timeZone }: KnownFacts): string =>
  over.revokedAt === null
    ? `Its waiver ran out: it held through ${over.expiresOn}.`
    : `Its waiver was revoked on ${dateAt(over.revokedAt, timeZone)}.`;

/**
 * A criterion that is neither met nor inapplicable by itself is WAIVED while a waiver of it at this gate is in force; what
 * it says underneath stays in the reason, and the remedy is what would meet it for good. Otherwise it speaks for itself: a
 * waiver that waits for a decision is named in the remedy, one that was in force and is over in the reason (laws 3 and 14).
 */
export const withWaivers = (gateKey: string, criterionKey: string, answer: Answer, known: KnownFacts): WaivedAnswer => {
  if (answer.status === 'MET' || answer.status === 'NOT_APPLICABLE') {
    return { ...answer, waiverId: null };
  }
  const own = known.waivers.filter((waiver) => isWaiverOf(waiver, gateKey, criterionKey));
  const last = (...statuses: readonly WaiverStatus[]): WaiverFact | undefined =>
    newest(own.filter((waiver) => statuses.includes(waiverStatusOn(waiver, known.today))));

  const inForce = last('APPROVED');
  if (inForce) {
    return waived(answer, inForce);
  }
  const pending = last('PENDING');
  const over = newest(own.filter((waiver) => wasApproved(waiver)));
  return {
    ...answer,
    reason: over ? `${answer.reason} ${ending(over, known)}` : answer.reason,
    remedy: pending ? [answer.remedy, waiting(pending, known)].filter(Boolean).join(' ') : answer.remedy,
    waiverId: null,
  };
};
