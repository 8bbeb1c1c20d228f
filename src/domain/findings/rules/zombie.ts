import { addDays, startOfDay } from '../../basics/calendar-date.js';
import type { FindingRule } from '../finding.js';

const QUIET_DAYS = 30;

/** An initiative is stuck and nobody has done anything for it for 30 days. It holds since the later of the two began. */
export const zombie: FindingRule = ({ standing, timeZone }) => {
  const { isZombie, stageName, days, stuckOn, lastActivityOn } = standing;
  if (!isZombie || stuckOn === null) {
    return [];
  }
  const quietOn = addDays(lastActivityOn, QUIET_DAYS);
  return [
    {
      code: 'ZOMBIE',
      level: 'CRITICAL',
      since: startOfDay(quietOn > stuckOn ? quietOn : stuckOn, timeZone),
      message: `It has stood in ${stageName} for ${days} days, and nothing was submitted, booked, measured or updated since ${lastActivityOn}.`,
      facts: { stage: stageName, days, lastActivityOn },
    },
  ];
};
