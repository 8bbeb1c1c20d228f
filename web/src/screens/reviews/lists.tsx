import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReadyInitiativesQuery, ReviewLineFragment, ReviewsInDangerQuery } from '../../api/generated/graphql';
import { nextOf, type Pages } from '../../api/pages';
import { Answered } from '../../parts/answered';
import { TextLink } from '../../parts/links';
import { Listing } from '../../parts/listing';
import { More } from '../../parts/more';
import { WhyNot } from '../../parts/permitted';
import rows from '../../parts/rows.module.css';
import { dayOf, daysOf } from '../../words/format';
import { CRITERION_STATUS } from '../../words/labels';
import { ReviewLine } from './review-line';

type Danger = NonNullable<ReviewsInDangerQuery['portfolio']>['gateReviews']['nodes'][number];
type ReadyOne = NonNullable<ReadyInitiativesQuery['portfolio']>['initiatives']['nodes'][number];

type Paged<N> = Pages<{ readonly nodes: readonly N[]; readonly totalCount?: number | undefined }>;

/** What is to be decided soon and would be refused, with what is missing. */
export const InDanger = ({ list }: { list: Paged<Danger> }) => (
  <Lines
    list={list}
    title="In danger"
    of="in danger"
    about="Overdue, or due within 14 days, and the gate is not ready."
    empty="No review is in danger."
    line={(review) => (
      <ReviewLine key={review.id} review={review}>
        <Missing of={review.initiative} />
      </ReviewLine>
    )}
  />
);

/** All that has a review. */
export const Scheduled = ({ list }: { list: Paged<ReviewLineFragment> }) => (
  <Lines
    list={list}
    title="Scheduled"
    of="reviews"
    about="Open reviews, the first due on top."
    empty="No review is open. Request one for an initiative that is ready, below."
    line={(review) => <ReviewLine key={review.id} review={review} />}
  />
);

/** What could have one. */
export const Ready = ({ list }: { list: Paged<ReadyOne> }) => (
  <Lines
    list={list}
    title="Ready, not scheduled"
    of="initiatives"
    about="Nothing stands against a go, and nobody has requested a review. The longest in its stage first."
    empty="No initiative is ready without a review."
    line={(initiative) => <ReadyLine key={initiative.id} initiative={initiative} />}
  />
);

const Lines = <N,>({
  list,
  title,
  about,
  empty,
  of,
  line,
}: {
  list: Paged<N>;
  title: string;
  about: string;
  empty: string;
  /** What there is more of, in the plural. */
  of: string;
  line: (one: N) => ReactNode;
}) => (
  <Answered to={list} skeleton={<Skeleton h={120} mb="lg" />}>
    {({ nodes, totalCount }) => (
      <Listing
        title={title}
        {...(totalCount === undefined ? {} : { count: totalCount })}
        about={about}
        empty={empty}
        more={<More onMore={nextOf(list)} busy={list.isFetchingNextPage} of={of} />}
      >
        {nodes.map(line)}
      </Listing>
    )}
  </Answered>
);

const ReadyLine = ({ initiative }: { initiative: ReadyOne }) => {
  const { key, name, stage, gate, daysInStage, viewerCan } = initiative;
  const params = { initiativeKey: key };
  return (
    <li className={rows.row}>
      <div className={rows.main}>
        <TextLink to="/i/$initiativeKey" params={params}>
          {key}
        </TextLink>{' '}
        <strong>{name}</strong>
        <div className="quiet">
          {gate?.definition.name ?? stage.name} · {daysOf(daysInStage)} in {stage.name}
        </div>
      </div>
      <div className={rows.side}>
        {viewerCan.requestReview.allowed ? (
          <TextLink to="/i/$initiativeKey/request-review" params={params}>
            Request review<span className="aloud"> of {key}</span>
          </TextLink>
        ) : (
          <WhyNot of={viewerCan.requestReview} />
        )}
      </div>
    </li>
  );
};

const Missing = ({ of: { key, gate } }: { of: Danger['initiative'] }) => {
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
