import type { KpiClass, KpiDefineInput, KpiDirection, KpiRole } from '../../api/generated/graphql';
import type { Kpi } from './kpi-questions';
import type { Initiative } from './questions';

/** A KPI as typed so far. */
export interface KpiFields {
  readonly name: string;
  readonly unit: string;
  readonly class: KpiClass;
  readonly role: KpiRole;
  readonly direction: KpiDirection;
  readonly ownerId: string;
  readonly dataSource: string;
  readonly target: string;
  readonly targetDate: string;
  readonly rangeLow: string;
  readonly rangeHigh: string;
  readonly baselineValue: string;
  readonly baselineMeasuredOn: string;
  readonly baselineSampleSize: string;
}

/** The fields of one that is revised, or of a new one. */
export const fieldsOf = (kpi: Kpi | null, { owner }: Initiative): KpiFields => ({
  name: kpi?.name ?? '',
  unit: kpi?.unit ?? '',
  class: kpi?.class ?? 'BUSINESS',
  role: kpi?.role ?? 'PRIMARY',
  direction: kpi?.direction ?? 'INCREASE',
  ownerId: kpi?.owner.id ?? owner.id,
  dataSource: kpi?.dataSource ?? '',
  target: kpi?.target ?? '',
  targetDate: kpi?.targetDate ?? '',
  rangeLow: kpi?.rangeLow ?? '',
  rangeHigh: kpi?.rangeHigh ?? '',
  baselineValue: kpi?.baseline?.value ?? '',
  baselineMeasuredOn: kpi?.baseline?.measuredOn ?? '',
  baselineSampleSize: String(kpi?.baseline?.sampleSize ?? ''),
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is sent: bounds for a range, a target for anything else. */
export const inputOf = (fields: KpiFields): KpiDefineInput => {
  const isRange = fields.direction === 'RANGE';
  const sample = orNull(fields.baselineSampleSize);
  return {
    ...fields,
    target: isRange ? null : orNull(fields.target),
    targetDate: orNull(fields.targetDate),
    rangeLow: isRange ? orNull(fields.rangeLow) : null,
    rangeHigh: isRange ? orNull(fields.rangeHigh) : null,
    baselineValue: orNull(fields.baselineValue),
    baselineMeasuredOn: orNull(fields.baselineMeasuredOn),
    baselineSampleSize: sample === null ? null : Number(sample),
  };
};
