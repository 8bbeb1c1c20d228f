import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReviewsQuery } from '../../api/generated/graphql';
import { Listing } from '../../parts/listing';
import { WhyNot } from '../../parts/permitted';
import rows from '../../parts/rows.module.css';
import { dayOf, daysOf } from '../../words/format';
import { CRITERION_STATUS } from '../../words/labels';
import { ReviewLine } from './review-line';

type Portfolio = NonNullable<ReviewsQuery['portfolio']>;

/** What is to be decided: what is in danger, what has a day, and what could have one. */
export const ReviewLists = ({ portfolio }: { portfolio: Portfolio }) => {
  const { scheduled, ready, inDanger } = portfolio;
  return (
    <>
      <Listing
        title="In danger"
        count={inDanger.totalCount}
        about="Overdue, or due within 14 days, and the gate is not ready."
        empty="No review is in danger."
      >
        {inDanger.nodes.map((review) => (
          <ReviewLine key={review.id} review={review}>
            <Missing of={review.initiative} />
          </ReviewLine>
        ))}
      </Listing>
      <Listing
        title="Scheduled"
        count={scheduled.totalCount}
        about="Open reviews, what is due first first."
        empty="No review is open. Request one for an initiative that is ready, below."
      >
        {scheduled.nodes.map((review) => (
          <ReviewLine key={review.id} review={review} />
        ))}
      </Listing>
      <Listing
        title="Ready, not scheduled"
        count={ready.totalCount}
        about="A go would be refused for nothing, and nobody has requested a review. The longest in its stage first."
        empty="Nothing waits here: what is ready has a review."
      >
        {ready.nodes.map((initiative) => (
          <ReadyLine key={initiative.id} initiative={initiative} />
        ))}
      </Listing>
    </>
  );
};

const ReadyLine = ({ initiative }: { initiative: Portfolio['ready']['nodes'][number] }) => {
  const { key, name, stage, gate, daysInStage, viewerCan } = initiative;
  const params = { initiativeKey: key };
  return (
    <li className={rows.row}>
      <div className={rows.main}>
        <Anchor component={Link} to="/i/$initiativeKey" params={params as never}>
          {key}
        </Anchor>{' '}
        <strong>{name}</strong>
        <div className="quiet">
          {gate?.definition.name ?? stage.name} · {daysOf(daysInStage)} in {stage.name}
        </div>
      </div>
      <div className={rows.side}>
        {viewerCan.requestReview.allowed ? (
          <Anchor component={Link} to="/i/$initiativeKey/request-review" params={params as never}>
            Request review<span className="aloud"> of {key}</span>
          </Anchor>
        ) : (
          <WhyNot of={viewerCan.requestReview} />
        )}
      </div>
    </li>
  );
};

const Missing = ({ of: { key, gate } }: { of: Portfolio['inDanger']['nodes'][number]['initiative'] }) => {
  const blocking = gate?.readiness.assessments.filter(({ blocks }) => blocks) ?? [];
  return (
    <ul className={rows.missing} aria-label={`What ${key} lacks`}>
      {blocking.map(({ criterion, status, reason }) => (
        <li key={criterion.key}>
          <span className={`tone-${CRITERION_STATUS[status].tone}`}>{CRITERION_STATUS[status].word}</span>:{' '}
          {criterion.name}
          <div className="quiet">{reason}</div>
        </li>
      ))}
      {gate?.readiness.openConditions.map(({ id, text, dueOn }) => (
        <li key={id}>
          Condition not closed: {text}
          <div className="quiet">Due {dayOf(dueOn)}</div>
        </li>
      ))}
    </ul>
  );
};
