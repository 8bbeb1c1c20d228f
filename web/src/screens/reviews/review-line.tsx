import type { ReactNode } from 'react';
import type { ReviewLineFragment } from '../../api/generated/graphql';
import { TextLink } from '../../parts/links';
import { Mark } from '../../parts/mark';
import rows from '../../parts/rows.module.css';
import { countOf, dayOf, daysOf } from '../../words/format';

/** One open review: of what, how ready, how many votes, and by when. */
export const ReviewLine = ({ review, children }: { review: ReviewLineFragment; children?: ReactNode }) => {
  const { initiative, votes, ageDays, viewerCan } = review;
  const cast = votes.filter(({ outcome, isGatekeeper }) => outcome !== null && isGatekeeper).length;
  const quorum = initiative.gate?.definition.quorum ?? 0;
  return (
    <li className={rows.row}>
      <div className={rows.main}>
        <TextLink to="/i/$initiativeKey" params={{ initiativeKey: initiative.key }}>
          {initiative.key}
        </TextLink>{' '}
        <strong>{initiative.name}</strong>
        <div className="quiet">
          {initiative.gate?.definition.name ?? initiative.stage.name} · requested{' '}
          {ageDays === 0 ? 'today' : `${daysOf(ageDays)} ago`} · {countOf(cast, 'vote')} of {quorum}
        </div>
        {children}
      </div>
      <div className={rows.side}>
        {initiative.gate && <Readiness of={initiative.gate.readiness} />}
        <Due of={review} />
        {(viewerCan.decide.allowed || viewerCan.vote.allowed) && (
          <TextLink to="/i/$initiativeKey/decide" params={{ initiativeKey: initiative.key }}>
            {viewerCan.decide.allowed ? 'Decide' : 'Vote'}
            <span className="aloud"> on {initiative.key}</span>
          </TextLink>
        )}
      </div>
    </li>
  );
};

/** Ready, or how many of the criteria that must be met are. */
export const Readiness = ({ of }: { of: { ready: boolean; metCount: number; mustMeetCount: number } }) => (
  <Mark
    of={
      of.ready
        ? { word: 'Ready', glyph: '✓', tone: 'good' }
        : { word: `${String(of.metCount)} of ${String(of.mustMeetCount)} met`, glyph: '✕', tone: 'bad' }
    }
  />
);

/** By when it is to be decided. */
export const Due = ({ of }: { of: { dueOn: string | null; isOverdue: boolean } }) =>
  of.dueOn === null ? (
    <span className="quiet">No due date</span>
  ) : of.isOverdue ? (
    <Mark of={{ word: `Overdue since ${dayOf(of.dueOn)}`, glyph: '!', tone: 'bad' }} />
  ) : (
    <span>Due {dayOf(of.dueOn)}</span>
  );
