import { Link } from '@tanstack/react-router';
import { graphql } from '../../api/generated';
import { useCommand } from '../../api/queries';
import { AskText } from '../../parts/ask-text';
import { Mark } from '../../parts/mark';
import { MayDo } from '../../parts/may';
import { Page } from '../../parts/page';
import { HEALTH, INITIATIVE_STATUS, INVESTMENT_CLASS } from '../../words/labels';
import { plainly } from '../../words/finding-codes';
import { EditInitiative } from './edit';
import classes from './initiative.module.css';
import { Problem } from './problem';
import { nextStageOf, type Initiative } from './questions';

const RESUME = graphql(`
  mutation Resume($id: ID!, $reason: String!) {
    initiativeResume(id: $id, reason: $reason) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const REOPEN = graphql(`
  mutation Reopen($id: ID!, $reason: String!) {
    initiativeReopen(id: $id, reason: $reason) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** What an initiative is, how it does, and the two things most people come for. */
export const Head = ({ initiative }: { initiative: Initiative }) => {
  const { key, name, owner, investmentClass, problem, portfolio, health, healthReason, healthDifference } = initiative;
  return (
    <>
      <nav aria-label="Where this is" className={classes.crumbs}>
        <Link to="/p/$portfolioKey/board" params={{ portfolioKey: portfolio.key }}>
          {portfolio.name}
        </Link>{' '}
        / {key} · {INVESTMENT_CLASS[investmentClass]} · {owner.name}
      </nav>
      <Page title={name} tools={<Tools initiative={initiative} />}>
        <Problem text={problem} />
        <p className={classes.health}>
          <Mark of={HEALTH[health]} /> <span className="quiet">{plainly(healthReason)}</span>
          {healthDifference !== null && <strong> {healthDifference}</strong>}
        </p>
      </Page>
    </>
  );
};

const Tools = ({ initiative }: { initiative: Initiative }) => {
  const { key, status, gate, viewerCan } = initiative;
  const params = { initiativeKey: key };
  const isOpen = status === 'ACTIVE' && gate !== null;
  return (
    <>
      {status !== 'ACTIVE' && <strong className="tone-warn">{INITIATIVE_STATUS[status]}</strong>}
      {isOpen && (
        // Whoever may not decide still sees what stands against it, and who can.
        <MayDo may={{ allowed: true }} variant="filled" link={{ to: '/i/$initiativeKey/decide', params, search: true }}>
          Record decision
        </MayDo>
      )}
      {isOpen && gate.currentReview === null && (
        <MayDo may={viewerCan.requestReview} link={{ to: '/i/$initiativeKey/request-review', params, search: true }}>
          Request review
        </MayDo>
      )}
      {status === 'ON_HOLD' && <Resume initiative={initiative} />}
      {status === 'KILLED' && <Reopen initiative={initiative} />}
      <EditInitiative initiative={initiative} />
    </>
  );
};

const Resume = ({ initiative: { id, name, viewerCan } }: { initiative: Initiative }) => {
  const resume = useCommand(RESUME);
  return (
    <AskText
      may={viewerCan.resume}
      does="Resume"
      title={`Resume ${name}`}
      label="Why it moves again"
      run={async (reason) => (await resume.mutateAsync({ id, reason })).initiativeResume.userErrors}
    />
  );
};

const Reopen = ({ initiative: { id, name, viewerCan } }: { initiative: Initiative }) => {
  const reopen = useCommand(REOPEN);
  return (
    <AskText
      may={viewerCan.reopen}
      does="Reopen"
      title={`Reopen ${name}`}
      label="Why it lives again"
      run={async (reason) => (await reopen.mutateAsync({ id, reason })).initiativeReopen.userErrors}
    />
  );
};

/** "Pilot → Production", or where it stands when nothing follows. */
export const wayOf = (initiative: Initiative): string => {
  const next = nextStageOf(initiative);
  return next ? `${initiative.stage.name} → ${next.name}` : initiative.stage.name;
};
