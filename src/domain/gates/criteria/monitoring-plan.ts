import type { MonitoredSignal, MonitoringPlan } from '../evidence.js';
import type { KnownKpi } from '../known-facts.js';
import type { SignalStanding } from '../../signals/signal-standing.js';
import { settingsOf } from '../criterion-settings.js';
import type { GateDefinition } from '../gate.js';
import type { Answer, Assessor } from './assessor.js';
import { assessReviewed, type Shortcoming } from './reviewed-evidence.js';
import { counted, listed } from './wording.js';

const hasThreshold = ({ breachAbove, breachBelow }: MonitoredSignal): boolean =>
  breachAbove !== null || breachBelow !== null;

/** A signal without a threshold never speaks up, so it watches nothing. */
const unwatched = ({ id, definition }: KnownKpi, { signals }: MonitoringPlan): readonly Shortcoming[] => {
  const own = signals.filter(({ kind, kpiId }) => kind === 'KPI' && kpiId === id);
  if (own.some(hasThreshold)) {
    return [];
  }
  const what =
    own.length === 0
      ? `no signal watches ${definition.name}`
      : `the signal for ${definition.name} has no breach threshold`;
  return [{ what, better: `watches ${definition.name} with a breach threshold` }];
};

const withoutModelSignal = ({ signals }: MonitoringPlan): readonly Shortcoming[] => {
  const own = signals.filter(({ kind }) => kind === 'DRIFT' || kind === 'QUALITY');
  if (own.some(hasThreshold)) {
    return [];
  }
  const what =
    own.length === 0
      ? 'no signal watches drift or quality'
      : 'its signals for drift and quality have no breach threshold';
  return [{ what, better: 'watches drift or quality with a breach threshold' }];
};

/** Whether a gate asks where the signals of the plan stand. */
export const asksForSignals = ({ criteria }: Pick<GateDefinition, 'criteria'>): boolean =>
  criteria.some(
    ({ kind, settings }) => kind === 'MONITORING_PLAN' && settingsOf('MONITORING_PLAN', settings).reopenOnBreach,
  );

const TROUBLES = { BREACHED: 'is breached', SILENT: 'is silent' } as const;

const troubleIn = ({ name, level, since }: SignalStanding): readonly string[] =>
  level === 'BREACHED' || level === 'SILENT' ? [`${name} ${TROUBLES[level]} since ${since}`] : [];

/** What was met is not while a signal is breached or silent, where the criterion says so. */
const whileSignalsHold = (answer: Answer, troubles: readonly string[]): Answer =>
  answer.status !== 'MET' || troubles.length === 0
    ? answer
    : {
        ...answer,
        status: 'NOT_MET',
        reason: `The monitoring plan is accepted, but ${listed(troubles)}.`,
        remedy: `Readings within the thresholds would clear it: those who run the solution can see to it, and send them or repair what sends them.`,
      };

/**
 * A monitoring plan counts when it is accepted and has a signal with a breach threshold for every primary and guardrail
 * KPI, and for drift or quality (law 5). The KPIs are those known at the instant, so one defined later asks for a newer plan.
 * With `reopenOnBreach` it does not count while one of its signals is BREACHED or SILENT.
 */
export const assessMonitoringPlan: Assessor<'MONITORING_PLAN'> = (question) => {
  const toWatch = question.known.kpis.filter(({ definition }) => definition.role !== 'LEADING');
  const answer = assessReviewed('MONITORING_PLAN', question, (plan) => ({
    shortcomings: [...toWatch.flatMap((kpi) => unwatched(kpi, plan)), ...withoutModelSignal(plan)],
    merits: [`watches ${counted(toWatch.length, 'primary and guardrail KPI')}`, 'watches drift or quality'],
  }));
  return whileSignalsHold(answer, question.settings.reopenOnBreach ? question.known.signals.flatMap(troubleIn) : []);
};
