import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import type { Days } from './days.js';
import { labelOfGroup } from './effort-groups.js';

export const TREND_STEPS = ['MONTH', 'QUARTER'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];

/** A month or a quarter, or the part of it that lies in a window. */
export interface Period extends Days {
  /** `2026-03` or `2026-Q1`, as groups of effort are called. */
  readonly key: string;
  readonly label: string;
}

const MONTHS_IN: Readonly<Record<TrendStep, number>> = { MONTH: 1, QUARTER: 3 };

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const keyOf = (day: CalendarDate, step: TrendStep): string =>
  step === 'MONTH' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The first day after the month or quarter of a day. */
const nextBegin = (day: CalendarDate, step: TrendStep): CalendarDate => {
  const months = MONTHS_IN[step];
  const begun = Number(day.slice(5, 7)) - 1;
  const next = Number(day.slice(0, 4)) * 12 + begun - (begun % months) + months;
  const year = String(Math.floor(next / 12)).padStart(4, '0');
  return `${year}-${twoDigits((next % 12) + 1)}-01` as CalendarDate;
};

/**
 * The months or quarters of a window in their order, also those in which nothing happened. The first begins and the last ends
 * with the window, so they may be parts. Empty where the window ends before it begins.
 */
export const periodsOf = ({ from, to }: Days, step: TrendStep): readonly Period[] => {
  const periods: Period[] = [];
  for (let begin = from; begin <= to; begin = nextBegin(begin, step)) {
    const next = nextBegin(begin, step);
    const key = keyOf(begin, step);
    // After the last month of the calendar there is no day.
    const end = next > to || next.length > begin.length ? to : addDays(next, -1);
    periods.push({ key, label: labelOfGroup(step, key), from: begin, to: end });
    if (end === to) {
      break;
    }
  }
  return periods;
};
