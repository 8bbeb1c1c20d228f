import { Alert, Group, Title } from '@mantine/core';
import type { MeetingItemQuery } from '../../api/generated/graphql';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { ButtonLink } from '../../parts/links';
import { Mark } from '../../parts/mark';
import { NotFound } from '../../parts/not-found';
import { WhyNot } from '../../parts/permitted';
import { dayOf, daysOf } from '../../words/format';
import { CRITERION_STATUS, HEALTH, OUTCOME } from '../../words/labels';
import classes from './meeting.module.css';
import { MEETING_ITEM } from './queries';
import { Due, Readiness } from './review-line';

type Review = NonNullable<MeetingItemQuery['gateReview']>;

/** One review before the meeting: what it is of, how ready, and how gatekeepers voted. */
export const MeetingItem = ({ id }: { id: string }) => {
  const answer = useAnswer(MEETING_ITEM, { id });
  return (
    <Answered to={answer}>
      {({ gateReview }) => (gateReview ? <Item review={gateReview} /> : <NotFound what="This review is not there." />)}
    </Answered>
  );
};

const Item = ({ review }: { review: Review }) => {
  const { initiative, viewerCan } = review;
  const params = { initiativeKey: initiative.key };
  return (
    <article aria-live="polite">
      <Title order={2} size="h3">
        {initiative.key} {initiative.name}
      </Title>
      <Group gap="md" my={6}>
        <span>{initiative.gate?.definition.name ?? initiative.stage.name}</span>
        {initiative.gate && <Readiness of={initiative.gate.readiness} />}
        <Mark of={HEALTH[initiative.health]} />
        <Due of={review} />
        <span className="quiet">
          {daysOf(initiative.daysInStage)} in {initiative.stage.name} · owner {initiative.owner.name}
        </span>
      </Group>
      <p>{initiative.problem}</p>
      {review.note !== null && (
        <Alert color="gray" variant="light" title={`${review.requestedBy.name} says`} my="sm">
          {review.note}
        </Alert>
      )}
      <Group gap="sm" mt="sm">
        {viewerCan.decide.allowed || viewerCan.vote.allowed ? (
          <ButtonLink to="/i/$initiativeKey/decide" params={params}>
            {viewerCan.decide.allowed ? 'Decide' : 'Vote'}
          </ButtonLink>
        ) : null}
        <ButtonLink to="/i/$initiativeKey" params={params} variant="default">
          Open {initiative.key}
        </ButtonLink>
        <WhyNot of={viewerCan.decide} />
      </Group>
      <div className={classes.two}>
        <Criteria of={initiative.gate} />
        <Votes review={review} />
      </div>
    </article>
  );
};

const Criteria = ({ of }: { of: Review['initiative']['gate'] }) => (
  <section className={`card ${classes.part ?? ''}`}>
    <Title order={3} size="h5" mb={4}>
      Criteria
    </Title>
    <ul>
      {of?.readiness.assessments.map(({ criterion, status, reason, blocks }) => (
        <li key={criterion.key}>
          <Mark of={CRITERION_STATUS[status]} quiet={!blocks} /> {criterion.name}
          <div className="quiet">{reason}</div>
        </li>
      ))}
      {of?.readiness.openConditions.map(({ id, text, dueOn, owner }) => (
        <li key={id}>
          <Mark of={{ word: 'Condition not closed', glyph: '!', tone: 'bad' }} /> {text}
          <div className="quiet">
            {owner.name}, due {dayOf(dueOn)}
          </div>
        </li>
      ))}
    </ul>
  </section>
);

const Votes = ({ review: { votes, initiative } }: { review: Review }) => {
  const counted = votes.filter(({ isGatekeeper, outcome }) => isGatekeeper && outcome !== null).length;
  const quorum = initiative.gate?.definition.quorum ?? 0;
  return (
    <section className={`card ${classes.part ?? ''}`}>
      <Title order={3} size="h5" mb={4}>
        Votes · {counted} of {quorum}
      </Title>
      {votes.length === 0 && <p className="quiet">Nobody has voted yet.</p>}
      <ul>
        {votes.map(({ voter, outcome, comment, isGatekeeper }) => (
          <li key={voter.id}>
            <strong>{outcome === null ? 'Abstains' : OUTCOME[outcome]}</strong> · {voter.name}
            {!isGatekeeper && <span className="quiet"> (no gatekeeper any more; does not count)</span>}
            {comment !== null && <div className="quiet">{comment}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
};
