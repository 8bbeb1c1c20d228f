import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal } from '../basics/decimal.js';
import { checkMeasurement, saysTheSame, type MeasurementStatement } from './check-measurements.js';

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
});
