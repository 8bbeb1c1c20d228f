import { addDays, dateAt, daysBetween, type CalendarDate } from '../basics/calendar-date.js';
import type { Instant } from '../basics/instant.js';

/** How far the days of a portfolio have begun. */
export interface PortfolioDays {
  readonly timeZone: string;
  readonly createdAt: Instant;
  /** The last date that has begun; null where none has: then the day it was created on counts as begun. */
  readonly begunThrough: CalendarDate | null;
}

/** The last date of a portfolio that has begun. The day of its creation has: what there was to do then was done by hand. */
export const lastBegun = ({ begunThrough, createdAt, timeZone }: PortfolioDays): CalendarDate =>
  begunThrough ?? dateAt(createdAt, timeZone);

/** By how many days a portfolio is behind the calendar of its time zone: 0 or more. */
export const daysBehind = (days: PortfolioDays, now: Instant): number =>
  Math.max(0, daysBetween(lastBegun(days), dateAt(now, days.timeZone)));

/**
 * The dates of a portfolio that are to begin: all after the last that has begun, through today in its time zone, in order,
 * so that days missed while nothing ran are caught up one by one. None where the clock was put back.
 */
export const daysToBegin = (days: PortfolioDays, now: Instant): readonly CalendarDate[] =>
  Array.from({ length: daysBehind(days, now) }, (_, index) => addDays(lastBegun(days), index + 1));
