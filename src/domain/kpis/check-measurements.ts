import type { CalendarDate } from '../basics/calendar-date.js';
import { compare, type Decimal } from '../basics/decimal.js';
import { invalid, type Refusal } from '../basics/result.js';
import { unreadable } from '../basics/text.js';

/** One measured value as a person or machine hands it in. */
export interface MeasurementStatement {
  readonly kpiId: string;
  readonly value: Decimal;
  readonly measuredOn: CalendarDate;
  readonly sampleSize: number | null;
  readonly source: string;
  readonly externalId: string | null;
}

const LONGEST_TEXT = 200;

/**
 * A measurement is of today or earlier in the portfolio's time zone, of at least one observation where their number is
 * stated, and names its source in 1 to 200 characters; an externalId has 1 to 200 too. Every problem is INVALID.
 */
export const checkMeasurement = (row: MeasurementStatement, index: number, today: CalendarDate): readonly Refusal[] => {
  const source = unreadable('source', row.source, LONGEST_TEXT);
  const externalId = row.externalId === null ? null : unreadable('externalId', row.externalId, LONGEST_TEXT);
  const at = (name: keyof MeasurementStatement, message: string) => invalid(measurementField(index, name), message);
  return [
    ...(row.measuredOn > today
      ? [at('measuredOn', `measuredOn must not be in the future, and ${row.measuredOn} is after today, ${today}.`)]
      : []),
    ...(row.sampleSize !== null && row.sampleSize < 1
      ? [at('sampleSize', `sampleSize must be 1 or more, and was ${row.sampleSize}.`)]
      : []),
    ...(source === null ? [] : [at('source', source)]),
    ...(externalId === null ? [] : [at('externalId', `${externalId} Leave it out where there is none.`)]),
  ];
};

/** The path of a value in the batch, for instance `['measurements', '3', 'value']`. */
export const measurementField = (index: number, name: keyof MeasurementStatement): readonly string[] => [
  'measurements',
  `${index}`,
  name,
];

/** Do two measurements say the same? Values are compared as numbers: `12.50` is `12.5`. */
export const saysTheSame = (a: MeasurementStatement, b: MeasurementStatement): boolean =>
  a.kpiId === b.kpiId &&
  compare(a.value, b.value) === 0 &&
  a.measuredOn === b.measuredOn &&
  a.sampleSize === b.sampleSize;

/** The refusal of a measurement whose (source, externalId) was used for another one. */
export const measurementMismatch = (row: MeasurementStatement, index: number): Refusal => ({
  code: 'IDEMPOTENCY_MISMATCH',
  message: `${JSON.stringify(row.externalId)} of ${row.source} was recorded before with other values; send a measurement of its own with an externalId of its own.`,
  field: measurementField(index, 'externalId'),
});
