import { addDays, type CalendarDate } from '../basics/calendar-date.js';

/** How many days after it went live an initiative is asked what it brought. */
export const MILESTONES = [30, 60, 90] as const;
export type Milestone = (typeof MILESTONES)[number];

export const BENEFITS_OUTCOMES = ['ON_COURSE', 'OFF_COURSE', 'NOT_REALISED'] as const;
export type BenefitsOutcome = (typeof BENEFITS_OUTCOMES)[number];

const DAYS_TO_ANSWER = 14;

/** When an initiative entered its first stage of category PRODUCTION, and when that became known. */
export interface Launch {
  readonly enteredOn: CalendarDate;
  readonly recordedOn: CalendarDate;
}

/**
 * The milestones whose day has come and whose review is not opened yet, in their order. One whose day was over before the
 * launch was even recorded is left out: nobody could have held it, and an import opens no reviews of years ago.
 */
export const milestonesDue = (
  { enteredOn, recordedOn }: Launch,
  today: CalendarDate,
  opened: readonly number[],
): readonly Milestone[] =>
  MILESTONES.filter((days) => {
    const day = addDays(enteredOn, days);
    return day <= today && day >= recordedOn && !opened.includes(days);
  });

/** A review is due 14 days after it is opened. */
export const dueOnOf = (openedOn: CalendarDate): CalendarDate => addDays(openedOn, DAYS_TO_ANSWER);
