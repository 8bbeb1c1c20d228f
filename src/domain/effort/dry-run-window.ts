import { addDays, daysBetween, type CalendarDate } from '../basics/calendar-date.js';
import { accept, invalid, refuse, type Result } from '../basics/result.js';
import { LONGEST_SPAN_DAYS, type Days } from './days.js';

/**
 * The days over which the effect of rules is shown: from the day stated through today, or else the last quarter of the
 * calendar that is over. A day after today, and one more than 100 years ago, is INVALID.
 */
export const dryRunWindow = (statedFrom: CalendarDate | null, today: CalendarDate): Result<Days> => {
  if (statedFrom === null) {
    return accept(lastQuarter(today));
  }
  if (statedFrom > today || daysBetween(statedFrom, today) > LONGEST_SPAN_DAYS) {
    const problem = `dryRunFrom must be ${today} or earlier, and at most 100 years ago, and was ${statedFrom}.`;
    return refuse(invalid(['input', 'dryRunFrom'], problem));
  }
  return accept({ from: statedFrom, to: today });
};

/** The whole quarter before the one a day is in. */
export const lastQuarter = (today: CalendarDate): Days => {
  const to = addDays(firstOfQuarter(today), -1);
  return { from: firstOfQuarter(to), to };
};

const firstOfQuarter = (date: CalendarDate): CalendarDate => {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as CalendarDate;
};
