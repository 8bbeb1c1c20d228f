import type { CalendarDate } from '../basics/calendar-date.js';
import type { Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';

export const KPI_ROLES = ['PRIMARY', 'GUARDRAIL', 'LEADING'] as const;
export type KpiRole = (typeof KPI_ROLES)[number];

export const KPI_CLASSES = ['BUSINESS', 'MODEL', 'USAGE', 'COST', 'RISK'] as const;
export type KpiClass = (typeof KPI_CLASSES)[number];

export const KPI_DIRECTIONS = ['INCREASE', 'DECREASE', 'RANGE'] as const;
export type KpiDirection = (typeof KPI_DIRECTIONS)[number];

export interface KpiBaseline {
  readonly value: Decimal;
  readonly measuredOn: CalendarDate;
  readonly sampleSize: number | null;
}

/** One version of what a KPI means; a later version replaces it from `recordedAt` on, and both stay visible. */
export interface KpiDefinition {
  readonly version: number;
  readonly recordedAt: Instant;
  readonly name: string;
  readonly unit: string;
  readonly role: KpiRole;
  readonly class: KpiClass;
  readonly direction: KpiDirection;
  readonly dataSource: string;
  readonly ownerId: string;
  readonly baseline: KpiBaseline | null;
  /** Target for PRIMARY and LEADING, limit for GUARDRAIL; null for RANGE. */
  readonly target: Decimal | null;
  readonly rangeLow: Decimal | null;
  readonly rangeHigh: Decimal | null;
  readonly targetDate: CalendarDate | null;
}

export interface KpiMeasurement {
  readonly value: Decimal;
  readonly measuredOn: CalendarDate;
  readonly sampleSize: number | null;
  readonly source: string;
  readonly recordedAt: Instant;
}

/** The whole recorded history of one KPI. */
export interface KpiFacts {
  readonly id: string;
  /** Oldest first. */
  readonly definitions: readonly KpiDefinition[];
  /** In any order. */
  readonly measurements: readonly KpiMeasurement[];
}
