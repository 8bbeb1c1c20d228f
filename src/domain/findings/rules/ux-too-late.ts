import type { Instant } from '../../basics/instant.js';
import type { FindingRule } from '../finding.js';
import { heldSince } from '../held-since.js';
import { arrivals, hasReached } from '../standing.js';

/**
 * It stands in category PILOT or later, and no UX review was ever accepted, at whichever gate: those who are to use it were
 * not asked. WARNING: the later they are, the more there is to change, but it can still be changed.
 */
export const uxTooLate: FindingRule = (scene) => {
  const acceptedAt = scene.evidence.flatMap(({ content, review }) =>
    content.kind === 'UX_REVIEW' && review?.outcome === 'ACCEPTED' ? [review.reviewedAt] : [],
  );
  const isWithout = (then: Instant): boolean => acceptedAt.every((accepted) => accepted > then);
  const since = heldSince(
    [...acceptedAt, ...arrivals(scene)],
    scene.at,
    (then) => hasReached(scene, 'PILOT', then) && isWithout(then),
  );
  const submitted = scene.evidence.filter(
    ({ content, submittedAt }) => content.kind === 'UX_REVIEW' && submittedAt <= scene.at,
  );
  const what = submitted.length === 0 ? 'none was handed in' : `none of the ${submitted.length} handed in is accepted`;
  return since === null
    ? []
    : [
        {
          code: 'UX_TOO_LATE',
          subject: '',
          level: 'WARNING',
          since,
          message: `It is past its proof of concept without any accepted UX review: ${what}.`,
          facts: { submitted: submitted.length },
        },
      ];
};
