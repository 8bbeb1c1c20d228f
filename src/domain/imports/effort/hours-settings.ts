import { isPositive, parseDecimal, type Decimal } from '../../basics/decimal.js';
import { COUNTED_IN, HOURS_AS_THEY_COME, type HoursSettings } from '../../effort/read-hours.js';
import { DECIMAL_MARKS } from '../../effort/read-number.js';
import type { Json, Report } from '../mapping-fields.js';

const KEYS = ['decimal', 'number', 'day', 'week', 'clock'];

/** `hours`: how amounts are written. What is left out is told by the form of each amount, or refused. */
export const readHoursSettings = (section: Json, report: Report): HoursSettings => {
  for (const key of Object.keys(section).filter((each) => !KEYS.includes(each))) {
    report(['hours', key], `"${key}" is no part of it; there are: ${KEYS.join(', ')}.`);
  }
  const { clock } = section;
  if (clock !== undefined && typeof clock !== 'boolean') {
    report(['hours', 'clock'], 'It must be true or false: whether 12:30 are hours and minutes.');
  }
  return {
    decimal: oneOf(section, 'decimal', DECIMAL_MARKS, report) ?? HOURS_AS_THEY_COME.decimal,
    number: oneOf(section, 'number', COUNTED_IN, report) ?? HOURS_AS_THEY_COME.number,
    day: hoursOf(section, 'day', report),
    week: hoursOf(section, 'week', report),
    clock: clock !== false,
  };
};

const oneOf = <T extends string>(section: Json, key: string, choices: readonly T[], report: Report): T | undefined => {
  const value = section[key] ?? undefined;
  const choice = choices.find((each) => each === value);
  if (value !== undefined && choice === undefined) {
    report(['hours', key], `It must be one of: ${choices.join(', ')}.`);
  }
  return choice;
};

const hoursOf = (section: Json, key: string, report: Report): Decimal | null => {
  const value = section[key] ?? null;
  if (value === null) {
    return null;
  }
  const hours = typeof value === 'string' || typeof value === 'number' ? parseDecimal(String(value)) : null;
  if (hours === null || !isPositive(hours)) {
    report(['hours', key], `It must be the hours of a ${key}, a number above 0 such as 8 or "7.5".`);
  }
  return hours;
};
