import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, decimal, decimalOf, multiply, subtract, sum, HUNDRED, type Decimal } from '../basics/decimal.js';
import { apportion } from './apportion.js';

const shares = (...weights: string[]) => apportion(weights.map(decimal));

const someWeight = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000_000 }), fc.stringMatching(/^[0-9]{1,4}$/))
  .map(([whole, fraction]) => decimal(`${whole}.${fraction}`));
const someWeights = fc
  .array(someWeight, { minLength: 1, maxLength: 12 })
  .filter((weights) => compare(sum(weights), decimal('0')) > 0);

describe('apportioning', () => {
  it('gives shares with one decimal', () => {
    expect(shares('546', '446', '248')).toEqual(['44.0', '36.0', '20.0']);
    expect(shares('5', '0')).toEqual(['100.0', '0.0']);
  });

  it('gives the tenths that rounding down leaves over to those that lost most', () => {
    // 14.28.., 28.57.., 57.14..: down they are 99.8, and .08 and .07 are the largest rests.
    expect(shares('1', '2', '4')).toEqual(['14.3', '28.6', '57.1']);
    // Rounded each by itself these would be 33.3 three times.
    expect(shares('1', '1', '1')).toEqual(['33.4', '33.3', '33.3']);
  });

  it('compares what was lost by value, however many decimals each weight is written with', () => {
    // In tenths 131.76.., 560.53.., 307.69..: the first and the last lost most.
    expect(shares('1.713', '7.287', '4')).toEqual(['13.2', '56.0', '30.8']);
    expect(shares('1.713', '7.287', '4.000')).toEqual(['13.2', '56.0', '30.8']);
  });

  it('gives the one that stands first the tenth on a tie', () => {
    expect(shares('0.5', '0.5', '0.5', '0.5', '0.5', '0.5')).toEqual(['16.7', '16.7', '16.7', '16.7', '16.6', '16.6']);
  });

  it('has no shares of nothing', () => {
    expect(apportion([])).toBeNull();
    expect(shares('0', '0.0')).toBeNull();
  });

  it('adds up to exactly 100.0', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        expect(compare(sum(apportion(weights)!), HUNDRED)).toBe(0);
      }),
    );
  });

  it('is never a tenth or more off the exact share, and never negative', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        const total = sum(weights);
        apportion(weights)!.forEach((share, position) => {
          // Cross-multiplied: |share - weight / total * 100| < 0.1
          const off = subtract(multiply(share, total), multiply(weights[position]!, HUNDRED));
          const limit = multiply(total, decimal('0.1'));
          expect(compare(off, limit)).toBe(-1);
          expect(compare(subtract(decimal('0'), off), limit)).toBe(-1);
          expect(compare(share, decimal('0'))).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('gives more weight no smaller share', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        const given = apportion(weights)!;
        const byWeight = weights
          .map((weight, position): { weight: Decimal; share: Decimal } => ({ weight, share: given[position]! }))
          .toSorted((a, b) => compare(a.weight, b.weight));
        byWeight.slice(1).forEach(({ weight, share }, before) => {
          if (compare(weight, byWeight[before]!.weight) > 0) {
            expect(compare(share, byWeight[before]!.share)).toBeGreaterThanOrEqual(0);
          }
        });
      }),
    );
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(someWeights, fc.integer({ min: 1, max: 1000 }), (weights, factor) => {
        expect(apportion(weights.map((weight) => multiply(weight, decimalOf(factor))))).toEqual(apportion(weights));
      }),
    );
  });
});
