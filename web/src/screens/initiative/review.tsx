import { Title } from '@mantine/core';
import { graphql } from '../../api/generated';
import { useCommand } from '../../api/queries';
import { Anchored } from '../../parts/anchored';
import { AskText } from '../../parts/ask-text';
import { MayDo } from '../../parts/may';
import { agoOf, countOf, dayOf } from '../../words/format';
import { OUTCOME } from '../../words/labels';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';
import type { Review } from './questions';

const CANCEL = graphql(`
  mutation CancelReview($reviewId: ID!, $reason: String!) {
    gateReviewCancel(reviewId: $reviewId, reason: $reason) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** The review that is open: since when, by when, how people have voted, and what the viewer may do. */
export const ReviewOfNow = ({ initiative, viewerId }: TabProps) => {
  const { gate, viewerCan, status } = initiative;
  if (!gate || status !== 'ACTIVE') {
    return null;
  }
  const review = gate.currentReview;
  if (!review) {
    const { whoCan } = viewerCan.requestReview;
    return (
      <section className={`card ${classes.panel}`} aria-label="Review">
        <Title order={2} size="h4">
          No review is open
        </Title>
        <p className="quiet">
          Gatekeepers decide in a review.{' '}
          {viewerCan.requestReview.allowed
            ? 'You can request one.'
            : whoCan.length > 0 && `It can be requested by ${whoCan.map(({ name }) => name).join(', ')}.`}
        </p>
      </section>
    );
  }
  const mine = review.votes.find(({ voter }) => voter.id === viewerId);
  return (
    <Anchored id={review.id} className={`card ${classes.panel}`}>
      <section aria-label="Review">
        <div className={classes.panelHead}>
          <Title order={2} size="h4">
            Review is open
          </Title>
          {review.dueOn !== null && (
            <strong className={review.isOverdue ? 'tone-bad' : ''}>
              {review.isOverdue ? '■ overdue since ' : 'due '}
              {dayOf(review.dueOn)}
            </strong>
          )}
        </div>
        <p className="quiet">
          Requested by {review.requestedBy.name} {agoOf(review.requestedAt)}
          {review.note !== null && `: ${review.note}`}
        </p>
        <Votes review={review} quorum={gate.definition.quorum} />
        <p className="quiet">{canDecide(review)}</p>
        <div className={classes.actions}>
          <MayDo
            may={review.viewerCan.vote}
            size="xs"
            link={{ to: '/i/$initiativeKey/decide', params: { initiativeKey: initiative.key }, search: true }}
          >
            {mine ? 'Change my vote' : 'Cast my vote'}
          </MayDo>
          <Cancel review={review} />
        </div>
      </section>
    </Anchored>
  );
};

const canDecide = ({ viewerCan: { decide } }: Review): string =>
  decide.whoCan.length > 0
    ? `Can be decided by ${decide.whoCan.map(({ name }) => name).join(', ')}.`
    : (decide.reason ?? 'Nobody can decide it at present.');

/** Who voted for what, and how many votes the gate asks for. */
export const Votes = ({ review, quorum }: { review: Review; quorum: number }) => {
  const spoken = review.votes.filter(({ outcome, isGatekeeper }) => outcome !== null && isGatekeeper).length;
  return (
    <>
      <p>
        {countOf(spoken, 'vote')} in, {quorum} needed{quorum > spoken && '; deciding counts as a vote'}.
      </p>
      {review.votes.length > 0 && (
        <ul className={classes.plain}>
          {review.votes.map(({ voter, outcome, comment, isGatekeeper }) => (
            <li key={voter.id}>
              <strong>{voter.name}</strong>: {outcome === null ? 'abstains' : OUTCOME[outcome]}
              {comment !== null && `, “${comment}”`}
              {!isGatekeeper && ' (no gatekeeper any more; does not count)'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const Cancel = ({ review: { id, viewerCan } }: { review: Review }) => {
  const cancel = useCommand(CANCEL);
  return (
    <AskText
      may={viewerCan.cancel}
      does="Call off"
      aloud="the review"
      title="Call off the review"
      label="Why"
      run={async (reason) => (await cancel.mutateAsync({ reviewId: id, reason })).gateReviewCancel.userErrors}
    />
  );
};
