import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal } from '../basics/decimal.js';
import { checkMeasurement, measurementMismatch, saysTheSame, type MeasurementStatement } from './check-measurements.js';

const day = (text: string) => text as CalendarDate;
const TODAY = day('2026-03-15');
const ROW: MeasurementStatement = {
  kpiId: 'handle-time',
  value: decimal('6.10'),
  measuredOn: TODAY,
  sampleSize: 1880,
  source: 'telephony',
  externalId: 'w11',
};

const pathsOf = (row: MeasurementStatement) =>
  checkMeasurement(row, 3, TODAY).map((refusal) => refusal.field?.join('.'));

describe('What a measurement may be', () => {
  it('is of today or earlier', () => {
    expect(pathsOf(ROW)).toEqual([]);
    expect(pathsOf({ ...ROW, measuredOn: day('2026-03-16') })).toEqual(['measurements.3.measuredOn']);
  });

  it('may leave the number of observations out, and not state none', () => {
    expect(pathsOf({ ...ROW, sampleSize: null })).toEqual([]);
    expect(pathsOf({ ...ROW, sampleSize: 0 })).toEqual(['measurements.3.sampleSize']);
  });

  it('names its source, and an externalId that is one', () => {
    expect(pathsOf({ ...ROW, source: '', externalId: '' })).toEqual([
      'measurements.3.source',
      'measurements.3.externalId',
    ]);
    expect(pathsOf({ ...ROW, source: 'x'.repeat(201), externalId: null })).toEqual(['measurements.3.source']);
    expect(pathsOf({ ...ROW, source: 'x'.repeat(200), externalId: 'x'.repeat(201) })).toEqual([
      'measurements.3.externalId',
    ]);
  });

  it('may be of one observation', () => {
    expect(pathsOf({ ...ROW, sampleSize: 1 })).toEqual([]);
    expect(checkMeasurement({ ...ROW, externalId: null }, 3, TODAY)).toEqual([]);
  });

  it('says every wrong value, and what would be right', () => {
    const row = { ...ROW, measuredOn: day('2026-03-16'), sampleSize: 0, source: '', externalId: '' };
    expect(checkMeasurement(row, 3, TODAY)).toEqual([
      {
        code: 'INVALID',
        message: 'measuredOn must not be in the future, and 2026-03-16 is after today, 2026-03-15.',
        field: ['measurements', '3', 'measuredOn'],
      },
      {
        code: 'INVALID',
        message: 'sampleSize must be 1 or more, and was 0.',
        field: ['measurements', '3', 'sampleSize'],
      },
      {
        code: 'INVALID',
        message: 'source must hold 1 to 200 characters that can be seen.',
        field: ['measurements', '3', 'source'],
      },
      {
        code: 'INVALID',
        message: 'externalId must hold 1 to 200 characters that can be seen. Leave it out where there is none.',
        field: ['measurements', '3', 'externalId'],
      },
    ]);
  });
});

describe('Whether two measurements say the same', () => {
  it('compares values as numbers', () => {
    expect(saysTheSame(ROW, { ...ROW, value: decimal('6.1') })).toBe(true);
  });

  it.each([
    { value: decimal('6.11') },
    { measuredOn: day('2026-03-14') },
    { sampleSize: null },
    { kpiId: 'reopen-rate' },
  ])('tells %j apart', (other) => {
    expect(saysTheSame(ROW, { ...ROW, ...other })).toBe(false);
  });

  it('refuses another one under the same externalId, and says which', () => {
    expect(measurementMismatch({ ...ROW, externalId: 'w11' }, 3)).toEqual({
      code: 'IDEMPOTENCY_MISMATCH',
      message:
        '"w11" of telephony was recorded before with other values; send a measurement of its own with an externalId of its own.',
      field: ['measurements', '3', 'externalId'],
    });
  });
});
