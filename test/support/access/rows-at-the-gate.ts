import type { Row } from './row.js';
import { by, byOr, BY_ITS_AUTHOR, BY_ITS_AUTHOR_OR } from './rules.js';

const FAR_OFF = 999;

/** Who may change what is at a gate: reviews, evidence, waivers, conditions, and what people say of it. */
export const AT_THE_GATE: readonly Row[] = [
  {
    operation: 'commentPost',
    of: 'on an initiative',
    takes: by('comment:post'),
    target: ({ initiative }) => initiative,
    variables: (initiativeId) => ({ input: { initiativeId, text: 'Seen.' } }),
  },
  {
    operation: 'commentPost',
    of: 'on a review',
    takes: by('comment:post'),
    target: ({ openReview }) => openReview,
    variables: (reviewId) => ({ input: { reviewId, text: 'Seen.' } }),
  },
  {
    operation: 'commentEdit',
    takes: BY_ITS_AUTHOR,
    target: ({ comment }) => comment,
    variables: (id) => ({ id, input: { text: 'Seen.', expectedVersion: FAR_OFF } }),
    refusedAs: ['STALE_VERSION'],
  },
  {
    operation: 'commentDelete',
    takes: BY_ITS_AUTHOR_OR('comment:delete'),
    target: ({ deletedComment }) => deletedComment,
    variables: (id) => ({ id }),
  },
  {
    operation: 'evidenceReview',
    takes: by('evidence:review'),
    target: ({ evidence }) => evidence,
    variables: (id) => ({ id, input: { outcome: 'ACCEPTED' } }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'evidenceSubmit',
    of: 'a document',
    takes: by('evidence:submit'),
    target: ({ atReview }) => atReview,
    variables: (initiativeId) => ({
      initiativeId,
      criterionKey: 'problem-statement',
      input: { document: { summary: 'Why', url: 'https://example.org/why', effectiveOn: '2026-05-01' } },
    }),
  },
  {
    operation: 'evidenceSubmit',
    of: 'an external check',
    takes: by('check:submit'),
    target: ({ launched }) => launched,
    variables: (initiativeId) => ({
      initiativeId,
      criterionKey: 'alerts-live',
      input: {
        externalCheck: {
          name: 'Alerts',
          passed: true,
          checkedAt: '2026-04-30T09:00:00Z',
          url: 'https://example.org/run/1',
          externalId: 'run-1',
        },
      },
    }),
  },
  {
    operation: 'gateConditionClose',
    takes: by('condition:close'),
    target: ({ closedCondition }) => closedCondition,
    variables: (id) => ({ id, input: { note: 'Asked once more' } }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'gateDecide',
    takes: by('gate:decide'),
    target: ({ openReview }) => openReview,
    variables: (reviewId) => ({
      reviewId,
      input: { outcome: 'HOLD', rationale: 'Not now', expectedVersion: FAR_OFF },
    }),
    refusedAs: ['STALE_VERSION'],
  },
  {
    operation: 'gateReviewCancel',
    takes: by('review:cancel'),
    target: ({ openReview }) => openReview,
    variables: (reviewId) => ({ reviewId, reason: ' ' }),
    refusedAs: ['INVALID'],
  },
  {
    operation: 'gateReviewRequest',
    takes: by('review:request'),
    target: ({ atReview }) => atReview,
    variables: (initiativeId) => ({ initiativeId, input: {} }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'gateVoteCast',
    takes: by('gate:vote'),
    target: ({ openReview }) => openReview,
    variables: (reviewId) => ({ reviewId, input: { outcome: null, comment: 'I abstain' } }),
  },
  {
    operation: 'statusUpdatePost',
    takes: byOr('status:post', 'OWNER', 'SPONSOR'),
    target: ({ initiative }) => initiative,
    variables: (initiativeId) => ({ initiativeId, input: { health: 'ON_TRACK', text: 'All is well.' } }),
  },
  {
    operation: 'waiverDecide',
    takes: by('waiver:decide'),
    target: ({ decidedWaiver }) => decidedWaiver,
    variables: (id) => ({ id, input: { approve: false, comment: 'After all' } }),
    refusedAs: ['WRONG_STATE'],
  },
  {
    operation: 'waiverRequest',
    takes: by('waiver:request'),
    target: ({ initiative }) => initiative,
    variables: (initiativeId) => ({
      initiativeId,
      criterionKey: 'data-access',
      input: { reason: 'Later', compensatingControl: 'By hand', expiresOn: '2026-05-31' },
    }),
    refusedAs: ['WAIVER_EXISTS'],
  },
  {
    operation: 'waiverRevoke',
    takes: by('waiver:revoke'),
    target: ({ pendingWaiver }) => pendingWaiver,
    variables: (id) => ({ id, reason: ' ' }),
    refusedAs: ['INVALID'],
  },
];
