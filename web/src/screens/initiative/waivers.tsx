import { Title } from '@mantine/core';
import { graphql } from '../../api/generated';
import { useCommand } from '../../api/queries';
import { Anchored } from '../../parts/anchored';
import { AskText } from '../../parts/ask-text';
import { dayOf } from '../../words/format';
import { wordsOf } from '../../words/labels';
import classes from './initiative.module.css';
import { nameOfCriterion, type Initiative, type Waiver } from './questions';

const DECIDE = graphql(`
  mutation DecideWaiver($id: ID!, $input: WaiverDecideInput!) {
    waiverDecide(id: $id, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const REVOKE = graphql(`
  mutation RevokeWaiver($id: ID!, $reason: String!) {
    waiverRevoke(id: $id, reason: $reason) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** What is not asked for a while, why, what stands in for it, and whose word that is. */
export const Waivers = ({ initiative }: { initiative: Initiative }) =>
  initiative.waivers.length === 0 ? null : (
    <section className={`card ${classes.panel}`} aria-label="Waivers">
      <Title order={2} size="h4">
        Waivers
      </Title>
      <ul className={classes.rows}>
        {initiative.waivers.map((waiver) => (
          <Row key={waiver.id} of={waiver} initiative={initiative} />
        ))}
      </ul>
    </section>
  );

const Row = ({ of, initiative }: { of: Waiver; initiative: Initiative }) => {
  const { id, criterionKey, status, reason, compensatingControl, expiresOn, requestedBy, decidedBy } = of;
  const name = nameOfCriterion(initiative, criterionKey);
  return (
    <Anchored as="li" id={id} className={classes.row}>
      <span className="glyph tone-warn" aria-hidden="true">
        ~
      </span>
      <div className={classes.rowBody}>
        <strong>{name}</strong>
        <span>{reason}</span>
        <span>
          <span className="quiet">Instead:</span> {compensatingControl}
        </span>
        <span className={`quiet ${classes.small}`}>
          until {dayOf(expiresOn)} · asked for by {requestedBy.name}
          {decidedBy && ` · decided by ${decidedBy.name}`}
          {of.decisionComment !== null && `: ${of.decisionComment}`}
        </span>
        <Actions of={of} name={name} />
      </div>
      <span className={classes.status}>{status === 'PENDING' ? 'Waits for a decision' : wordsOf(status)}</span>
    </Anchored>
  );
};

const Actions = ({ of: { id, status, viewerCan }, name }: { of: Waiver; name: string }) => {
  const decide = useCommand(DECIDE);
  const revoke = useCommand(REVOKE);
  const decided = (approve: boolean) => async (comment: string) =>
    (await decide.mutateAsync({ id, input: { approve, comment } })).waiverDecide.userErrors;
  return (
    <div className={classes.actions}>
      {status === 'PENDING' && (
        <>
          <AskText
            may={viewerCan.decide}
            does="Approve"
            aloud={`waiver of ${name}`}
            title={`Approve the waiver of ${name}`}
            label="Why it is acceptable"
            run={decided(true)}
          />
          <AskText
            may={viewerCan.decide}
            does="Deny"
            aloud={`waiver of ${name}`}
            title={`Deny the waiver of ${name}`}
            label="Why it is not acceptable"
            run={decided(false)}
          />
        </>
      )}
      {(status === 'PENDING' || status === 'APPROVED') && (
        <AskText
          may={viewerCan.revoke}
          does="Revoke"
          aloud={`waiver of ${name}`}
          title={`Revoke the waiver of ${name}`}
          label="Why it ends"
          run={async (reason) => (await revoke.mutateAsync({ id, reason })).waiverRevoke.userErrors}
        />
      )}
    </div>
  );
};
