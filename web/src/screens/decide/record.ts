import { notifications } from '@mantine/notifications';
import { useCommand, type UserError } from '../../api/queries';
import { OUTCOME } from '../../words/labels';
import type { Initiative } from '../initiative/questions';
import { conditionsIn, type Draft } from './draft';
import { DECIDE, REQUEST_REVIEW, VOTE } from './questions';

/** Records a decision on the version it was made on; requests the review first where none is open. */
export const useRecord = (initiative: Initiative) => {
  const request = useCommand(REQUEST_REVIEW);
  const decide = useCommand(DECIDE);
  const vote = useCommand(VOTE);

  const decideIn = async (reviewId: string, draft: Draft, expectedVersion: number): Promise<readonly UserError[]> => {
    if (draft.outcome === null) {
      return [];
    }
    const { gateDecide } = await decide.mutateAsync({
      reviewId,
      input: {
        outcome: draft.outcome,
        rationale: draft.rationale.trim(),
        expectedVersion,
        conditions: [...conditionsIn(draft)],
        recycleToStageKey: draft.outcome === 'RECYCLE' ? draft.recycleTo : null,
      },
    });
    if (gateDecide.decision) {
      const { outcome, toStage } = gateDecide.decision;
      notifications.show({
        color: 'teal',
        title: `${OUTCOME[outcome]} is recorded`,
        message: `${initiative.key} ${toStage ? `stands in ${toStage.name} now` : 'stays where it is'}.`,
        closeButtonProps: { 'aria-label': 'Close' },
      });
    }
    return gateDecide.userErrors;
  };

  const record = async (draft: Draft, expectedVersion: number): Promise<readonly UserError[]> => {
    const open = initiative.gate?.currentReview?.id;
    if (open !== undefined) {
      return decideIn(open, draft, expectedVersion);
    }
    const { gateReviewRequest } = await request.mutateAsync({ initiativeId: initiative.id, input: {} });
    return gateReviewRequest.review
      ? decideIn(gateReviewRequest.review.id, draft, expectedVersion)
      : gateReviewRequest.userErrors;
  };

  const castVote = async ({ outcome, rationale }: Draft): Promise<readonly UserError[]> => {
    const reviewId = initiative.gate?.currentReview?.id ?? '';
    const comment = rationale.trim();
    const { gateVoteCast } = await vote.mutateAsync({
      reviewId,
      input: { outcome, comment: comment === '' ? null : comment },
    });
    if (gateVoteCast.userErrors.length === 0) {
      notifications.show({
        color: 'teal',
        title: 'Your vote is in',
        message: outcome === null ? 'You abstain.' : `${OUTCOME[outcome]}.`,
        closeButtonProps: { 'aria-label': 'Close' },
      });
    }
    return gateVoteCast.userErrors;
  };

  return { record, castVote, busy: request.isPending || decide.isPending || vote.isPending };
};
