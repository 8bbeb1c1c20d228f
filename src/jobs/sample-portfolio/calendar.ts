import { addDays, dateAt, startOfDay, type CalendarDate } from '../../domain/basics/calendar-date.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/basics/instant.js';

export const TIME_ZONE = 'Europe/Berlin';

const HOUR = 3_600_000;
const SATURDAY = 6;
const SUNDAY = 0;

/** Dates and times of the sample, counted back from the day it is loaded. */
export interface SampleCalendar {
  readonly today: CalendarDate;
  /** The date that many whole days ago. */
  date(daysAgo: number): CalendarDate;
  /** A moment in office hours of a working day, about that many days ago; a smaller number is never earlier. */
  moment(daysAgo: number): Instant;
}

/** The calendar of a sample that is loaded at an instant. */
export const calendarOf = (now: Instant): SampleCalendar => {
  const today = dateAt(now, TIME_ZONE);
  return {
    today,
    date: (daysAgo) => addDays(today, -Math.floor(daysAgo)),
    moment: (daysAgo) => {
      const day = addDays(today, -Math.floor(daysAgo));
      // How much of the day has gone by: 12.9 days ago is early in the morning, 12.1 days ago in the evening.
      return officeHour(day, 1 - (daysAgo - Math.floor(daysAgo)));
    },
  };
};

/** What would fall on a weekend was done late on the Friday before it. */
const officeHour = (day: CalendarDate, gone: number): Instant => {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) {
    return at(addDays(day, -1), 17.2 + gone * 0.6);
  }
  return weekday === SUNDAY ? at(addDays(day, -2), 17.9 + gone * 0.6) : at(day, 8 + gone * 9);
};

/** An hour of a day of the sample's time zone, `9.5` is half past nine. */
export const at = (day: CalendarDate, hour: number): Instant =>
  instantOf(millisecondsOf(startOfDay(day, TIME_ZONE)) + Math.round(hour * HOUR));

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: CalendarDate): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();
