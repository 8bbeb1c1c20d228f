import { addDays, dateAt, daysBetween, startOfDay, type CalendarDate } from '../../basics/calendar-date.js';
import { QUIET_DAYS } from '../../pipeline/aging.js';
import type { FindingRule, Told } from '../finding.js';

/** What stands of a zombie while the days go by. */
export interface ZombieFacts {
  readonly stage: string;
  /** The days in the stage are counted from here: later than it came, where it was elsewhere or on hold. */
  readonly countedFrom: CalendarDate;
  readonly lastActivityOn: CalendarDate | null;
}

/** What is said of a zombie on a day. */
export const tellZombie = ({ stage, countedFrom, lastActivityOn }: ZombieFacts, today: CalendarDate): Told => {
  const days = daysBetween(countedFrom, today);
  const quiet = lastActivityOn === null ? 'ever' : `since ${lastActivityOn}`;
  return {
    message: `It has stood in ${stage} for ${days} days, and nothing was submitted, booked, measured or updated ${quiet}.`,
    facts: { stage, days, countedFrom, lastActivityOn },
  };
};

/**
 * An initiative is stuck and nobody has done anything for it for 30 days. It holds since the later of the two began. CRITICAL:
 * it takes up a place, and without somebody who acts nothing will ever change about it.
 */
export const zombie: FindingRule = ({ stuck, at, timeZone }) => {
  if (!stuck?.isZombie) {
    return [];
  }
  const { stageName: stage, days, stuckOn, lastActivityOn } = stuck;
  const today = dateAt(at, timeZone);
  const quietOn = lastActivityOn === null ? stuckOn : addDays(lastActivityOn, QUIET_DAYS);
  return [
    {
      code: 'ZOMBIE',
      subject: '',
      level: 'CRITICAL',
      since: startOfDay(quietOn > stuckOn ? quietOn : stuckOn, timeZone),
      ...tellZombie({ stage, countedFrom: addDays(today, -days), lastActivityOn }, today),
    },
  ];
};
