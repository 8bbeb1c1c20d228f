import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, decimal, decimalOf, HUNDRED, type Decimal } from '../basics/decimal.js';
import { compareRatio, type Ratio } from '../basics/ratio.js';
import { DEFAULT_SCHEME } from './scheme.js';
import { medianOf, spreadOf, toldSpread, type InitiativeCategoryEffort } from './spread.js';

type Row = readonly [key: string, categoryKey: string | null, personDays: string];

const effort = (rows: readonly Row[]): readonly InitiativeCategoryEffort[] =>
  rows.map(([key, categoryKey, personDays]) => ({ key, categoryKey, personDays: decimal(personDays) }));

const medians = (...rows: readonly Row[]) =>
  spreadOf(effort(rows), DEFAULT_SCHEME).map(({ medianPercent, initiatives }) => [medianPercent, initiatives]);

const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator: decimalOf(numerator),
  denominator: decimalOf(denominator),
});

describe('the median of a category', () => {
  it('is of the initiatives’ own shares, whatever their size', () => {
    // One big initiative has only algorithms, two small ones have none.
    expect(
      medians(
        ['BIG', 'ALGORITHMS', '1000'],
        ['A', 'PEOPLE_PROCESS', '1'],
        ['B', 'PEOPLE_PROCESS', '3'],
        ['B', 'ALGORITHMS', '1'],
      ),
    ).toEqual([
      ['75.0', 3],
      ['0.0', 3],
      ['25.0', 3],
    ]);
  });

  it('of an even number is the mean of the two in the middle, exact until it is shown', () => {
    // 1/3 and 1/6: the mean is 25, where the mean of 33.3 and 16.7 would be so by luck; 1/7 and 2/7 are 21.43.
    expect(
      medians(
        ['A', 'ALGORITHMS', '1'],
        ['A', 'PEOPLE_PROCESS', '6'],
        ['B', 'ALGORITHMS', '2'],
        ['B', 'PEOPLE_PROCESS', '5'],
      ),
    ).toEqual([
      ['78.6', 2],
      ['0.0', 2],
      ['21.4', 2],
    ]);
  });

  it('leaves out what is not categorised by this scheme, and initiatives that have nothing else', () => {
    expect(
      medians(
        ['A', 'ALGORITHMS', '1'],
        ['A', null, '99'],
        ['B', null, '99'],
        ['C', 'RESEARCH', '5'],
        ['D', 'PEOPLE_PROCESS', '5'],
        ['D', 'PEOPLE_PROCESS', '-5'],
      ),
    ).toEqual([
      ['0.0', 1],
      ['0.0', 1],
      ['100.0', 1],
    ]);
  });

  it('is of nothing where no initiative has categorised effort', () => {
    expect(medians(['A', null, '1'])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
  });
});

const someRatios = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 })).map(([n, d]) => ratio(n, d)),
  { minLength: 1, maxLength: 9 },
);

const compareRatios = (a: Ratio, b: Ratio) => compareRatio(a.numerator, a.denominator, b.numerator, b.denominator);

describe('a median', () => {
  it('has as many below it as above it, in whatever order they come', () => {
    fc.assert(
      fc.property(someRatios, (ratios) => {
        const median = medianOf(ratios)!;
        const sides = ratios.map((each) => compareRatios(each, median));
        expect(sides.filter((side) => side < 0).length).toBeLessThanOrEqual(ratios.length / 2);
        expect(sides.filter((side) => side > 0).length).toBeLessThanOrEqual(ratios.length / 2);
        expect(compareRatios(medianOf(ratios.toReversed())!, median)).toBe(0);
      }),
    );
  });

  it('of one is that one, and of none there is none', () => {
    expect(compareRatios(medianOf([ratio(1, 3)])!, ratio(1, 3))).toBe(0);
    expect(medianOf([])).toBeNull();
  });

  it('of shares is a share', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1 }), (initiatives) => {
        const rows = initiatives.flatMap(([people, algorithms], index): Row[] => [
          [`I-${index}`, 'PEOPLE_PROCESS', String(people)],
          [`I-${index}`, 'ALGORITHMS', String(algorithms)],
        ]);
        const percents = spreadOf(effort(rows), DEFAULT_SCHEME).flatMap(({ medianPercent }) => medianPercent ?? []);
        for (const percent of percents) {
          expect(compare(percent, HUNDRED)).toBeLessThanOrEqual(0);
          expect(compare(percent, decimal('0'))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the sentence of it', () => {
  const [people] = DEFAULT_SCHEME.categories;
  const told = (total: Decimal | null, medianPercent: Decimal | null, initiatives = 17) =>
    toldSpread({ category: people!, initiatives, medianPercent }, total);

  it('says where a few big initiatives make the picture: further apart than the tolerance', () => {
    expect(told(decimal('20.0'), decimal('62.5'))).toBe(
      'People and process has 20.0 % of the whole and 62.5 % in the middle of 17 initiatives: the big ones make the picture.',
    );
    expect(told(decimal('67.6'), decimal('62.5'))).toMatch(/: the big ones make the picture\.$/);
    expect(told(decimal('67.5'), decimal('62.5'))).toBe(
      'People and process has 67.5 % of the whole and 62.5 % in the middle of 17 initiatives.',
    );
    expect(told(decimal('70.0'), decimal('70.0'), 1)).toBe(
      'People and process has 70.0 % of the whole, which is one initiative.',
    );
  });

  it('says of nothing that there is nothing', () => {
    const nothing = 'No initiative has categorised effort, so there is no share of People and process.';
    expect(told(null, null, 0)).toBe(nothing);
    expect(told(null, decimal('0.0'))).toBe(nothing);
  });
});
