import { describe, expect, it } from '@jest/globals';
import { checkEvidenceReview, type ReviewedEvidence } from './check-evidence-review.js';

const EVIDENCE: ReviewedEvidence = {
  kind: 'DOCUMENT',
  submittedBy: 'submitter',
  initiativeOwnerId: 'owner',
  outcome: null,
};

const codes = (evidence: Partial<ReviewedEvidence>, reviewerId = 'reviewer', comment: string | null = 'Fine.') =>
  checkEvidenceReview({ ...EVIDENCE, ...evidence }, { reviewerId, outcome: 'RETURNED', comment }).map(
    (refusal) => refusal.code,
  );

const messages = (evidence: Partial<ReviewedEvidence>, reviewerId = 'reviewer') =>
  checkEvidenceReview({ ...EVIDENCE, ...evidence }, { reviewerId, outcome: 'RETURNED', comment: '' }).map(
    ({ message }) => message,
  );

describe('Who may review which evidence', () => {
  it('takes a review by somebody else', () => {
    expect(codes({})).toEqual([]);
  });

  it('refuses its submitter and the owner of the initiative', () => {
    expect(codes({}, 'submitter')).toEqual(['SELF_REVIEW']);
    expect(codes({}, 'owner')).toEqual(['SELF_REVIEW']);
  });

  it.each(['ACCEPTED', 'RETURNED'] as const)('refuses a second review of what is %s', (outcome) => {
    expect(codes({ outcome })).toEqual(['WRONG_STATE']);
  });

  it('refuses to review an external check, which counts by itself', () => {
    expect(codes({ kind: 'EXTERNAL_CHECK' })).toEqual(['WRONG_STATE']);
  });

  it('asks a comment to return it, and none to accept it', () => {
    expect(codes({}, 'reviewer', null)).toEqual(['INVALID']);
    expect(checkEvidenceReview(EVIDENCE, { reviewerId: 'reviewer', outcome: 'ACCEPTED', comment: null })).toEqual([]);
  });

  it('says everything that stands in the way at once', () => {
    expect(codes({ outcome: 'ACCEPTED' }, 'owner', null)).toEqual(['SELF_REVIEW', 'WRONG_STATE', 'INVALID']);
  });

  it('says what stands in the way, and who or what would help', () => {
    const comment = 'Returning evidence needs a comment that says what is missing.';
    expect(messages({}, 'submitter')).toEqual([
      'Nobody reviews what is their own, and you submitted it; ask another evidence reviewer or gatekeeper.',
      comment,
    ]);
    expect(messages({}, 'owner')).toEqual([
      'Nobody reviews what is their own, and you own the initiative; ask another evidence reviewer or gatekeeper.',
      comment,
    ]);
    expect(messages({ outcome: 'ACCEPTED' })).toEqual([
      'It was reviewed already and is ACCEPTED; submit new evidence to have that reviewed.',
      comment,
    ]);
    expect(messages({ kind: 'EXTERNAL_CHECK' })).toEqual([
      'An external check needs no review: its newest result counts by itself.',
      comment,
    ]);
    expect(checkEvidenceReview(EVIDENCE, { reviewerId: 'reviewer', outcome: 'RETURNED', comment: null })).toEqual([
      { code: 'INVALID', message: comment, field: ['input', 'comment'] },
    ]);
    expect(checkEvidenceReview(EVIDENCE, { reviewerId: 'reviewer', outcome: 'RETURNED', comment: 'No.' })).toEqual([]);
  });
});
