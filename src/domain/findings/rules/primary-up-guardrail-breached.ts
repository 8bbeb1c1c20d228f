import type { Instant } from '../../basics/instant.js';
import { decimal } from '../../basics/decimal.js';
import { compareRatio } from '../../basics/ratio.js';
import { listed } from '../../gates/criteria/wording.js';
import { attainmentOf, attainmentPercent } from '../../kpis/attainment.js';
import type { FindingRule, FindingScene } from '../finding.js';
import { heldSince } from '../held-since.js';
import { measuredAt, recordedOf, type MeasuredKpi } from '../measured-kpis.js';
import { breachedGuardrails, guardrailFacts, toldGuardrail } from './guardrail-breached.js';

const ZERO = decimal('0');
const ONE = decimal('1');

/** The primary KPIs that are on the way to their targets, further than their baselines, as they are known at an instant. */
const primariesUp = ({ kpis }: FindingScene, then: Instant): readonly MeasuredKpi[] =>
  measuredAt(kpis, then).filter(({ definition, latest }) => {
    const attainment = definition.role === 'PRIMARY' ? attainmentOf(definition, latest) : null;
    return attainment !== null && compareRatio(attainment.numerator, attainment.denominator, ZERO, ONE) > 0;
  });

/**
 * A primary KPI is better than its baseline while a guardrail is breached: the success is paid for elsewhere. It holds while
 * both do. CRITICAL: every day it goes on looks like success and does harm.
 */
export const primaryUpGuardrailBreached: FindingRule = (scene) => {
  const { kpis, at } = scene;
  const since = heldSince(
    recordedOf(kpis),
    at,
    (then) => primariesUp(scene, then).length > 0 && breachedGuardrails(scene, then).length > 0,
  );
  if (since === null) {
    return [];
  }
  const up = primariesUp(scene, at);
  const breached = breachedGuardrails(scene, at);
  const toldPrimaries = up.map(
    ({ definition, latest }) =>
      `${definition.name} is at ${String(attainmentPercent(definition, latest))} % of its way`,
  );
  return [
    {
      code: 'PRIMARY_UP_GUARDRAIL_BREACHED',
      subject: '',
      level: 'CRITICAL',
      since,
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
