import type { MonitoredSignal, MonitoringPlan } from '../evidence.js';
import type { KnownKpi } from '../known-facts.js';
import type { Assessor } from './assessor.js';
import { assessReviewed, type Shortcoming } from './reviewed-evidence.js';
import { counted } from './wording.js';

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

/**
 * A monitoring plan counts when it is accepted and has a signal with a breach threshold for every primary and guardrail
 * KPI, and for drift or quality (law 5). The KPIs are those known at the instant, so one defined later asks for a newer plan.
 */
export const assessMonitoringPlan: Assessor<'MONITORING_PLAN'> = (question) => {
  const toWatch = question.known.kpis.filter(({ definition }) => definition.role !== 'LEADING');
  return assessReviewed('MONITORING_PLAN', question, (plan) => ({
    shortcomings: [...toWatch.flatMap((kpi) => unwatched(kpi, plan)), ...withoutModelSignal(plan)],
    merits: [`watches ${counted(toWatch.length, 'primary and guardrail KPI')}`, 'watches drift or quality'],
  }));
};
