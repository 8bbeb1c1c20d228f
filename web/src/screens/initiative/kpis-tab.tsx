import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { Answered } from '../../parts/answered';
import { MayDo } from '../../parts/may';
import { decimalOf, dayOf, momentOf } from '../../words/format';
import { BenefitsReviews } from './benefits';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';
import { KpiDialog } from './kpi-form';
import { KpiLine } from './kpi-line';
import { isStale, KpiHeading } from './kpi-lines';
import { useKpis, type Kpi } from './kpi-questions';
import { MeasureDialog } from './measure';
import type { Initiative } from './questions';
import { Signals } from './signals';

/** What success is, how far it is, what watches over it, and whether it brought what was promised. */
const KpisTab = ({ initiative }: TabProps) => {
  const answer = useKpis(initiative.id);
  const [defines, setDefines] = useState(false);
  return (
    <Stack gap="md">
      <div className={classes.actions}>
        <MayDo
          may={initiative.viewerCan.defineKpi}
          onClick={() => {
            setDefines(true);
          }}
        >
          Define a KPI
        </MayDo>
      </div>
      {defines && (
        <KpiDialog
          initiative={initiative}
          kpi={null}
          onClose={() => {
            setDefines(false);
          }}
        />
      )}
      <Answered to={answer}>
        {({ initiative: found }) => {
          const kpis = found?.kpis ?? [];
          return kpis.length === 0 ? (
            <p className="quiet">
              No KPI yet. Define at least one primary KPI with a target, and a guardrail that must not get worse.
            </p>
          ) : (
            <Stack gap="md">
              {kpis.map((kpi) => (
                <Card key={kpi.id} of={kpi} initiative={initiative} />
              ))}
              <ByApi kpi={kpis[0]} />
            </Stack>
          );
        }}
      </Answered>
      <BenefitsReviews initiative={initiative} />
      <Signals initiative={initiative} />
    </Stack>
  );
};

const Card = ({ of, initiative }: { of: Kpi; initiative: Initiative }) => {
  const [opened, setOpened] = useState<'revise' | 'measure' | null>(null);
  const close = (): void => {
    setOpened(null);
  };
  const stale = isStale(of, initiative);
  return (
    <section className={`card ${classes.panel}`} aria-label={of.name} id={of.id}>
      <KpiHeading of={of} stale={stale} />
      <KpiLine of={of} isStale={stale} initiativeId={initiative.id} />
      <p className={`quiet ${classes.small}`}>
        {of.baseline
          ? `Baseline ${decimalOf(of.baseline.value)} of ${dayOf(of.baseline.measuredOn)}${of.baseline.frozenAt === null ? '' : ', frozen'}. `
          : 'No baseline yet. '}
        {of.targetDate !== null && `To be reached by ${dayOf(of.targetDate)}. `}
        {of.owner.name} answers for it; it comes from {of.dataSource}.
      </p>
      <div className={classes.actions}>
        <MayDo
          may={initiative.viewerCan.recordMeasurement}
          size="compact-sm"
          aloud={of.name}
          onClick={() => {
            setOpened('measure');
          }}
        >
          Record a measurement
        </MayDo>
        <MayDo
          may={initiative.viewerCan.defineKpi}
          size="compact-sm"
          aloud={of.name}
          onClick={() => {
            setOpened('revise');
          }}
        >
          Revise
        </MayDo>
      </div>
      {of.versions.length > 1 && (
        <details className={classes.small}>
          <summary>{of.versions.length} versions</summary>
          <ul>
            {of.versions.map(({ version, recordedAt, recordedBy, reason, isAfterFreeze, target }) => (
              <li key={version}>
                {version}: {recordedBy.name}, {momentOf(recordedAt)}
                {target !== null && `, target ${decimalOf(target)}`}
                {reason !== null && `: ${reason}`}
                {isAfterFreeze && ' (after the baseline was frozen)'}
              </li>
            ))}
          </ul>
        </details>
      )}
      {opened === 'revise' && <KpiDialog initiative={initiative} kpi={of} onClose={close} />}
      {opened === 'measure' && <MeasureDialog kpi={of} today={initiative.portfolio.today} onClose={close} />}
    </section>
  );
};

const ByApi = ({ kpi }: { kpi: Kpi | undefined }) => {
  const body = {
    query:
      'mutation($m: [KpiMeasurementInput!]!) { kpiMeasurementsRecord(measurements: $m) { recorded duplicates userErrors { message } } }',
    variables: {
      m: [
        { kpiId: kpi?.id ?? '', measuredOn: '2026-03-01', value: '42.5', source: 'nightly job', externalId: 'run-1' },
      ],
    },
  };
  return (
    <section className={`card ${classes.panel}`}>
      <Title order={2} size="h5">
        Measured by a machine
      </Title>
      <pre className={classes.code} tabIndex={0}>
        {`curl ${window.location.origin}/graphql \\\n  -H "authorization: Bearer $TOLLGATE_TOKEN" \\\n  -H "content-type: application/json" \\\n  -d '${JSON.stringify(body)}'`}
      </pre>
    </section>
  );
};

export default KpisTab;
