import type { Instant } from '../../basics/instant.js';
import { listed, measured } from '../../gates/criteria/wording.js';
import { goalOf } from '../../gates/criteria/kpi-goal.js';
import { isBreached } from '../../kpis/attainment.js';
import type { FindingRule, FindingScene } from '../finding.js';
import { heldSince } from '../held-since.js';
import { measuredAt, recordedOf, type MeasuredKpi } from '../measured-kpis.js';

/** The guardrails that are breached at an instant, as they are known then. */
export const breachedGuardrails = ({ kpis }: FindingScene, then: Instant): readonly MeasuredKpi[] =>
  measuredAt(kpis, then).filter(
    ({ definition, latest }) => definition.role === 'GUARDRAIL' && isBreached(definition, latest),
  );

/** A guardrail with its value and its limit: `Reopen rate is 5.2 %, limit of 4.0 %`. */
export const toldGuardrail = ({ definition, latest }: MeasuredKpi): string =>
  `${definition.name} is ${measured(latest.value, definition.unit)} (${String(goalOf(definition))})`;

/** The guardrail as facts. */
export const guardrailFacts = ({ definition, latest }: MeasuredKpi): Record<string, unknown> => ({
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
  const { kpis, at } = scene;
  const breached = breachedGuardrails(scene, at);
  const since = heldSince(recordedOf(kpis), at, (then) => breachedGuardrails(scene, then).length > 0);
  return since === null
    ? []
    : [
        {
          code: 'GUARDRAIL_BREACHED',
          subject: '',
          level: 'WARNING',
          since,
          message: `What must not get worse got worse: ${listed(breached.map(toldGuardrail))}.`,
          facts: { guardrails: breached.map(guardrailFacts) },
        },
      ];
};
