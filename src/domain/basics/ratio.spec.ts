import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Big } from 'big.js';
import { decimal, decimalOf, isZero, negate, subtract, type Decimal } from './decimal.js';
import {
  compareRatio,
  decimalOfUnits,
  floorDivide,
  floorOfRatio,
  inOneUnit,
  ratioOf,
  roundRatio,
  sortedByRatio,
  type Ratio,
} from './ratio.js';

const ratio = (numerator: string, denominator: string): Ratio => {
  const made = ratioOf(decimal(numerator), decimal(denominator));
  if (!made) {
    throw new Error('There is no ratio to zero.');
  }
  return made;
};

describe('a ratio', () => {
  it('is none to zero', () => {
    expect(ratioOf(decimal('1'), decimal('0.00'))).toBeNull();
  });

  it.each([
    ['2', '3', '0.7'],
    ['-2', '3', '-0.7'],
    ['2', '-3', '-0.7'],
    ['-2', '-3', '0.7'],
    ['1', '20', '0.1'],
    ['-1', '20', '-0.1'],
    ['1', '21', '0.0'],
    ['330', '2.9', '113.8'],
    ['99.9499999999', '1', '99.9'],
    ['99.95', '1', '100.0'],
    ['5', '1', '5.0'],
    ['0', '7', '0.0'],
  ])('%s / %s is shown as %s', (numerator, denominator, shown) => {
    expect(roundRatio(ratio(numerator, denominator), 1)).toBe(shown);
  });

  it('is rounded once, not twice', () => {
    expect(roundRatio(ratio('2.449999999', '1'), 1)).toBe('2.4');
  });

  it('has a floor towards minus infinity', () => {
    expect(floorOfRatio(ratio('7', '2'), 0)).toBe(3n);
    expect(floorOfRatio(ratio('-7', '2'), 0)).toBe(-4n);
    expect(floorOfRatio(ratio('7', '-2'), 0)).toBe(-4n);
    expect(floorOfRatio(ratio('7', '2'), 1)).toBe(35n);
  });

  it('never moves by more than half a unit when rounded', () => {
    const numerators = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(decimalOf);
    const denominators = fc.integer({ min: 1, max: 100_000 }).map(decimalOf);
    fc.assert(
      fc.property(numerators, denominators, (numerator, denominator) => {
        const rounded = roundRatio({ numerator, denominator }, 1);
        const half = decimal('0.05');
        const one = decimal('1');
        expect(compareRatio(numerator, denominator, subtract(rounded, half), one)).toBeGreaterThanOrEqual(0);
        expect(compareRatio(numerator, denominator, subtract(rounded, negate(half)), one)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is sorted by its exact value, also where that differs far behind the point; what is the same keeps its order', () => {
    const close = ['1', '0.9999999999', '1.0', '0.9999999998'].flatMap((numerator) => [
      { name: `${numerator} of many`, ratio: ratio(numerator, '99999999999999999999') },
      { name: numerator, ratio: ratio(numerator, '1') },
    ]);
    expect(sortedByRatio(close, (each) => each.ratio).map(({ name }) => name)).toEqual([
      '0.9999999998 of many',
      '0.9999999999 of many',
      '1 of many',
      '1.0 of many',
      '0.9999999998',
      '0.9999999999',
      '1',
      '1.0',
    ]);
    const someRatio = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(fc.array(someRatio), (pairs) => {
        const ratios = pairs.map(([n, d]) => ({ numerator: decimalOf(n), denominator: decimalOf(d) }));
        expect(sortedByRatio(ratios, (each) => each)).toEqual(
          ratios.toSorted((a, b) => compareRatio(a.numerator, a.denominator, b.numerator, b.denominator)),
        );
      }),
    );
  });
});

const someDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }), fc.stringMatching(/^[0-9]{0,10}$/))
  .map(([whole, fraction]) => decimal(fraction ? `${whole}.${fraction}` : String(whole)));

describe('comparing ratios', () => {
  const compared = (a: string, b: string, c: string, d: string) =>
    compareRatio(decimal(a), decimal(b), decimal(c), decimal(d));

  it('is exact where a division would have to round', () => {
    expect(compared('1', '3', '3333333333', '10000000000')).toBe(1);
    expect(compared('1', '3', '2', '6')).toBe(0);
    expect(compared('79.96', '100', '80', '100')).toBe(-1);
  });

  it('minds the signs below the line', () => {
    expect(compared('-1', '-3', '1', '3')).toBe(0);
    expect(compared('1', '-3', '1', '3')).toBe(-1);
    expect(compared('1', '3', '1', '-3')).toBe(1);
    expect(compared('-1', '3', '1', '-3')).toBe(0);
  });

  it('throws for a ratio to zero', () => {
    expect(() => compared('1', '0', '1', '1')).toThrow('A ratio to zero cannot be compared.');
    expect(() => compared('1', '1', '1', '0')).toThrow();
  });

  it('agrees with the quotients', () => {
    const divisor = someDecimal.filter((value) => !isZero(value));
    const quotient = (a: Decimal, b: Decimal) => new Big(a).div(b);
    fc.assert(
      fc.property(someDecimal, divisor, someDecimal, divisor, (a, b, c, d) => {
        const difference = quotient(a, b).minus(quotient(c, d));
        if (difference.abs().gt('1e-15')) {
          expect(compareRatio(a, b, c, d)).toBe(difference.s);
        }
      }),
    );
  });
});

describe('whole numbers', () => {
  it('are what decimals are in one unit, the smallest that any of them has', () => {
    expect(inOneUnit(['1.5', '2.25', '-3'].map(decimal))).toEqual([150n, 225n, -300n]);
    expect(inOneUnit([])).toEqual([]);
  });

  it('are decimals again by the unit', () => {
    expect(decimalOfUnits(441n, 1)).toBe('44.1');
    expect(decimalOfUnits(-5n, 2)).toBe('-0.05');
    expect(decimalOfUnits(7n, 0)).toBe('7');
  });

  it('are divided towards minus infinity, with a rest that is none of the other sign', () => {
    expect(floorDivide(7n, 2n)).toEqual({ times: 3n, rest: 1n });
    expect(floorDivide(-7n, 2n)).toEqual({ times: -4n, rest: 1n });
    expect(floorDivide(-8n, 2n)).toEqual({ times: -4n, rest: 0n });
  });
});
