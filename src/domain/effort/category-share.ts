import type { Days } from './days.js';
import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { HUNDRED, isPositive, multiply, sum, type Decimal } from '../basics/decimal.js';
import type { Ratio } from '../basics/ratio.js';

/** Effort in person-days on a category; what takes effort back is negative. */
export interface BookedEffort {
  /** Null: not categorised. */
  readonly categoryKey: string | null;
  readonly personDays: Decimal;
}

/** Effort of one day. */
export interface WorkedEffort extends BookedEffort {
  readonly workedOn: CalendarDate;
}

/** The last days of a number, today included: of 90 days ending on 31 March the first is 1 January. */
export const lastDays = (today: CalendarDate, days: number): Days => ({ from: addDays(today, 1 - days), to: today });

/** What was worked on these days. */
export const workedWithin = <Effort extends WorkedEffort>(
  effort: readonly Effort[],
  { from, to }: Days,
): readonly Effort[] => effort.filter(({ workedOn }) => workedOn >= from && workedOn <= to);

/** What is booked on a category. */
export const onCategory = <Effort extends BookedEffort>(
  effort: readonly Effort[],
  categoryKey: string,
): readonly Effort[] => effort.filter((each) => each.categoryKey === categoryKey);

/** Person-days in all, net of reversals: an entry that was taken back is no effort. */
export const personDaysOf = (effort: readonly BookedEffort[]): Decimal =>
  sum(effort.map(({ personDays }) => personDays));

/** A part of a whole in percent, exact; null where there is no whole. */
export const percentOf = (part: Decimal, whole: Decimal): Ratio | null =>
  isPositive(whole) ? { numerator: multiply(part, HUNDRED), denominator: whole } : null;
