import { addDays, dateAt, daysBetween, startOfDay, type CalendarDate } from '../../basics/calendar-date.js';
import type { FindingRule, Told } from '../finding.js';

/** What stands of a trap while the days go by. */
export interface PocTrapFacts {
  readonly stage: string;
  /** The days in the stage are counted from here: later than it came, where it was elsewhere or on hold. */
  readonly countedFrom: CalendarDate;
  readonly stuckOn: CalendarDate;
}

/** What is said of a trap on a day. */
export const tellPocTrap = ({ stage, countedFrom, stuckOn }: PocTrapFacts, today: CalendarDate): Told => {
  const days = daysBetween(countedFrom, today);
  return {
    message: `It has stood in ${stage} for ${days} days and is stuck there: decide to go on, or to stop.`,
    facts: { stage, days, countedFrom, stuckOn },
  };
};

/**
 * An initiative is stuck in a stage of category POC: a proof of concept that neither ends nor goes on. WARNING: a review is
 * under way by itself, and somebody has to decide in it.
 */
export const pocTrap: FindingRule = ({ stuck, at, timeZone }) => {
  if (stuck?.stageCategory !== 'POC') {
    return [];
  }
  const { stageName: stage, days, stuckOn } = stuck;
  const today = dateAt(at, timeZone);
  return [
    {
      code: 'POC_TRAP',
      subject: '',
      level: 'WARNING',
      since: startOfDay(stuckOn, timeZone),
      ...tellPocTrap({ stage, countedFrom: addDays(today, -days), stuckOn }, today),
    },
  ];
};
