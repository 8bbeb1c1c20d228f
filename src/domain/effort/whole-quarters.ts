import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import type { Days } from './days.js';

const firstOfMonth = (months: number): CalendarDate =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01` as CalendarDate;

/** The last whole quarters of a number that are over on a day, as one window: its last day is that before the quarter of the day. */
export const lastWholeQuarters = (today: CalendarDate, quarters: number): Days => {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const begun = months - (months % 3);
  return { from: firstOfMonth(begun - quarters * 3), to: addDays(firstOfMonth(begun), -1) };
};
