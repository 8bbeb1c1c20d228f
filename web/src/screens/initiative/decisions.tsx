import { Title } from '@mantine/core';
import { graphql } from '../../api/generated';
import { useList } from '../../api/pages';
import { Anchored } from '../../parts/anchored';
import { Answered } from '../../parts/answered';
import { More } from '../../parts/more';
import { dayOf, momentOf } from '../../words/format';
import { OUTCOME, wordsOf } from '../../words/labels';
import type { DecisionsOfQuery } from '../../api/generated/graphql';
import classes from './initiative.module.css';
import type { Initiative } from './questions';

const DECISIONS = graphql(`
  query DecisionsOf($id: ID!, $after: String) {
    initiative(id: $id) {
      decisions(first: 10, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          outcome
          rationale
          decidedAt
          snapshotSha256
          templateVersion
          decidedBy {
            name
          }
          fromStage {
            name
          }
          toStage {
            name
          }
          conditions {
            id
            text
            dueOn
            status
            owner {
              name
            }
          }
        }
      }
    }
  }
`);

/** Decisions of the past, the latest first: outcome, reason, who, what was laid down, and the hash of what was known. */
export const Decisions = ({ initiative }: { initiative: Initiative }) => {
  const { answer, more } = useList(DECISIONS, { id: initiative.id }, (told) => told?.initiative?.decisions);
  return (
    <section className={`card ${classes.panel}`} aria-label="Decisions">
      <Title order={2} size="h4" mb="xs">
        Decisions
      </Title>
      <Answered to={answer}>
        {(decisions) =>
          decisions.length > 0 ? (
            <>
              <ol className={classes.timeline}>
                {decisions.map((decision) => (
                  <Told key={decision.id} of={decision} />
                ))}
              </ol>
              <More {...more} of="decisions" />
            </>
          ) : (
            <p className="quiet">No decision is on record yet.</p>
          )
        }
      </Answered>
    </section>
  );
};

type Decision = NonNullable<DecisionsOfQuery['initiative']>['decisions']['nodes'][number];

const Told = ({ of }: { of: Decision }) => (
  <Anchored as="li" id={of.id}>
    <strong>{OUTCOME[of.outcome]}</strong> {of.fromStage.name}
    {of.toStage && ` → ${of.toStage.name}`}
    <div className={classes.quote}>{of.rationale}</div>
    <div className={`quiet ${classes.small}`}>
      {of.decidedBy.name}, {momentOf(of.decidedAt)}
    </div>
    {of.conditions.length > 0 && (
      <ul className={classes.small}>
        {of.conditions.map(({ id, text, dueOn, status, owner }) => (
          <li key={id}>
            {text}: {owner.name}, due {dayOf(dueOn)}, {wordsOf(status).toLowerCase()}
          </li>
        ))}
      </ul>
    )}
    <details className={classes.small}>
      <summary>What was known is kept</summary>
      Workflow version {of.templateVersion}; SHA-256 of the snapshot{' '}
      <code className={classes.hash}>{of.snapshotSha256}</code>
    </details>
  </Anchored>
);
