import { startOfDay } from '../../basics/calendar-date.js';
import type { FindingRule } from '../finding.js';

/** An initiative is stuck in a stage of category POC: a proof of concept that neither ends nor goes on. */
export const pocTrap: FindingRule = ({ standing, timeZone }) => {
  const { stageCategory, stageName, days, stuckOn } = standing;
  return stageCategory !== 'POC' || stuckOn === null
    ? []
    : [
        {
          code: 'POC_TRAP',
          level: 'WARNING',
          since: startOfDay(stuckOn, timeZone),
          message: `It has stood in ${stageName} for ${days} days and is stuck there: decide to go on, or to stop.`,
          facts: { stage: stageName, days, stuckOn },
        },
      ];
};
