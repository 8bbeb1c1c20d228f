import { listed, measured } from '../../gates/criteria/wording.js';
import { goalOf } from '../../gates/criteria/kpi-goal.js';
import { isBreached } from '../../kpis/attainment.js';
import type { KpiDefinition, KpiMeasurement } from '../../kpis/kpi.js';
import type { FindingRule, FindingScene } from '../finding.js';
import { runOf, type Run } from '../run-of.js';

const isGuardrailBreached = (definition: KpiDefinition, measurement: KpiMeasurement): boolean =>
  definition.role === 'GUARDRAIL' && isBreached(definition, measurement);

/** The guardrails that are breached, each with since when. */
export const breachedGuardrails = ({ kpis, at }: Pick<FindingScene, 'kpis' | 'at'>): readonly Run[] =>
  kpis.map((kpi) => runOf(kpi, at, isGuardrailBreached)).filter((run) => run !== null);

/** A guardrail with its value and its limit: `Reopen rate is 5.2 %, limit of 4.0 %`. */
export const toldGuardrail = ({ definition, latest }: Run): string =>
  `${definition.name} is ${measured(latest.value, definition.unit)} (${String(goalOf(definition))})`;

/** The guardrail as facts. */
export const guardrailFacts = ({ definition, latest }: Run): Record<string, unknown> => ({
  name: definition.name,
  value: latest.value,
  unit: definition.unit,
  measuredOn: latest.measuredOn,
  limit: definition.target,
  rangeLow: definition.rangeLow,
  rangeHigh: definition.rangeHigh,
});

/**
 * A guardrail whose latest value is beyond its limit; one finding for all of them (law 6). WARNING: what must not get worse
 * did, and while nothing got better yet there is time to look; with a primary KPI that did, it is told as CRITICAL besides.
 */
export const guardrailBreached: FindingRule = (scene) => {
  const runs = breachedGuardrails(scene);
  const since = runs.map((run) => run.since).toSorted()[0];
  return since === undefined
    ? []
    : [
        {
          code: 'GUARDRAIL_BREACHED',
          subject: '',
          level: 'WARNING',
          since,
          message: `What must not get worse got worse: ${listed(runs.map(toldGuardrail))}.`,
          facts: { guardrails: runs.map(guardrailFacts) },
        },
      ];
};
