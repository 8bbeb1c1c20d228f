import { listed } from '../../gates/criteria/wording.js';
import type { FindingRule } from '../finding.js';
import { onlyOfClass, primaryFacts } from '../primaries-of-class.js';

/**
 * Every primary KPI is of class MODEL: a model can be right and nobody the better for it. It speaks once there is a primary
 * KPI. WARNING: what is to be achieved has to be said anew, and nothing is harmed yet.
 */
export const modelMetricOnly: FindingRule = (scene) => {
  const found = onlyOfClass(scene, 'MODEL');
  return found === null
    ? []
    : [
        {
          code: 'MODEL_METRIC_ONLY',
          subject: '',
          level: 'WARNING',
          since: found.since,
          message: `Success is measured on the model alone, by ${listed(found.primaries.map(({ name }) => name))}: no primary KPI says what the business gets of it.`,
          facts: { primaries: primaryFacts(found.primaries) },
        },
      ];
};
