import { startOfDay } from '../../basics/calendar-date.js';
import type { FindingRule } from '../finding.js';

/**
 * An initiative is stuck in a stage of category POC: a proof of concept that neither ends nor goes on. WARNING: a review is
 * under way by itself, and somebody has to decide in it.
 */
export const pocTrap: FindingRule = ({ stuck, timeZone }) => {
  if (stuck?.stageCategory !== 'POC') {
    return [];
  }
  const { stageName, days, stuckOn } = stuck;
  return [
    {
      code: 'POC_TRAP',
      subject: '',
      level: 'WARNING',
      since: startOfDay(stuckOn, timeZone),
      message: `It has stood in ${stageName} for ${days} days and is stuck there: decide to go on, or to stop.`,
      facts: { stage: stageName, days, stuckOn },
    },
  ];
};
