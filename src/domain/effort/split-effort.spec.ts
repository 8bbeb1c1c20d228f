import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, decimal, HUNDRED, sum, ZERO, type Decimal } from '../basics/decimal.js';
import { DEFAULT_SCHEME, type AllocationSchemeDraft } from './scheme.js';
import { splitEffort, type EffortSum } from './split-effort.js';

const row = (categoryKey: string | null, personDays: string, operational = '0'): EffortSum => ({
  categoryKey,
  personDays: decimal(personDays),
  operationalPersonDays: decimal(operational),
});

const split = (rows: readonly EffortSum[], scheme: Partial<AllocationSchemeDraft> = {}) =>
  splitEffort({ rows, scheme: { ...DEFAULT_SCHEME, ...scheme } });

const byKey = (figures: ReturnType<typeof split>) =>
  new Map(figures.shares.map((share) => [share.category.key, share]));

/** 70 percent for one, 30 for another, 5 points of tolerance, no floor. */
const seventyThirty: Partial<AllocationSchemeDraft> = {
  coverageFloorPercent: ZERO,
  categories: [
    { key: 'A', name: 'A', targetPercent: decimal('70'), tolerancePoints: decimal('5') },
    { key: 'B', name: 'B', targetPercent: decimal('30'), tolerancePoints: decimal('5') },
  ],
};
const verdictOfA = (a: string, b: string) => byKey(split([row('A', a), row('B', b)], seventyThirty)).get('A')?.verdict;

describe('the quarter of story 5', () => {
  const figures = split([
    row('ALGORITHMS', '546'),
    row('TECHNOLOGY_DATA', '446'),
    row('PEOPLE_PROCESS', '248'),
    row(null, '60'),
  ]);

  it('covers 95.4 percent', () => {
    expect(figures).toMatchObject({ personDays: '1300', uncategorizedPersonDays: '60', coveragePercent: '95.4' });
  });

  it.each([
    ['ALGORITHMS', '546', '44.0', '34.0', 'OVER'],
    ['TECHNOLOGY_DATA', '446', '36.0', '16.0', 'OVER'],
    ['PEOPLE_PROCESS', '248', '20.0', '-50.0', 'UNDER'],
  ])('gives %s %s person-days, %s percent, %s points off: %s', (key, personDays, percent, deviationPoints, verdict) => {
    expect(byKey(figures).get(key)).toMatchObject({ personDays, percent, deviationPoints, verdict });
  });

  it('lists the categories in the order of the scheme', () => {
    expect(figures.shares.map((share) => share.category.key)).toEqual([
      'PEOPLE_PROCESS',
      'TECHNOLOGY_DATA',
      'ALGORITHMS',
    ]);
  });
});

describe('coverage', () => {
  it('of 79.96 percent is shown as 80.0 and is still under a floor of 80', () => {
    const figures = split([row('PEOPLE_PROCESS', '79.96'), row(null, '20.04')]);
    expect(figures.coveragePercent).toBe('80.0');
    expect(figures.shares.map((share) => share.verdict)).toEqual([
      'INSUFFICIENT_DATA',
      'INSUFFICIENT_DATA',
      'INSUFFICIENT_DATA',
    ]);
  });

  it('of exactly the floor is enough', () => {
    expect(byKey(split([row('PEOPLE_PROCESS', '80'), row(null, '20')])).get('PEOPLE_PROCESS')?.verdict).toBe('OVER');
  });

  it('below the floor leaves the shares as they are and only the verdicts out', () => {
    expect(
      byKey(split([row('PEOPLE_PROCESS', '70'), row('ALGORITHMS', '30'), row(null, '1000')])).get('ALGORITHMS'),
    ).toMatchObject({
      percent: '30.0',
      deviationPoints: '20.0',
      verdict: 'INSUFFICIENT_DATA',
    });
  });

  it('of no effort at all is 0.0, with no percent and no verdict, even without a floor', () => {
    const figures = split([], { coverageFloorPercent: ZERO });
    expect(figures).toMatchObject({
      personDays: '0',
      uncategorizedPersonDays: '0',
      coveragePercent: '0.0',
      operationalisationPercent: null,
    });
    expect(figures.shares).toHaveLength(3);
    figures.shares.forEach((share) => {
      expect(share).toMatchObject({
        personDays: '0',
        percent: null,
        deviationPoints: null,
        verdict: 'INSUFFICIENT_DATA',
      });
    });
  });
});

describe('a verdict', () => {
  it.each([
    ['65', '35', 'WITHIN'],
    ['75', '25', 'WITHIN'],
    // 64.96 and 75.04 percent are shown as 65.0 and 75.0, which would be within.
    ['64.96', '35.04', 'UNDER'],
    ['75.04', '24.96', 'OVER'],
  ])('on %s against %s is %s: the exact share counts, and the limits are within', (a, b, verdict) => {
    expect(verdictOfA(a, b)).toBe(verdict);
  });
});

describe('splitting effort', () => {
  it('counts a category that this scheme does not have as uncategorised', () => {
    const figures = split([row('PEOPLE_PROCESS', '90'), row('RESEARCH', '10')]);
    expect(figures).toMatchObject({ personDays: '100', uncategorizedPersonDays: '10', coveragePercent: '90.0' });
  });

  it('tells how much was worked in pilot and production', () => {
    expect(split([row('PEOPLE_PROCESS', '2', '1'), row(null, '1')]).operationalisationPercent).toBe('33.3');
    expect(split([row('PEOPLE_PROCESS', '2')]).operationalisationPercent).toBe('0.0');
    const untold = { ...row(null, '1'), operationalPersonDays: null };
    expect(split([row('PEOPLE_PROCESS', '2', '2'), untold]).operationalisationPercent).toBeNull();
  });

  it('adds several rows of a category, reversals included', () => {
    const figures = split([row('ALGORITHMS', '2.500'), row('ALGORITHMS', '-2.5'), row('ALGORITHMS', '0.75')]);
    expect(byKey(figures).get('ALGORITHMS')?.personDays).toBe('0.75');
    expect(split([row('ALGORITHMS', '2.50'), row('ALGORITHMS', '-2.5')]).personDays).toBe('0');
  });

  it('shows a deviation from the percent it shows', () => {
    expect(
      byKey(split([row('PEOPLE_PROCESS', '1'), row('TECHNOLOGY_DATA', '1'), row('ALGORITHMS', '1')])).get(
        'PEOPLE_PROCESS',
      ),
    ).toMatchObject({
      percent: '33.4',
      deviationPoints: '-36.6',
    });
  });

  const someRow = fc
    .tuple(
      fc.constantFrom('PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS', 'OTHER', null),
      fc.integer({ min: 0, max: 100_000 }),
    )
    .map(([key, eighths]) => row(key, String(eighths * 0.125)));

  it('adds up: shares to 100.0, categorised and uncategorised to all', () => {
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 20 }), (rows) => {
        const figures = split(rows);
        const percents = figures.shares.flatMap((share) => share.percent ?? []);
        const parts: readonly Decimal[] = [
          ...figures.shares.map((share) => share.personDays),
          figures.uncategorizedPersonDays,
        ];
        expect(compare(sum(parts), figures.personDays)).toBe(0);
        expect(percents.length === 0 || compare(sum(percents), HUNDRED) === 0).toBe(true);
      }),
    );
  });

  it('does not depend on how the ledger cuts the rows', () => {
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 20 }), (rows) => {
        const merged = [...new Set(rows.map((each) => each.categoryKey))].map((key) =>
          row(key, sum(rows.filter((each) => each.categoryKey === key).map((each) => each.personDays))),
        );
        expect(split(merged)).toEqual(split(rows));
      }),
    );
  });
});
