import { decimal, formatDecimal, multiply, type Decimal } from '../basics/decimal.js';

export const EFFORT_UNITS = ['HOURS', 'PERSON_DAYS', 'FTE_MONTHS'] as const;
export type EffortUnit = (typeof EFFORT_UNITS)[number];

export const EFFORT_METHODS = ['WORKLOG', 'COUNTER', 'MANUAL', 'ESTIMATED'] as const;
export type EffortMethod = (typeof EFFORT_METHODS)[number];

export const CATEGORY_SOURCES = ['STATED', 'RULE', 'DEFAULT', 'NONE'] as const;
export type CategorySource = (typeof CATEGORY_SOURCES)[number];

export const HOURS_PER_PERSON_DAY = decimal('8');
export const PERSON_DAYS_PER_FTE_MONTH = decimal('20.83');

/** An eighth is exact as a decimal, so hours are multiplied and never divided. */
const PERSON_DAYS_PER_UNIT = {
  HOURS: decimal('0.125'),
  PERSON_DAYS: decimal('1'),
  FTE_MONTHS: PERSON_DAYS_PER_FTE_MONTH,
} as const satisfies Record<EffortUnit, Decimal>;

/** Person-days of an amount of work, exact: 8 hours are one, an FTE-month is 20.83 (product.md, 70/20/10). */
export const toPersonDays = (amount: Decimal, unit: EffortUnit): Decimal =>
  formatDecimal(multiply(amount, PERSON_DAYS_PER_UNIT[unit]));

/** Hours of an amount of work, exact: a person-day is 8, an FTE-month 166.64. */
export const toHours = (amount: Decimal, unit: EffortUnit): Decimal =>
  formatDecimal(multiply(toPersonDays(amount, unit), HOURS_PER_PERSON_DAY));
