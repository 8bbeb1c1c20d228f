import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, decimal, HUNDRED, sum } from '../basics/decimal.js';
import { INVESTMENT_CLASSES } from '../initiatives/initiative.js';
import { INVESTMENT_YARDSTICK, mixOf } from './investment-mix.js';

const row = (key: string, personDays: string, categoryKey: string | null = null) => ({
  key,
  categoryKey,
  personDays: decimal(personDays),
  operationalPersonDays: decimal('0'),
});

describe('the mix of initiatives', () => {
  it('should be 70 core, 20 adjacent and 10 transformational, each give or take 5', () => {
    expect(
      INVESTMENT_YARDSTICK.categories.map(({ key, name, targetPercent, tolerancePoints }) => [
        key,
        name,
        targetPercent,
        tolerancePoints,
      ]),
    ).toEqual([
      ['CORE', 'Core', '70', '5'],
      ['ADJACENT', 'Adjacent', '20', '5'],
      ['TRANSFORMATIONAL', 'Transformational', '10', '5'],
    ]);
    expect(compare(sum(INVESTMENT_YARDSTICK.categories.map(({ targetPercent }) => targetPercent)), HUNDRED)).toBe(0);
  });

  it('is weighted by effort, whatever its category, and without any', () => {
    const { personDays, shares } = mixOf([
      row('CORE', '60', 'ALGORITHMS'),
      row('CORE', '30'),
      row('TRANSFORMATIONAL', '10', 'PEOPLE_PROCESS'),
    ]);
    expect(personDays).toBe('100');
    expect(
      shares.map(({ category, personDays: own, percent, deviationPoints, verdict }) => [
        category.key,
        own,
        percent,
        deviationPoints,
        verdict,
      ]),
    ).toEqual([
      ['CORE', '90', '90.0', '20.0', 'OVER'],
      ['ADJACENT', '0', '0.0', '-20.0', 'UNDER'],
      ['TRANSFORMATIONAL', '10', '10.0', '0.0', 'WITHIN'],
    ]);
  });

  it('of no effort has no shares', () => {
    expect(mixOf([]).shares.map(({ percent, verdict }) => [percent, verdict])).toEqual([
      [null, 'INSUFFICIENT_DATA'],
      [null, 'INSUFFICIENT_DATA'],
      [null, 'INSUFFICIENT_DATA'],
    ]);
  });

  it('adds up to exactly 100.0, and leaves no effort out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...INVESTMENT_CLASSES), fc.integer({ min: 1, max: 9_999 })), {
          minLength: 1,
        }),
        (efforts) => {
          const { uncategorizedPersonDays, shares } = mixOf(
            efforts.map(([key, eighths]) => row(key, String(eighths * 0.125))),
          );
          expect(compare(sum(shares.map(({ percent }) => percent!)), HUNDRED)).toBe(0);
          expect(uncategorizedPersonDays).toBe('0');
        },
      ),
    );
  });
});
