import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  decimalOf,
  formatDecimal,
  isNegative,
  isPositive,
  isZero,
  multiply,
  negate,
  parseDecimal,
  roundHalfUp,
  subtract,
  sum,
  ZERO,
} from './decimal.js';

const someDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }), fc.stringMatching(/^[0-9]{0,10}$/))
  .map(([whole, fraction]) => decimal(fraction ? `${whole}.${fraction}` : String(whole)));

describe('reading a decimal', () => {
  it.each(['0', '12.50', '-12.50', '0.0000000001', '99999999999999999999.9999999999'])('keeps %s as it is', (text) => {
    expect(parseDecimal(text)).toBe(text);
  });

  it.each([
    ['007.50', '7.50'],
    ['-00', '0'],
    ['-0.00', '0.00'],
    ['-0.01', '-0.01'],
    ['000', '0'],
  ])('writes %s in its one form, %s', (text, form) => {
    expect(parseDecimal(text)).toBe(form);
  });

  it.each([
    '',
    ' ',
    '1 ',
    ' 1',
    '1\n',
    '+1',
    '.5',
    '5.',
    '1e3',
    '1E3',
    'NaN',
    'Infinity',
    '0x1',
    '1,5',
    '1_000',
    '--1',
    '٣',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it('takes 20 digits before the point and 10 after it, and no more', () => {
    expect(parseDecimal('1'.repeat(20))).not.toBeNull();
    expect(parseDecimal('1'.repeat(21))).toBeNull();
    expect(parseDecimal(`0.${'1'.repeat(10)}`)).not.toBeNull();
    expect(parseDecimal(`0.${'1'.repeat(11)}`)).toBeNull();
  });

  it('throws for a constant of the code that is no decimal', () => {
    expect(() => decimal('ten')).toThrow('ten is not a decimal.');
    expect(() => decimalOf(1.5)).toThrow('1.5 is not a whole number.');
  });

  it('makes the decimal of a count', () => {
    expect(decimalOf(-0)).toBe('0');
    expect(decimalOf(2140)).toBe('2140');
  });
});

describe('counting with decimals', () => {
  it('is exact where binary fractions are not', () => {
    expect(add(decimal('0.1'), decimal('0.2'))).toBe('0.3');
    expect(subtract(decimal('0.3'), decimal('0.1'))).toBe('0.2');
    expect(multiply(decimal('1.1'), decimal('1.1'))).toBe('1.21');
    expect(sum([decimal('0.1'), decimal('0.2'), decimal('-0.3')])).toBe('0');
    expect(sum([])).toBe('0');
  });

  it('never answers with an exponent or a negative zero', () => {
    expect(multiply(decimal('0.0000000001'), decimal('0.0000000001'))).toBe('0.00000000000000000001');
    expect(multiply(decimal('99999999999999999999'), decimal('10000000000'))).toBe('999999999999999999990000000000');
    expect(multiply(decimal('-1'), ZERO)).toBe('0');
    expect(negate(ZERO)).toBe('0');
    expect(negate(decimal('2.5'))).toBe('-2.5');
  });

  it('compares by value, not by how it is written', () => {
    expect(compare(decimal('12.50'), decimal('12.5'))).toBe(0);
    expect(compare(decimal('9'), decimal('10'))).toBe(-1);
    expect(compare(decimal('-9'), decimal('-10'))).toBe(1);
    expect([isNegative(decimal('-0.1')), isNegative(decimal('-0.0')), isNegative(decimal('1'))]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isPositive(decimal('0.1')), isPositive(decimal('0.0')), isPositive(decimal('-1'))]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isZero(decimal('0.00')), isZero(decimal('0.01'))]).toEqual([true, false]);
  });

  it.each([
    ['2.44', '2.4'],
    ['2.45', '2.5'],
    ['-2.45', '-2.5'],
    ['44', '44.0'],
    ['-0.04', '0.0'],
    ['-0.05', '-0.1'],
    ['99.95', '100.0'],
  ])('rounds %s to %s, a half away from zero', (value, rounded) => {
    expect(roundHalfUp(decimal(value), 1)).toBe(rounded);
  });

  it.each([
    ['2.500', '2.5'],
    ['10.0', '10'],
    ['100', '100'],
    ['0.00', '0'],
    ['-1.10', '-1.1'],
  ])('shows %s as %s', (value, shown) => {
    expect(formatDecimal(decimal(value))).toBe(shown);
  });

  it('adds up whatever the order', () => {
    fc.assert(
      fc.property(fc.array(someDecimal, { maxLength: 8 }), (values) => {
        expect(compare(sum(values), sum(values.toReversed()))).toBe(0);
      }),
    );
  });

  it('takes back what it added', () => {
    fc.assert(
      fc.property(someDecimal, someDecimal, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
      }),
    );
  });
});
