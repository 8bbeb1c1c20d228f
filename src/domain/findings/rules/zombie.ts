import { addDays, startOfDay } from '../../basics/calendar-date.js';
import { QUIET_DAYS } from '../../pipeline/aging.js';
import type { FindingRule } from '../finding.js';

/**
 * An initiative is stuck and nobody has done anything for it for 30 days. It holds since the later of the two began. CRITICAL:
 * it takes up a place, and without somebody who acts nothing will ever change about it.
 */
export const zombie: FindingRule = ({ stuck, timeZone }) => {
  if (!stuck?.isZombie) {
    return [];
  }
  const { stageName, days, stuckOn, lastActivityOn } = stuck;
  const quietOn = lastActivityOn === null ? stuckOn : addDays(lastActivityOn, QUIET_DAYS);
  const quiet = lastActivityOn === null ? 'ever' : `since ${lastActivityOn}`;
  return [
    {
      code: 'ZOMBIE',
      subject: '',
      level: 'CRITICAL',
      since: startOfDay(quietOn > stuckOn ? quietOn : stuckOn, timeZone),
      message: `It has stood in ${stageName} for ${days} days, and nothing was submitted, booked, measured or updated ${quiet}.`,
      facts: { stage: stageName, days, lastActivityOn },
    },
  ];
};
