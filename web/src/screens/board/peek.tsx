import { Button, Drawer, Group, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Answered } from '../../parts/answered';
import { Mark } from '../../parts/mark';
import type { CloserLookQuery } from '../../api/generated/graphql';
import type { CriterionKind } from '../../api/generated/schema';
import { plainly } from '../../words/finding-codes';
import { dayOf } from '../../words/format';
import { CRITERION_STATUS, HEALTH, INVESTMENT_CLASS } from '../../words/labels';
import classes from './board.module.css';
import { useCloserLook } from './closer-query';
import { Readiness } from './readiness';

type Seen = NonNullable<CloserLookQuery['initiativeByKey']>;
type Assessment = NonNullable<Seen['gate']>['readiness']['assessments'][number];

// What is handed in by people; the others speak by KPIs, tickets, effort and checks.
const HANDED_IN: ReadonlySet<CriterionKind> = new Set<CriterionKind>([
  'CHANGE_PLAN',
  'CHECKLIST',
  'DOCUMENT',
  'MONITORING_PLAN',
  'SIGN_OFF',
  'UX_REVIEW',
]);

/** What the gate of one initiative still lacks, and the last value of each, without leaving the board. */
export const Peek = ({ of, onClose }: { of: string | undefined; onClose: () => void }) => {
  const answer = useCloserLook(of);
  return (
    <Drawer
      opened={of !== undefined}
      onClose={onClose}
      position="right"
      size={420}
      title={of === undefined ? '' : `A closer look at ${of}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      attributes={{ header: { role: 'presentation' } }}
    >
      <Answered to={answer}>
        {({ initiativeByKey: seen }) =>
          seen?.key === of && seen ? <Look seen={seen} /> : <span className="quiet">Looking …</span>
        }
      </Answered>
    </Drawer>
  );
};

const Look = ({ seen }: { seen: Seen }) => {
  const { key, name, investmentClass, stage, gate, health, healthReason } = seen;
  return (
    <Stack gap="md">
      <div>
        <h2 className={classes.seenName}>{name}</h2>
        <div className="quiet">
          {INVESTMENT_CLASS[investmentClass]} · {stage.name}
          {gate && ` · ${gate.definition.name}`}
        </div>
      </div>
      <div>
        <Mark of={HEALTH[health]} /> <span>{plainly(healthReason)}</span>
      </div>
      {gate ? <GateLook gate={gate} initiativeKey={key} canSubmit={seen.viewerCan.submitEvidence.allowed} /> : null}
      <Doings seen={seen} />
    </Stack>
  );
};

interface GateLookProps {
  readonly gate: NonNullable<Seen['gate']>;
  readonly initiativeKey: string;
  readonly canSubmit: boolean;
}

const GateLook = ({ gate: { readiness, currentReview }, initiativeKey, canSubmit }: GateLookProps) => {
  const missing = readiness.assessments.filter(({ blocks }) => blocks);
  const soft = readiness.assessments.filter(
    ({ blocks, status }) => !blocks && !['MET', 'NOT_APPLICABLE', 'WAIVED'].includes(status),
  );
  return (
    <>
      <div>
        <Readiness met={readiness.metCount} must={readiness.mustMeetCount} ready={readiness.ready} />
        {currentReview?.dueOn && (
          <span className={currentReview.isOverdue ? 'tone-bad' : 'quiet'}>
            {` · review ${currentReview.isOverdue ? 'overdue since' : 'due'} ${dayOf(currentReview.dueOn)}`}
          </span>
        )}
      </div>
      <Criteria title="Missing for Go" list={missing} initiativeKey={initiativeKey} canSubmit={canSubmit} />
      <Criteria title="Should be met" list={soft} initiativeKey={initiativeKey} canSubmit={canSubmit} />
      {readiness.openConditions.length > 0 && (
        <section>
          <h3 className={classes.part}>Open conditions</h3>
          <ul className={classes.criteria}>
            {readiness.openConditions.map(({ id, text, dueOn, owner }) => (
              <li key={id}>
                {text} <span className="quiet">{`${owner.name}, due ${dayOf(dueOn)}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

interface CriteriaProps {
  readonly title: string;
  readonly list: readonly Assessment[];
  readonly initiativeKey: string;
  readonly canSubmit: boolean;
}

const Criteria = ({ title, list, initiativeKey, canSubmit }: CriteriaProps) =>
  list.length === 0 ? null : (
    <section>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.criteria}>
        {list.map(({ status, reason, remedy, criterion }) => (
          <li key={criterion.key}>
            <strong>{criterion.name}</strong> <Mark of={CRITERION_STATUS[status]} />
            <div>{reason}</div>
            {remedy !== null && <div className="quiet">{remedy}</div>}
            {canSubmit && HANDED_IN.has(criterion.kind) && (
              <Link
                to="/i/$initiativeKey/evidence/$criterionKey"
                params={{ initiativeKey, criterionKey: criterion.key }}
                aria-label={`Hand in evidence: ${criterion.name}`}
              >
                Hand in evidence
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

/** What one can go on to, and who decides where the viewer may not. */
const Doings = ({ seen: { key, viewerCan } }: { seen: Seen }) => {
  const { decide, requestReview } = viewerCan;
  const params = { initiativeKey: key };
  const told = [...new Set([decide, requestReview].flatMap(({ reason }) => (reason ? [reason] : [])))];
  return (
    <section>
      <Group gap="xs" mb="xs">
        <Button renderRoot={(props) => <Link to="/i/$initiativeKey" params={params} {...props} />} size="xs">
          Open
        </Button>
        {decide.allowed && (
          <Button
            renderRoot={(props) => <Link to="/i/$initiativeKey/decide" params={params} {...props} />}
            size="xs"
            variant="default"
          >
            Record decision
          </Button>
        )}
        {requestReview.allowed && (
          <Button
            renderRoot={(props) => <Link to="/i/$initiativeKey/request-review" params={params} {...props} />}
            size="xs"
            variant="default"
          >
            Request review
          </Button>
        )}
      </Group>
      {told.map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      {!decide.allowed && decide.whoCan.length > 0 && (
        <p>Who may decide: {decide.whoCan.map(({ name }) => name).join(', ')}</p>
      )}
    </section>
  );
};
