import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, decimal, multiply, sum } from '../basics/decimal.js';
import { HOURS_AS_THEY_COME, hoursOfSeconds, readHours, type HoursSettings } from './read-hours.js';

const hoursIn = (text: string, settings: Partial<HoursSettings> = {}): string => {
  const reading = readHours(text, { ...HOURS_AS_THEY_COME, ...settings });
  return reading.ok ? reading.value : `refused: ${reading.reason}`;
};
const OFFICE = { day: decimal('8'), week: decimal('40') };

describe('hours in the wild', () => {
  it.each([
    ['12', '12'],
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['12.50', '12.5'],
    ['.5', '0.5'],
    ['½', '0.5'],
    ['7½', '7.5'],
    ['0.1234567891', '0.1234567891'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ["1'234.5", '1234.5'],
    ['1\u00a0234,5', '1234.5'],
    ['1\u202f234,5', '1234.5'],
    ['\u00a012.5\u00a0', '12.5'],
    ['12:30', '12.5'],
    ['0:45', '0.75'],
    ['01:30:00', '1.5'],
    ['100:00', '100'],
    ['12:30 h', '12.5'],
    ['12h 30m', '12.5'],
    ['12h30m', '12.5'],
    ['12h30', '12.5'],
    ['12 h 05', '12.083333'],
    ['12.5h', '12.5'],
    ['12,5 hours', '12.5'],
    ['1 hour 30 minutes', '1.5'],
    ['2 hrs', '2'],
    ['90m', '1.5'],
    ['90 min', '1.5'],
    ['1h 90m', '2.5'],
    ['3600s', '1'],
    ['36 sec', '0.01'],
    ['1h 30m 36s', '1.51'],
    ['½h', '0.5'],
    ['PT1H30M', '1.5'],
    ['pt1h30m', '1.5'],
    ['PT5400S', '1.5'],
    ['PT1.5H', '1.5'],
    ['PT1,5H', '1.5'],
  ])('reads %s as %s', (text, value) => {
    expect(hoursIn(text)).toBe(value);
  });

  it.each([
    ['1w', '40'],
    ['1.5w', '60'],
    ['2d 4h', '20'],
    ['1 week 2 days', '56'],
    ['1w 2d 3h 30m', '59.5'],
    ['P1D', '8'],
    ['P1W', '40'],
    ['P1DT2H', '10'],
  ])('reads %s as %s where a day has 8 hours and a week 40', (text, value) => {
    expect(hoursIn(text, OFFICE)).toBe(value);
  });

  it('takes the hours of a day and of a week as they are set', () => {
    expect(hoursIn('2d', { day: decimal('7.5') })).toBe('15');
    expect(hoursIn('1w', { week: decimal('37.5') })).toBe('37.5');
  });

  it('refuses days and weeks where nobody says how many hours they have', () => {
    expect(hoursIn('2d 4h')).toBe(
      'refused: It is written in days, and the mapping does not say how many hours a day has: add "hours": { "day": 8 }.',
    );
    expect(hoursIn('1w', { day: decimal('8') })).toContain('how many hours a week has: add "hours": { "week": 40 }');
  });

  it('reads zero and what is below it as they are, for the ledger says why it takes neither', () => {
    expect(hoursIn('0')).toBe('0');
    expect(hoursIn('0h')).toBe('0');
    expect(hoursIn('0:00')).toBe('0');
    expect(hoursIn('-0')).toBe('0');
    expect(hoursIn('-1.5')).toBe('-1.5');
    expect(hoursIn('- 1:30')).toBe('-1.5');
    expect(hoursIn('−90m')).toBe('-1.5');
  });

  it('leaves open what can be read in two ways, unless the decimal mark is stated', () => {
    expect(hoursIn('1,234')).toContain('can be read in two ways');
    expect(hoursIn('1,234h')).toContain('can be read in two ways');
    expect(hoursIn('1,234', { decimal: 'COMMA' })).toBe('1.234');
    expect(hoursIn('1,234', { decimal: 'POINT' })).toBe('1234');
    expect(hoursIn('12,5', { decimal: 'POINT' })).toContain('is no number where the decimal mark is a point');
  });

  it('counts a number that stands alone in hours, or in minutes or seconds where the file has those', () => {
    expect(hoursIn('90', { number: 'MINUTES' })).toBe('1.5');
    expect(hoursIn('36000', { number: 'SECONDS' })).toBe('10');
    expect(hoursIn('1h', { number: 'SECONDS' })).toBe('1');
  });

  it('refuses a clock where the file has none', () => {
    expect(hoursIn('12:30', { clock: false })).toContain('looks like hours and minutes');
    expect(hoursIn('12.5', { clock: false })).toBe('12.5');
  });

  it.each(['12:75', '12:5', '12:60', '1:30:75', ':30', '12:', '12:30m', '1:2:3', '12:30 PM'])(
    'refuses %s, which is no time',
    (text) => {
      expect(hoursIn(text)).toContain('is no time');
    },
  );

  it.each([
    '1e3',
    '١٢',
    'eight',
    '30m 2h',
    '1h 1h',
    '2h30x',
    'P',
    'PT',
    'P1Y',
    'P1M',
    'PT1M1H',
    '-',
    '--1',
    '+1',
    '12h75',
    '1h, 30m',
    '$5',
    '1 234 h',
    '=1+1',
    '<8',
  ])('refuses %s, which is no amount of work', (text) => {
    expect(hoursIn(text)).toContain('is no amount of work');
  });

  it.each(['12..5', '5.', '12.5.5h', '12 30'])('refuses %s, which is no number', (text) => {
    expect(hoursIn(text)).toContain('is no number');
  });

  it('refuses a blank and what no amount is as long as', () => {
    expect(hoursIn(' \u00a0')).toBe('refused: It is blank.');
    expect(hoursIn('1'.repeat(61))).toBe('refused: It has more than 60 characters, which is no amount of work.');
    expect(hoursIn('1'.repeat(60))).toContain('more than 12 digits');
  });

  it('cuts what does not come out to the millionth of an hour', () => {
    expect(hoursIn('10m')).toBe('0.166666');
    expect(hoursIn('20m')).toBe('0.333333');
    expect(hoursIn('1s')).toBe('0.000277');
    expect(hoursIn('1:40')).toBe('1.666666');
  });

  it('reads the same seconds the same, however they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000 }), (seconds) => {
        const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
        const two = (number: number) => String(number).padStart(2, '0');
        const expected = hoursOfSeconds(decimal(String(seconds)));
        expect(hoursIn(`${h}:${two(m)}:${two(s)}`)).toBe(expected);
        expect(hoursIn(`${h}h ${m}m ${s}s`)).toBe(expected);
        expect(hoursIn(`PT${h}H${m}M${s}S`)).toBe(expected);
        expect(hoursIn(`${seconds}s`)).toBe(expected);
        expect(hoursIn(String(seconds), { number: 'SECONDS' })).toBe(expected);
      }),
    );
  });

  it('never reads more work as fewer hours', () => {
    const seconds = fc.integer({ min: 0, max: 3_600_000 });
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        const order = compare(hoursOfSeconds(decimal(String(a))), hoursOfSeconds(decimal(String(b))));
        expect(order).toBe(Math.sign(a - b));
      }),
    );
  });

  it('never makes more than a day of the pieces of a day', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 86_400 }), { maxLength: 200 });
    fc.assert(
      fc.property(cuts, (inside) => {
        const marks = [0, ...inside.sort((a, b) => a - b), 86_400];
        const pieces = marks.slice(1).map((mark, position) => mark - marks[position]!);
        const total = sum(pieces.map((piece) => hoursOfSeconds(decimal(String(piece)))));
        expect(compare(total, decimal('24'))).toBeLessThanOrEqual(0);
        // And it loses less than 3.6 milliseconds a piece.
        const lost = multiply(decimal(String(pieces.length)), decimal('0.000001'));
        expect(compare(sum([total, lost]), decimal('24'))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
