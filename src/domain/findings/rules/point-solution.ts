import type { Instant } from '../../basics/instant.js';
import { listed } from '../../gates/criteria/wording.js';
import { overSince, thereAt } from '../crowd.js';
import type { PortfolioFindingRule } from '../finding.js';

const MOST = 2;
const EVER = '' as Instant;

/**
 * Three or more live initiatives of one business unit are chat assistants: several of them serve a need that one piece of
 * infrastructure could. Live are those that are ACTIVE or ON_HOLD, in whichever stage; what has no business unit belongs to none. A finding for
 * each business unit. WARNING: somebody has to look at them together, and no single one is wrong.
 */
export const pointSolution: PortfolioFindingRule = ({ chatAssistants, at }) => {
  const units = [...new Set(chatAssistants.map(({ businessUnit }) => businessUnit))];
  return units.flatMap((unit) => {
    const own = chatAssistants.filter(({ businessUnit }) => businessUnit === unit);
    const since = overSince(own, [{ from: EVER, most: MOST }], at);
    const keys = thereAt(own, at)
      .map(({ initiativeKey }) => initiativeKey)
      .toSorted();
    return since === null
      ? []
      : [
          {
            code: 'POINT_SOLUTION',
            subject: unit,
            level: 'WARNING',
            since,
            message: `${keys.length} initiatives of ${unit} are chat assistants (${listed(keys)}): ask whether one solution would serve them all.`,
            facts: { businessUnit: unit, initiatives: keys },
          },
        ];
  });
};
