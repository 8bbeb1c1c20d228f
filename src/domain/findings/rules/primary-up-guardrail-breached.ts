import { compareRatio, decimal } from '../../basics/decimal.js';
import { listed } from '../../gates/criteria/wording.js';
import { attainmentOf, attainmentPercent } from '../../kpis/attainment.js';
import type { KpiDefinition, KpiMeasurement } from '../../kpis/kpi.js';
import type { FindingRule } from '../finding.js';
import { runOf } from '../run-of.js';
import { breachedGuardrails, guardrailFacts, toldGuardrail } from './guardrail-breached.js';

const ZERO = decimal('0');
const ONE = decimal('1');

/** On the way to its target: further than the baseline. */
const isUp = (definition: KpiDefinition, measurement: KpiMeasurement): boolean => {
  const attainment = definition.role === 'PRIMARY' ? attainmentOf(definition, measurement) : null;
  return attainment !== null && compareRatio(attainment.numerator, attainment.denominator, ZERO, ONE) > 0;
};

/**
 * A primary KPI is better than its baseline while a guardrail is breached: the success is paid for elsewhere. It holds since
 * the later of the two began. CRITICAL: every day it goes on looks like success and does harm.
 */
export const primaryUpGuardrailBreached: FindingRule = (scene) => {
  const up = scene.kpis.map((kpi) => runOf(kpi, scene.at, isUp)).filter((run) => run !== null);
  const breached = breachedGuardrails(scene);
  const upSince = up.map((run) => run.since).toSorted()[0];
  const breachedSince = breached.map((run) => run.since).toSorted()[0];
  if (upSince === undefined || breachedSince === undefined) {
    return [];
  }
  const toldPrimaries = up.map(
    ({ definition, latest }) =>
      `${definition.name} is at ${String(attainmentPercent(definition, latest))} % of its way`,
  );
  return [
    {
      code: 'PRIMARY_UP_GUARDRAIL_BREACHED',
      subject: '',
      level: 'CRITICAL',
      since: upSince > breachedSince ? upSince : breachedSince,
      message: `The success is paid for elsewhere: ${listed(toldPrimaries)}, while ${listed(breached.map(toldGuardrail))}.`,
      facts: {
        primaries: up.map(({ definition, latest }) => ({
          name: definition.name,
          value: latest.value,
          attainmentPercent: attainmentPercent(definition, latest),
        })),
        guardrails: breached.map(guardrailFacts),
      },
    },
  ];
};
