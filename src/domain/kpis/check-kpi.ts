import type { CalendarDate } from '../basics/calendar-date.js';
import { compare, type Decimal } from '../basics/decimal.js';
import { invalid, type Refusal } from '../basics/result.js';
import type { KpiDirection, KpiRole } from './kpi.js';

/** The numbers and dates a KPI is defined by, as somebody states them: what is missing is null. */
export interface KpiStatement {
  readonly role: KpiRole;
  readonly direction: KpiDirection;
  readonly baselineValue: Decimal | null;
  readonly baselineMeasuredOn: CalendarDate | null;
  readonly baselineSampleSize: number | null;
  readonly target: Decimal | null;
  readonly rangeLow: Decimal | null;
  readonly rangeHigh: Decimal | null;
  readonly targetDate: CalendarDate | null;
}

/**
 * A KPI may still lack its baseline and its date, for the contract at the gate asks for those; it may not contradict
 * itself. RANGE takes rangeLow <= rangeHigh and no target, INCREASE and DECREASE take a target and no range. The target of
 * a PRIMARY or LEADING KPI lies in its direction from the baseline; the limit of a GUARDRAIL may lie on either side. A
 * baseline has a value and a day that is not in the future. `today` is the portfolio's. Every problem is INVALID.
 */
export const checkKpi = (statement: KpiStatement, today: CalendarDate): readonly Refusal[] => [
  ...(statement.direction === 'RANGE' ? rangeProblems(statement) : targetProblems(statement, statement.direction)),
  ...baselineProblems(statement, today),
  ...dateProblems(statement),
];

const at = (name: keyof KpiStatement, message: string): Refusal => invalid(['input', name], message);

const rangeProblems = ({ rangeLow, rangeHigh, target }: KpiStatement): readonly Refusal[] => [
  ...(target === null
    ? []
    : [at('target', 'A KPI of direction RANGE has no target; state rangeLow and rangeHigh instead.')]),
  ...(rangeLow === null
    ? [at('rangeLow', 'A KPI of direction RANGE needs rangeLow, the lowest value that is still good.')]
    : []),
  ...(rangeHigh === null
    ? [at('rangeHigh', 'A KPI of direction RANGE needs rangeHigh, the highest value that is still good.')]
    : []),
  ...(rangeLow !== null && rangeHigh !== null && compare(rangeLow, rangeHigh) > 0
    ? [at('rangeLow', `rangeLow must not be above rangeHigh, and ${rangeLow} is above ${rangeHigh}.`)]
    : []),
];

const targetProblems = (statement: KpiStatement, direction: 'INCREASE' | 'DECREASE'): readonly Refusal[] => {
  const { role, target, baselineValue } = statement;
  const noRange = (['rangeLow', 'rangeHigh'] as const)
    .filter((name) => statement[name] !== null)
    .map((name) => at(name, `${name} is for direction RANGE only; a KPI of direction ${direction} has a target.`));
  if (target === null) {
    const what = role === 'GUARDRAIL' ? 'target, the limit that must hold' : 'target, the value to be reached';
    return [at('target', `A KPI of direction ${direction} needs ${what}.`), ...noRange];
  }
  const side = direction === 'INCREASE' ? 'above' : 'below';
  const wanted = direction === 'INCREASE' ? 1 : -1;
  const contradicts = role !== 'GUARDRAIL' && baselineValue !== null && compare(target, baselineValue) !== wanted;
  return contradicts
    ? [
        at(
          'target',
          `A KPI of direction ${direction} needs a target ${side} its baseline, and ${target} is not ${side} ${baselineValue}; correct the target or the direction.`,
        ),
        ...noRange,
      ]
    : noRange;
};

const baselineProblems = (statement: KpiStatement, today: CalendarDate): readonly Refusal[] => {
  const { baselineValue, baselineMeasuredOn, baselineSampleSize } = statement;
  return [
    ...(baselineValue !== null && baselineMeasuredOn === null
      ? [at('baselineMeasuredOn', 'A baseline needs baselineMeasuredOn, the day it was measured on.')]
      : []),
    ...(baselineValue === null && baselineMeasuredOn !== null
      ? [at('baselineValue', 'A baseline needs baselineValue; without a value leave baselineMeasuredOn out too.')]
      : []),
    ...(baselineValue === null && baselineSampleSize !== null
      ? [
          at(
            'baselineSampleSize',
            'baselineSampleSize belongs to a baseline; state baselineValue and baselineMeasuredOn too.',
          ),
        ]
      : []),
    ...(baselineSampleSize !== null && baselineSampleSize < 1
      ? [at('baselineSampleSize', `baselineSampleSize must be 1 or more, and was ${baselineSampleSize}.`)]
      : []),
    ...(baselineMeasuredOn !== null && baselineMeasuredOn > today
      ? [
          at(
            'baselineMeasuredOn',
            `A baseline cannot be measured in the future: ${baselineMeasuredOn} is after today, ${today}.`,
          ),
        ]
      : []),
  ];
};

const dateProblems = ({ baselineMeasuredOn, targetDate }: KpiStatement): readonly Refusal[] =>
  baselineMeasuredOn !== null && targetDate !== null && targetDate < baselineMeasuredOn
    ? [
        at(
          'targetDate',
          `targetDate must not be before the baseline, and ${targetDate} is before ${baselineMeasuredOn}.`,
        ),
      ]
    : [];
