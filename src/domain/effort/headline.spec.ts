import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../basics/calendar-date.js';
import { decimal } from '../basics/decimal.js';
import { headlineOf, offTarget } from './headline.js';
import { DEFAULT_SCHEME, type AllocationCategory, type Yardstick } from './scheme.js';
import { splitEffort } from './split-effort.js';

type Row = readonly [categoryKey: string | null, personDays: string];

const headline = (rows: readonly Row[], other: Partial<Yardstick> = {}): string => {
  const scheme = { ...DEFAULT_SCHEME, ...other };
  const sums = rows.map(([categoryKey, personDays]) => ({
    categoryKey,
    personDays: decimal(personDays),
    operationalPersonDays: decimal('0'),
  }));
  return headlineOf({
    from: '2026-01-01' as CalendarDate,
    to: '2026-03-31' as CalendarDate,
    scheme,
    ...splitEffort({ rows: sums, scheme }),
  });
};

const even = (count: number, tolerance = '1'): AllocationCategory[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `C${index}`,
    name: `Category ${index}`,
    targetPercent: decimal(String(100 / count)),
    tolerancePoints: decimal(tolerance),
  }));

describe('the headline of a report', () => {
  it('of story 5 says what is furthest off, by how much, and what else is off', () => {
    expect(
      headline([
        ['ALGORITHMS', '546'],
        ['TECHNOLOGY_DATA', '446'],
        ['PEOPLE_PROCESS', '248'],
        [null, '60'],
      ]),
    ).toBe(
      'People and process is 50.0 points under its target, 20.0 % instead of 70 %; Algorithms is 34.0 points over and Technology and data is 16.0 points over.',
    );
  });

  it('says so where one is off and nothing else', () => {
    expect(
      headline([
        ['PEOPLE_PROCESS', '76'],
        ['TECHNOLOGY_DATA', '17'],
        ['ALGORITHMS', '7'],
      ]),
    ).toBe('People and process is 6.0 points over its target, 76.0 % instead of 70 %.');
  });

  it('says so where everything is within its tolerance, its limits included', () => {
    expect(
      headline([
        ['PEOPLE_PROCESS', '75'],
        ['TECHNOLOGY_DATA', '15'],
        ['ALGORITHMS', '10'],
      ]),
    ).toBe(
      'Everything is within its tolerance: People and process has 75.0 % (target 70 %), Technology and data has 15.0 % (target 20 %) and Algorithms has 10.0 % (target 10 %).',
    );
  });

  it('never looks as if what is off were within: 64.96 is 5.04 points under 70', () => {
    expect(
      headline([
        ['PEOPLE_PROCESS', '64.96'],
        ['TECHNOLOGY_DATA', '22.04'],
        ['ALGORITHMS', '13'],
      ]),
    ).toBe('People and process is 5.04 points under its target, 64.96 % instead of 70 %.');
  });

  it('ends at ten decimals', () => {
    const [one, two] = even(2, '50') as [AllocationCategory, AllocationCategory];
    const categories = [{ ...one, tolerancePoints: decimal('49') }, two];
    const rows = [
      ['C0', '99999999999'],
      ['C1', '9900000000001'],
    ] as const;
    expect(headline(rows, { categories })).toBe(
      'Category 0 is 49.0000000000 points under its target, 1.0000000000 % instead of 50 %.',
    );
  });

  it('says of too little data how much of it is missing for a verdict, and what to do', () => {
    expect(
      headline([
        ['PEOPLE_PROCESS', '40'],
        [null, '60'],
      ]),
    ).toBe(
      'Too little is categorised for a verdict: 40.0 % of 100 person-days, where 80 % are asked for; give a category to at least 40 of the 60 person-days without one.',
    );
    // 79.96 percent are not shown as the 80.0 they miss.
    expect(
      headline([
        ['PEOPLE_PROCESS', '79.96'],
        [null, '20.04'],
      ]),
    ).toBe(
      'Too little is categorised for a verdict: 79.96 % of 100 person-days, where 80 % are asked for; give a category to at least 0.04 of the 20.04 person-days without one.',
    );
  });

  it('asks for categories where there are none, also without a floor', () => {
    expect(headline([[null, '60']])).toBe(
      'Too little is categorised for a verdict: 0.0 % of 60 person-days, where 80 % are asked for; give a category to at least 48 of the 60 person-days without one.',
    );
    expect(headline([[null, '60']], { coverageFloorPercent: decimal('0') })).toBe(
      'None of the 60 person-days has a category, so there is no verdict: give them one.',
    );
  });

  it('says of no effort that there is none', () => {
    expect(headline([])).toBe('No effort is booked from 2026-01-01 through 2026-03-31.');
  });

  it('tells four that are off, and how many more there are', () => {
    expect(headline([['C0', '1']], { categories: even(4) })).toBe(
      'Category 0 is 75.0 points over its target, 100.0 % instead of 25 %; Category 1 is 25.0 points under, Category 2 is 25.0 points under and Category 3 is 25.0 points under.',
    );
    expect(headline([['C0', '1']], { categories: even(10) })).toMatch(
      /, Category 3 is 10.0 points under and 6 more are off\.$/,
    );
    expect(headline([['C0', '1']], { categories: even(5) })).toBe(
      'Category 0 is 80.0 points over its target, 100.0 % instead of 20 %; Category 1 is 20.0 points under, Category 2 is 20.0 points under, Category 3 is 20.0 points under and 1 more is off.',
    );
  });
});

describe('what is furthest off', () => {
  it('is so by exact values: 33.34 is further from 30 than 26.67 is, though both are shown 3.3 points off', () => {
    const categories = ['30', '30', '40'].map((target, index) => ({
      key: `C${index}`,
      name: `Category ${index}`,
      targetPercent: decimal(target),
      tolerancePoints: decimal('1'),
    }));
    const rows = ['26.67', '33.34', '39.99'].map((personDays, index) => ({
      categoryKey: `C${index}`,
      personDays: decimal(personDays),
      operationalPersonDays: decimal('0'),
    }));
    const { shares } = splitEffort({ rows, scheme: { coverageFloorPercent: decimal('80'), categories } });
    expect(offTarget(shares).map(({ category, deviationPoints }) => [category.key, deviationPoints])).toEqual([
      ['C1', '3.3'],
      ['C0', '-3.3'],
    ]);
  });
});
