import { addDays, dateAt, daysBetween, startOfDay } from '../../basics/calendar-date.js';
import { compare, type Decimal } from '../../basics/decimal.js';
import type { Instant } from '../../basics/instant.js';
import { goalOf } from '../../gates/criteria/kpi-goal.js';
import { listed } from '../../gates/criteria/wording.js';
import { definitionAt } from '../../kpis/attainment.js';
import type { KpiDefinition, KpiFacts } from '../../kpis/kpi.js';
import type { FindingRule, FindingScene, ReviewSpan } from '../finding.js';
import { heldSince } from '../held-since.js';
import { revisions } from '../kpis-in-force.js';

const DAYS = 30;

const order = (a: Decimal | null, b: Decimal | null): number => (a === null || b === null ? 0 : compare(a, b));

/** Of two definitions in another unit or direction neither is easier, nor of two ranges of which none lies within the other. */
const isEasier = (after: KpiDefinition, before: KpiDefinition): boolean => {
  if (after.unit !== before.unit || after.direction !== before.direction) {
    return false;
  }
  if (after.direction === 'RANGE') {
    const [low, high] = [order(after.rangeLow, before.rangeLow), order(after.rangeHigh, before.rangeHigh)];
    return low <= 0 && high >= 0 && low !== high;
  }
  return order(after.target, before.target) * (after.direction === 'DECREASE' ? 1 : -1) > 0;
};

/** Whether a review is looked at: while it is open, and through the 30th day after it was decided. */
const isLookedAt = ({ requestedAt, decidedAt, cancelledAt }: ReviewSpan, then: Instant, timeZone: string): boolean => {
  if (requestedAt > then || (cancelledAt !== null && cancelledAt <= then)) {
    return false;
  }
  return decidedAt === null || daysBetween(dateAt(decidedAt, timeZone), dateAt(then, timeZone)) <= DAYS;
};

/** A KPI of which the target was made easier before a review, and is still easier than it was before that. */
interface Eased {
  readonly before: KpiDefinition;
  readonly inForce: KpiDefinition;
  readonly revisedAt: Instant;
  readonly review: ReviewSpan;
}

const easedBefore = (
  review: ReviewSpan,
  { definitions, ...kpi }: KpiFacts,
  then: Instant,
  timeZone: string,
): readonly Eased[] => {
  const inForce = definitionAt({ definitions, ...kpi }, then);
  const from = addDays(dateAt(review.requestedAt, timeZone), -DAYS);
  const until = review.decidedAt !== null && review.decidedAt < then ? review.decidedAt : then;
  return definitions
    .flatMap((definition, index) => {
      const before = definitions[index - 1];
      return inForce !== null &&
        before !== undefined &&
        definition.recordedAt <= until &&
        dateAt(definition.recordedAt, timeZone) >= from &&
        isEasier(definition, before) &&
        isEasier(inForce, before)
        ? [{ before, inForce, revisedAt: definition.recordedAt, review }]
        : [];
    })
    .slice(0, 1);
};

const easedAt = ({ reviews, kpis, timeZone }: FindingScene, then: Instant): readonly Eased[] => {
  const lookedAt = reviews
    .filter((review) => isLookedAt(review, then, timeZone))
    .toSorted((a, b) => (a.requestedAt > b.requestedAt ? -1 : 1));
  return kpis.flatMap((kpi) => lookedAt.flatMap((review) => easedBefore(review, kpi, then, timeZone)).slice(0, 1));
};

/**
 * A target, limit or range was made easier within the 30 days before a review was requested, or while it went on, and is easier
 * still than before that. It is told while the review is open and for 30 days after its decision, so that whoever looks once a
 * month sees it; it clears at once where the target is put back or the review is cancelled. WARNING: there may be a good
 * reason, and those who decide have to know of it.
 */
export const targetEased: FindingRule = (scene) => {
  const { kpis, reviews, at, timeZone } = scene;
  const over = reviews.flatMap(({ decidedAt }) =>
    decidedAt === null ? [] : startOfDay(addDays(dateAt(decidedAt, timeZone), DAYS + 1), timeZone),
  );
  const steps = reviews.flatMap(({ requestedAt, decidedAt, cancelledAt }) => [requestedAt, decidedAt, cancelledAt]);
  const changes = [...revisions(kpis), ...over, ...steps.filter((step) => step !== null)];
  const since = heldSince(changes, at, (then) => easedAt(scene, then).length > 0);
  const eased = since === null ? [] : easedAt(scene, at);
  const told = eased.map(
    ({ before, inForce, revisedAt }) =>
      `${inForce.name} had a ${String(goalOf(before))} until ${dateAt(revisedAt, timeZone)} and has a ${String(goalOf(inForce))} now`,
  );
  return since === null
    ? []
    : [
        {
          code: 'TARGET_EASED',
          subject: '',
          level: 'WARNING',
          since,
          message: `Shortly before a review it was made easier to pass: ${listed(told)}.`,
          facts: {
            kpis: eased.map(({ before, inForce, revisedAt, review }) => ({
              name: inForce.name,
              role: inForce.role,
              from: goalOf(before),
              to: goalOf(inForce),
              revisedOn: dateAt(revisedAt, timeZone),
              gateKey: review.gateKey,
              requestedOn: dateAt(review.requestedAt, timeZone),
            })),
          },
        },
      ];
};
