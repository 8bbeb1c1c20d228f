import { invalid, type Refusal } from '../basics/result.js';
import type { EvidenceKind } from './evidence.js';

/** A piece of evidence as its reviewer finds it. */
export interface ReviewedEvidence {
  readonly kind: EvidenceKind | 'TICKETS_DONE';
  readonly submittedBy: string;
  readonly initiativeOwnerId: string;
  /** Null while it was not reviewed. */
  readonly outcome: EvidenceOutcome | null;
}

export const EVIDENCE_OUTCOMES = ['ACCEPTED', 'RETURNED'] as const;
export type EvidenceOutcome = (typeof EVIDENCE_OUTCOMES)[number];

export interface EvidenceVerdict {
  readonly reviewerId: string;
  readonly outcome: EvidenceOutcome;
  readonly comment: string | null;
}

/**
 * Evidence is reviewed once, by somebody who is neither its submitter nor the initiative's owner (law 4), and returned only
 * with a comment. An external check needs no review. SELF_REVIEW, WRONG_STATE and INVALID, all that hold.
 */
export const checkEvidenceReview = (evidence: ReviewedEvidence, verdict: EvidenceVerdict): readonly Refusal[] => [
  ...reviewsOwn(evidence, verdict.reviewerId),
  ...wrongState(evidence),
  ...(verdict.outcome === 'RETURNED' && (verdict.comment ?? '') === ''
    ? [invalid(['input', 'comment'], 'Returning evidence needs a comment that says what is missing.')]
    : []),
];

/** SELF_REVIEW for who submitted evidence and for the owner of the initiative; `submittedBy` is null for evidence at large. */
export const reviewsOwn = (
  evidence: Pick<ReviewedEvidence, 'initiativeOwnerId'> & { readonly submittedBy: string | null },
  reviewerId: string,
): readonly Refusal[] => {
  const whose =
    reviewerId === evidence.submittedBy
      ? 'you submitted it'
      : reviewerId === evidence.initiativeOwnerId
        ? 'you own the initiative'
        : null;
  return whose
    ? [
        {
          code: 'SELF_REVIEW',
          message: `Nobody reviews what is their own, and ${whose}; ask another evidence reviewer or gatekeeper.`,
        },
      ]
    : [];
};

const BY_ITSELF: Readonly<Record<string, string>> = {
  EXTERNAL_CHECK: 'An external check needs no review: its newest result counts by itself.',
  TICKETS_DONE: 'A ticket needs no review: it counts while it is done.',
};

const wrongState = ({ kind, outcome }: ReviewedEvidence): readonly Refusal[] => {
  const why = BY_ITSELF[kind];
  if (why !== undefined) {
    return [{ code: 'WRONG_STATE', message: why }];
  }
  return outcome === null
    ? []
    : [
        {
          code: 'WRONG_STATE',
          message: `It was reviewed already and is ${outcome}; submit new evidence to have that reviewed.`,
        },
      ];
};
