import { compare, type Decimal } from '../basics/decimal.js';
import { invalid, type Refusal } from '../basics/result.js';
import { unreadable } from '../basics/text.js';
import type { KpiStatement } from './check-kpi.js';
import type { KpiBaseline, KpiDefinition } from './kpi.js';

/** All that a definition says, as somebody states it. */
export interface KpiTerms
  extends KpiStatement, Pick<KpiDefinition, 'name' | 'unit' | 'class' | 'dataSource' | 'ownerId'> {}

/** One value before and after a revision. */
export interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

const LONGEST_REASON = 4_000;
const NUMBERS: ReadonlySet<string> = new Set(['baselineValue', 'target', 'rangeLow', 'rangeHigh']);

/** What a definition says, in the form it is stated in. */
export const termsOf = ({ baseline, ...definition }: KpiDefinition): KpiTerms => ({
  name: definition.name,
  unit: definition.unit,
  role: definition.role,
  class: definition.class,
  direction: definition.direction,
  dataSource: definition.dataSource,
  ownerId: definition.ownerId,
  baselineValue: baseline?.value ?? null,
  baselineMeasuredOn: baseline?.measuredOn ?? null,
  baselineSampleSize: baseline?.sampleSize ?? null,
  target: definition.target,
  rangeLow: definition.rangeLow,
  rangeHigh: definition.rangeHigh,
  targetDate: definition.targetDate,
});

/** The baseline that is stated; null where none is. */
export const baselineIn = ({
  baselineValue,
  baselineMeasuredOn,
  baselineSampleSize,
}: KpiStatement): KpiBaseline | null =>
  baselineValue !== null && baselineMeasuredOn !== null
    ? { value: baselineValue, measuredOn: baselineMeasuredOn, sampleSize: baselineSampleSize }
    : null;

const isSame = (name: string, a: unknown, b: unknown): boolean =>
  a !== null && b !== null && NUMBERS.has(name) ? compare(a as Decimal, b as Decimal) === 0 : a === b;

/** What a revision changes, by name. Numbers are compared by their value: from 4 to 4.0 is no change. */
export const changesOf = (before: KpiTerms, after: KpiTerms): Readonly<Record<string, Change>> =>
  Object.fromEntries(
    (Object.keys(before) as (keyof KpiTerms)[])
      .filter((name) => !isSame(name, before[name], after[name]))
      .map((name) => [name, { from: before[name], to: after[name] }]),
  );

/**
 * A revision says why in 1 to 4,000 characters and changes something. The unit stays once the KPI was measured, for values
 * in one unit mean something else in another; everything else may change, after the freeze too, for every version stays
 * visible (law 7). Every problem is INVALID. That the definition does not contradict itself is asked by `checkKpi`.
 */
export const checkRevision = (
  before: KpiTerms,
  after: KpiTerms,
  { reason, isMeasured }: { readonly reason: string; readonly isMeasured: boolean },
): readonly Refusal[] => {
  const unfit = unreadable('reason', reason, LONGEST_REASON);
  return [
    ...(unfit === null ? [] : [invalid(['reason'], unfit)]),
    ...(Object.keys(changesOf(before, after)).length === 0
      ? [invalid(['input'], 'This says what the KPI says already; a revision changes at least one of its values.')]
      : []),
    ...(isMeasured && before.unit !== after.unit
      ? [
          invalid(
            ['input', 'unit'],
            `${before.name} was measured in "${before.unit}" already, and those values would be read as "${after.unit}"; define another KPI for the other unit.`,
          ),
        ]
      : []),
  ];
};
