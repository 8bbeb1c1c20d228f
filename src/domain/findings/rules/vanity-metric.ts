import { listed } from '../../gates/criteria/wording.js';
import type { FindingRule } from '../finding.js';
import { onlyOfClass, primaryFacts } from '../primaries-of-class.js';

/**
 * Every primary KPI is of class USAGE: what is used much need not be worth anything. It speaks once there is a primary KPI.
 * WARNING, as for MODEL_METRIC_ONLY.
 */
export const vanityMetric: FindingRule = (scene) => {
  const found = onlyOfClass(scene, 'USAGE');
  return found === null
    ? []
    : [
        {
          code: 'VANITY_METRIC',
          subject: '',
          level: 'WARNING',
          since: found.since,
          message: `Success is measured on use alone, by ${listed(found.primaries.map(({ name }) => name))}: no primary KPI says what the use is worth.`,
          facts: { primaries: primaryFacts(found.primaries) },
        },
      ];
};
