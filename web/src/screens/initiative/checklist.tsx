import { Title } from '@mantine/core';
import { Anchored } from '../../parts/anchored';
import { MayDo } from '../../parts/may';
import { dayOf } from '../../words/format';
import { CRITERION_KIND, CRITERION_STATUS } from '../../words/labels';
import { wayOf } from './head';
import classes from './initiative.module.css';
import type { Assessment, Initiative } from './questions';

/** Whether it may pass, and if not, why: criterion by criterion, with what to do about each. */
export const Checklist = ({ initiative }: { initiative: Initiative }) => {
  const { gate } = initiative;
  if (!gate) {
    return (
      <section className={`card ${classes.panel}`}>
        <Title order={2} size="h4">
          No gate ahead
        </Title>
        <p className="quiet">It stands in {initiative.stage.name}, the last stage of its workflow.</p>
      </section>
    );
  }
  const { definition, readiness } = gate;
  const { ready, metCount, mustMeetCount, assessments } = readiness;
  return (
    <section className={`card ${classes.panel}`} aria-label="Gate checklist">
      <div className={classes.panelHead}>
        <div>
          <Title order={2} size="h4">
            {definition.name}
          </Title>
          <span className="quiet">{wayOf(initiative)}</span>
        </div>
        <strong className={ready ? 'tone-good' : 'tone-bad'}>
          {ready ? '✓ Ready: ' : '✕ Not ready: '}
          {metCount} of {mustMeetCount} required
        </strong>
      </div>
      <ul className={classes.rows}>
        {assessments.map((assessment) => (
          <Row key={assessment.criterion.key} of={assessment} initiative={initiative} />
        ))}
      </ul>
    </section>
  );
};

const weightOf = ({ criterion: { weight, veto } }: Assessment): string =>
  veto ? 'required, a veto' : weight === 'MUST_MEET' ? 'required' : 'wanted, not required';

const Row = ({ of, initiative }: { of: Assessment; initiative: Initiative }) => {
  const { criterion, status, reason, remedy, evidence, waiver } = of;
  const word = CRITERION_STATUS[status];
  const isDone = status === 'MET' || status === 'NOT_APPLICABLE';
  return (
    <Anchored as="li" id={`criterion-${criterion.key}`} className={classes.row}>
      <span className={`glyph tone-${word.tone}`} aria-hidden="true">
        {word.glyph}
      </span>
      <div className={classes.rowBody}>
        <strong>{criterion.name}</strong>
        <span className={`quiet ${classes.small}`}>
          {CRITERION_KIND[criterion.kind]} · {weightOf(of)}
          {evidence && ` · of ${dayOf(evidence.effectiveOn)}`}
          {evidence?.expiresOn && `, holds until ${dayOf(evidence.expiresOn)}`}
        </span>
        <span>{reason}</span>
        {remedy !== null && <span className="quiet">{remedy}</span>}
        {evidence?.status === 'RETURNED' && evidence.reviewComment && !reason.includes(evidence.reviewComment) && (
          <span>
            <strong>Returned:</strong> {evidence.reviewComment}
          </span>
        )}
        {status === 'WAIVED' && waiver && (
          <span>
            <strong>Waived until {dayOf(waiver.expiresOn)}:</strong> {waiver.reason}
          </span>
        )}
        {!isDone && <Actions of={of} initiative={initiative} />}
      </div>
      <span className={`tone-${word.tone} ${classes.status}`}>{word.word}</span>
    </Anchored>
  );
};

/** Where a kind of criterion is met: by evidence that is handed in, or on a tab of the initiative. */
const ELSEWHERE: Readonly<Partial<Record<Assessment['criterion']['kind'], { tab: string; words: string }>>> = {
  KPI_CONTRACT: { tab: 'kpis', words: 'To the KPIs' },
  KPI_ATTAINMENT: { tab: 'kpis', words: 'To the KPIs' },
  TICKETS_DONE: { tab: 'tickets', words: 'To the tickets' },
  EFFORT_SHARE: { tab: 'effort', words: 'To the effort' },
};

const Actions = ({ of: { criterion, status }, initiative }: { of: Assessment; initiative: Initiative }) => {
  const { key, viewerCan, waivers } = initiative;
  const params = { initiativeKey: key, criterionKey: criterion.key };
  const elsewhere = ELSEWHERE[criterion.kind];
  const isAsked = waivers.some((waiver) => waiver.criterionKey === criterion.key && waiver.status === 'PENDING');
  return (
    <div className={`${classes.actions} no-print`}>
      {elsewhere ? (
        <MayDo
          may={{ allowed: true }}
          size="compact-sm"
          aloud={criterion.name}
          link={{ to: '/i/$initiativeKey', params: { initiativeKey: key }, search: { tab: elsewhere.tab } }}
        >
          {elsewhere.words}
        </MayDo>
      ) : (
        <MayDo
          may={viewerCan.submitEvidence}
          size="compact-sm"
          aloud={criterion.name}
          link={{ to: '/i/$initiativeKey/evidence/$criterionKey', params, search: true }}
        >
          Hand in evidence
        </MayDo>
      )}
      {isAsked && <span className="quiet">A waiver is asked for.</span>}
      {!isAsked && status !== 'WAIVED' && (
        <MayDo
          may={viewerCan.requestWaiver}
          size="compact-sm"
          aloud={criterion.name}
          link={{ to: '/i/$initiativeKey/waiver/$criterionKey', params, search: true }}
        >
          Ask for a waiver
        </MayDo>
      )}
    </div>
  );
};
