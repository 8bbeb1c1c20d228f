import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal, decimalOf } from '../basics/decimal.js';
import { checkKpi, type KpiStatement } from './check-kpi.js';
import { KPI_DIRECTIONS, KPI_ROLES } from './kpi.js';

const day = (text: string) => text as CalendarDate;
const TODAY = day('2026-03-15');

const HANDLE_TIME: KpiStatement = {
  role: 'PRIMARY',
  direction: 'DECREASE',
  baselineValue: decimal('9.4'),
  baselineMeasuredOn: day('2026-01-31'),
  baselineSampleSize: 2140,
  target: decimal('6.5'),
  rangeLow: null,
  rangeHigh: null,
  targetDate: day('2026-06-30'),
};
const RANGE: KpiStatement = {
  ...HANDLE_TIME,
  direction: 'RANGE',
  target: null,
  rangeLow: decimal('2'),
  rangeHigh: decimal('4'),
};

const messagesOf = (statement: KpiStatement) => checkKpi(statement, TODAY).map((refusal) => refusal.message);
const faultsOf = (statement: KpiStatement) => checkKpi(statement, TODAY).map((refusal) => refusal.field?.at(-1));

describe('What a KPI may be defined as', () => {
  it('takes a target in its direction from the baseline, with dates', () => {
    expect(checkKpi(HANDLE_TIME, TODAY)).toEqual([]);
  });

  it('takes a KPI whose baseline and date are still to come', () => {
    const draft = {
      ...HANDLE_TIME,
      baselineValue: null,
      baselineMeasuredOn: null,
      baselineSampleSize: null,
      targetDate: null,
    };
    expect(checkKpi(draft, TODAY)).toEqual([]);
  });

  it('takes a range of one value, and refuses one upside down', () => {
    expect(checkKpi({ ...RANGE, rangeLow: decimal('4.0') }, TODAY)).toEqual([]);
    expect(faultsOf({ ...RANGE, rangeLow: decimal('4.1') })).toEqual(['rangeLow']);
  });

  it('asks both ends of a range and takes no target with it', () => {
    expect(faultsOf({ ...RANGE, rangeLow: null, rangeHigh: null, target: decimal('3') })).toEqual([
      'target',
      'rangeLow',
      'rangeHigh',
    ]);
  });

  it.each(['rangeLow', 'rangeHigh'] as const)('asks for the end of a range that is missing: %s', (name) => {
    expect(faultsOf({ ...RANGE, [name]: null })).toEqual([name]);
  });

  it.each(KPI_ROLES)('asks a target and takes no range for a %s that is to rise or fall', (role) => {
    const bare = { ...HANDLE_TIME, role, target: null };
    expect(faultsOf(bare)).toEqual(['target']);
    expect(faultsOf({ ...bare, rangeLow: decimal('1'), rangeHigh: decimal('2') })).toEqual([
      'target',
      'rangeLow',
      'rangeHigh',
    ]);
  });

  it.each([
    ['INCREASE', '9.3'],
    ['INCREASE', '9.40'],
    ['DECREASE', '9.40'],
    ['DECREASE', '9.5'],
  ] as const)('refuses %s from 9.4 to %s and says why', (direction, target) => {
    const [refusal, ...others] = checkKpi({ ...HANDLE_TIME, direction, target: decimal(target) }, TODAY);
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ code: 'INVALID', field: ['input', 'target'] });
    expect(refusal?.message).toContain('9.4');
  });

  it('lets the limit of a guardrail lie on either side of its baseline', () => {
    const guardrail = { ...HANDLE_TIME, role: 'GUARDRAIL' as const };
    expect(checkKpi({ ...guardrail, target: decimal('10') }, TODAY)).toEqual([]);
    expect(checkKpi({ ...guardrail, target: decimal('8') }, TODAY)).toEqual([]);
  });

  it('takes the value and the day of a baseline only together', () => {
    expect(faultsOf({ ...HANDLE_TIME, baselineMeasuredOn: null })).toEqual(['baselineMeasuredOn']);
    expect(faultsOf({ ...HANDLE_TIME, baselineValue: null, baselineSampleSize: null })).toEqual(['baselineValue']);
    expect(faultsOf({ ...HANDLE_TIME, baselineValue: null, baselineMeasuredOn: null })).toEqual(['baselineSampleSize']);
  });

  it('refuses a baseline of tomorrow, and of no observation', () => {
    expect(faultsOf({ ...HANDLE_TIME, baselineMeasuredOn: TODAY })).toEqual([]);
    expect(faultsOf({ ...HANDLE_TIME, baselineMeasuredOn: day('2026-03-16') })).toEqual(['baselineMeasuredOn']);
    expect(faultsOf({ ...HANDLE_TIME, baselineSampleSize: 0 })).toEqual(['baselineSampleSize']);
  });

  it('refuses a target date before the baseline', () => {
    expect(faultsOf({ ...HANDLE_TIME, targetDate: day('2026-01-30') })).toEqual(['targetDate']);
  });

  it('may be due on the day of its baseline', () => {
    expect(faultsOf({ ...HANDLE_TIME, targetDate: day('2026-01-31') })).toEqual([]);
  });

  it('takes a baseline of one observation', () => {
    expect(faultsOf({ ...HANDLE_TIME, baselineSampleSize: 1 })).toEqual([]);
  });

  it('says of a range what is missing, and what does not belong to it', () => {
    expect(messagesOf({ ...RANGE, rangeLow: null, rangeHigh: null, target: decimal('3') })).toEqual([
      'A KPI of direction RANGE has no target; state rangeLow and rangeHigh instead.',
      'A KPI of direction RANGE needs rangeLow, the lowest value that is still good.',
      'A KPI of direction RANGE needs rangeHigh, the highest value that is still good.',
    ]);
    expect(messagesOf({ ...RANGE, rangeLow: decimal('4.1') })).toEqual([
      'rangeLow must not be above rangeHigh, and 4.1 is above 4.',
    ]);
  });

  it('says what the target of each role is for', () => {
    const bare = { ...HANDLE_TIME, target: null, rangeLow: decimal('1'), rangeHigh: decimal('2') };
    const noRange = [
      'rangeLow is for direction RANGE only; a KPI of direction DECREASE has a target.',
      'rangeHigh is for direction RANGE only; a KPI of direction DECREASE has a target.',
    ];
    expect(messagesOf(bare)).toEqual([
      'A KPI of direction DECREASE needs target, the value to be reached.',
      ...noRange,
    ]);
    expect(messagesOf({ ...bare, role: 'GUARDRAIL' })).toEqual([
      'A KPI of direction DECREASE needs target, the limit that must hold.',
      ...noRange,
    ]);
  });

  it('says on which side of its baseline a target must lie, and what else is wrong', () => {
    expect(messagesOf({ ...HANDLE_TIME, target: decimal('9.5') })).toEqual([
      'A KPI of direction DECREASE needs a target below its baseline, and 9.5 is not below 9.4; correct the target or the direction.',
    ]);
    expect(messagesOf({ ...HANDLE_TIME, direction: 'INCREASE', rangeLow: decimal('1') })).toEqual([
      'A KPI of direction INCREASE needs a target above its baseline, and 6.5 is not above 9.4; correct the target or the direction.',
      'rangeLow is for direction RANGE only; a KPI of direction INCREASE has a target.',
    ]);
  });

  it('says what a baseline lacks or has too much', () => {
    expect(messagesOf({ ...HANDLE_TIME, baselineMeasuredOn: null, baselineSampleSize: 0 })).toEqual([
      'A baseline needs baselineMeasuredOn, the day it was measured on.',
      'baselineSampleSize must be 1 or more, and was 0.',
    ]);
    expect(messagesOf({ ...HANDLE_TIME, baselineValue: null })).toEqual([
      'A baseline needs baselineValue; without a value leave baselineMeasuredOn out too.',
      'baselineSampleSize belongs to a baseline; state baselineValue and baselineMeasuredOn too.',
    ]);
  });

  it('says which day is wrong, and against which other', () => {
    expect(messagesOf({ ...HANDLE_TIME, baselineMeasuredOn: day('2026-07-01') })).toEqual([
      'A baseline cannot be measured in the future: 2026-07-01 is after today, 2026-03-15.',
      'targetDate must not be before the baseline, and 2026-06-30 is before 2026-07-01.',
    ]);
  });

  it('takes whatever it takes with a target that attainment can be told of', () => {
    const whole = fc.option(fc.integer({ min: -3, max: 3 }).map(decimalOf), { nil: null });
    fc.assert(
      fc.property(
        fc.constantFrom(...KPI_ROLES),
        fc.constantFrom(...KPI_DIRECTIONS),
        whole,
        whole,
        (role, direction, baselineValue, target) => {
          const statement = {
            ...RANGE,
            role,
            direction,
            target,
            baselineValue,
            baselineSampleSize: null,
            baselineMeasuredOn: baselineValue && TODAY,
            targetDate: null,
            ...(direction === 'RANGE' ? {} : { rangeLow: null, rangeHigh: null }),
          };
          const isTold =
            role !== 'GUARDRAIL' &&
            direction !== 'RANGE' &&
            baselineValue !== null &&
            checkKpi(statement, TODAY).length === 0;
          const gap = Number(target) - Number(baselineValue);
          return !isTold || (target !== null && (direction === 'INCREASE' ? gap > 0 : gap < 0));
        },
      ),
    );
  });
});
