import { graphql } from '../../api/generated';
import type { EvidenceOfQuery } from '../../api/generated/graphql';
import { useList } from '../../api/pages';
import { useCommand } from '../../api/queries';
import { Anchored } from '../../parts/anchored';
import { Answered } from '../../parts/answered';
import { AskText } from '../../parts/ask-text';
import { More } from '../../parts/more';
import { dayOf, momentOf } from '../../words/format';
import { CRITERION_KIND, wordsOf } from '../../words/labels';
import { ContentOf } from './content';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';
import { nameOfCriterion, type Initiative } from './questions';

const EVIDENCE = graphql(`
  query EvidenceOf($id: ID!, $after: String) {
    initiative(id: $id) {
      evidence(first: 50, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          criterionKey
          kind
          status
          summary
          url
          content
          effectiveOn
          expiresOn
          submittedAt
          reviewComment
          submittedBy {
            name
          }
          reviewedBy {
            name
          }
          viewerCan {
            review {
              ...Permitted
            }
          }
        }
      }
    }
  }
`);

const REVIEW = graphql(`
  mutation ReviewEvidence($id: ID!, $input: EvidenceReviewInput!) {
    evidenceReview(id: $id, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const STATUS = {
  ACCEPTED: { word: 'Accepted', glyph: '✓', tone: 'good' },
  SUBMITTED: { word: 'Waits for review', glyph: '◔', tone: 'warn' },
  RETURNED: { word: 'Returned', glyph: '✕', tone: 'bad' },
  WITHDRAWN: { word: 'Withdrawn', glyph: '–', tone: 'none' },
} as const;

/** All that was handed in, the latest first; others review it, never whoever handed it in. */
const EvidenceTab = ({ initiative }: TabProps) => {
  const { answer, more } = useList(EVIDENCE, { id: initiative.id }, (told) => told?.initiative?.evidence);
  return (
    <Answered to={answer}>
      {(all) =>
        all.length > 0 ? (
          <section className={`card ${classes.panel}`} aria-label="Evidence">
            <ul className={classes.rows}>
              {all.map((evidence) => (
                <Row key={evidence.id} of={evidence} initiative={initiative} />
              ))}
            </ul>
            <More {...more} of="evidence" />
          </section>
        ) : (
          <p className="quiet">Nothing is handed in yet. Hand in evidence from the gate checklist.</p>
        )
      }
    </Answered>
  );
};

type Evidence = NonNullable<EvidenceOfQuery['initiative']>['evidence']['nodes'][number];

const Row = ({ of, initiative }: { of: Evidence; initiative: Initiative }) => {
  const status = STATUS[of.status];
  return (
    <Anchored as="li" id={of.id} className={classes.row}>
      <span className={`glyph tone-${status.tone}`} aria-hidden="true">
        {status.glyph}
      </span>
      <div className={classes.rowBody}>
        <strong>{nameOfCriterion(initiative, of.criterionKey)}</strong>
        <span className={`quiet ${classes.small}`}>
          {CRITERION_KIND[of.kind]} · handed in by {of.submittedBy.name}, {momentOf(of.submittedAt)} · of{' '}
          {dayOf(of.effectiveOn)}
          {of.expiresOn !== null && `, holds until ${dayOf(of.expiresOn)}`}
        </span>
        <span className={classes.quote}>{of.summary}</span>
        {of.url !== null && (
          <a href={of.url} rel="noreferrer noopener" target="_blank">
            {of.url}
          </a>
        )}
        <details className={classes.small}>
          <summary>All of it</summary>
          <ContentOf content={of.content} />
        </details>
        {of.reviewedBy && (
          <span>
            <span className="quiet">{of.reviewedBy.name}:</span> {of.reviewComment ?? wordsOf(of.status)}
          </span>
        )}
        {of.status === 'SUBMITTED' && <Actions of={of} name={nameOfCriterion(initiative, of.criterionKey)} />}
      </div>
      <span className={`tone-${status.tone} ${classes.status}`}>{status.word}</span>
    </Anchored>
  );
};

const Actions = ({ of: { id, viewerCan }, name }: { of: Evidence; name: string }) => {
  const review = useCommand(REVIEW);
  const reviewed = (outcome: 'ACCEPTED' | 'RETURNED') => async (text: string) =>
    (await review.mutateAsync({ id, input: { outcome, comment: text === '' ? null : text } })).evidenceReview
      .userErrors;
  return (
    <>
      <div className={classes.actions}>
        <AskText
          may={viewerCan.review}
          does="Accept"
          aloud={name}
          title={`Accept the evidence for ${name}`}
          label="Comment"
          optional
          run={reviewed('ACCEPTED')}
        />
        <AskText
          may={viewerCan.review}
          does="Return"
          aloud={name}
          title={`Return the evidence for ${name}`}
          label="What has to change"
          run={reviewed('RETURNED')}
        />
      </div>
      {!viewerCan.review.allowed && <span className={`quiet ${classes.small}`}>{viewerCan.review.reason}</span>}
    </>
  );
};

export default EvidenceTab;
