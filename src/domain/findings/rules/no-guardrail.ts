import { listed } from '../../gates/criteria/wording.js';
import type { FindingRule } from '../finding.js';
import { heldSince } from '../held-since.js';
import { inForce, revisions } from '../kpis-in-force.js';
import { primaryFacts } from '../primaries-of-class.js';
import { hasReached } from '../standing.js';

/**
 * There is a primary KPI and no guardrail: one number is to get better, and nothing says what must not get worse meanwhile.
 * INFO while it stands in INTAKE, where the contract is still being drafted; WARNING from category POC on.
 */
export const noGuardrail: FindingRule = (scene) => {
  const { kpis, at } = scene;
  const since = heldSince(
    revisions(kpis),
    at,
    (then) => inForce(kpis, 'PRIMARY', then).length > 0 && inForce(kpis, 'GUARDRAIL', then).length === 0,
  );
  const primaries = inForce(kpis, 'PRIMARY', at);
  return since === null
    ? []
    : [
        {
          code: 'NO_GUARDRAIL',
          subject: '',
          level: hasReached(scene, 'POC', at) ? 'WARNING' : 'INFO',
          since,
          message: `${listed(primaries.map(({ name }) => name))} is to get better, and no guardrail says what must not get worse for it.`,
          facts: { primaries: primaryFacts(primaries) },
        },
      ];
};
