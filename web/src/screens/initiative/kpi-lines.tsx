import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Answered } from '../../parts/answered';
import { dayOf, daysAfter, decimalOf } from '../../words/format';
import { wordsOf } from '../../words/labels';
import classes from './initiative.module.css';
import { aimOf, KpiLine } from './kpi-line';
import { useKpis, type Kpi } from './kpi-questions';
import type { Initiative } from './questions';

const USUAL_AGE_DAYS = 30;

/** Measured longer ago than the gate's criterion allows, or than a month where none says. */
export const isStale = ({ latest }: Kpi, initiative: Initiative): boolean => {
  const ages = (initiative.gate?.readiness.assessments ?? []).flatMap(({ criterion: { settings } }) =>
    typeof settings === 'object' && settings !== null && 'maxAgeDays' in settings ? [Number(settings.maxAgeDays)] : [],
  );
  const allowed = Math.min(USUAL_AGE_DAYS, ...ages);
  return !!latest && daysAfter(latest.measuredOn, allowed) < initiative.portfolio.today;
};

/** The KPIs in short, beside the gate. */
export const KpiLines = ({ initiative }: { initiative: Initiative }) => {
  const answer = useKpis(initiative.id);
  return (
    <section className={`card ${classes.panel}`} aria-label="KPIs">
      <div className={classes.panelHead}>
        <Title order={2} size="h4">
          KPIs
        </Title>
        <Link to="/i/$initiativeKey" params={{ initiativeKey: initiative.key }} search={{ tab: 'kpis' }}>
          Define and measure
        </Link>
      </div>
      <Answered to={answer}>
        {({ initiative: found }) =>
          found && found.kpis.length > 0 ? (
            <>
              <p className={`quiet ${classes.small}`}>
                Line: what was measured. Dashed: target. Shaded: from the baseline to the target. Open circle: old. The
                last 24 measurements.
              </p>
              {found.kpis.map((kpi) => (
                <div key={kpi.id}>
                  <KpiHeading of={kpi} stale={isStale(kpi, initiative)} />
                  <KpiLine of={kpi} isStale={isStale(kpi, initiative)} initiativeId={initiative.id} />
                </div>
              ))}
            </>
          ) : (
            <p className="quiet">No KPI yet: nobody can say what success is. Define one on the tab KPIs.</p>
          )
        }
      </Answered>
    </section>
  );
};

/** Its name, role, what is wanted, how far it is, and whether it does what it must not. */
export const KpiHeading = ({ of, stale }: { of: Kpi; stale: boolean }) => (
  <p className={classes.kpi}>
    <strong>{of.name}</strong> <span className="quiet">{wordsOf(of.role)}</span>{' '}
    {of.breached && <strong className="tone-bad">■ Breached </strong>}
    <span>{aimOf(of)}</span>
    {of.attainmentPercent !== null && <span className="quiet"> · {decimalOf(of.attainmentPercent)} % of the way</span>}
    {of.latest && (
      <span className={stale ? 'tone-warn' : 'quiet'}>
        {' '}
        · {stale && '○ '}
        {stale ? 'last measured ' : ''}
        {dayOf(of.latest.measuredOn)}
      </span>
    )}
  </p>
);
