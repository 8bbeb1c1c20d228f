import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRatio, decimal, decimalOf, negate, subtract } from './decimal.js';
import { floorOfRatio, ratioOf, roundRatio, sortedByRatio, type Ratio } from './ratio.js';

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

  it('has a floor towards minus infinity and an exact rest', () => {
    expect(floorOfRatio(ratio('7', '2'), 0)).toEqual({ units: 3n, rest: ratio('1', '2') });
    expect(floorOfRatio(ratio('-7', '2'), 0)).toEqual({ units: -4n, rest: ratio('1', '2') });
    expect(floorOfRatio(ratio('7', '2'), 1)).toEqual({ units: 35n, rest: ratio('0', '2') });
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
