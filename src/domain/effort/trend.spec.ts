import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '../basics/calendar-date.js';
import { compare, decimal, HUNDRED, subtract, sum } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import { DEFAULT_SCHEME, type AllocationCategory, type AllocationScheme } from './scheme.js';
import { trendHeadlineOf, trendOf } from './trend.js';

const scheme = (
  categories: readonly AllocationCategory[] = DEFAULT_SCHEME.categories,
  version = 1,
): AllocationScheme => ({
  ...DEFAULT_SCHEME,
  id: `scheme-${version}`,
  version,
  validFrom: '2026-01-01' as CalendarDate,
  publishedAt: '2026-01-01T00:00:00.000Z' as Instant,
  categories,
});

/** Person-days on people, technology and algorithms, and without a category; null for no effort. */
type Effort = readonly [string, string, string, string?] | null;

const KEYS = ['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS', null];

const period = (effort: Effort, index: number, by: AllocationScheme = scheme()) => ({
  period: {
    key: `2026-Q${index + 1}`,
    label: `Q${index + 1} 2026`,
    from: `2026-0${3 * index + 1}-01` as CalendarDate,
    to: `2026-0${3 * index + 3}-30` as CalendarDate,
  },
  scheme: by,
  rows: (effort ?? []).map((personDays = '0', place) => ({
    categoryKey: KEYS[place] ?? null,
    personDays: decimal(personDays),
    operationalPersonDays: decimal('0'),
  })),
});

const trend = (...efforts: readonly Effort[]) => trendOf(efforts.map((effort, index) => period(effort, index)));
const headline = (...efforts: readonly Effort[]) => trendHeadlineOf(trend(...efforts));

describe('a trend', () => {
  it('tells every period, an empty one too, and compares each with the one right before', () => {
    const [first, second, third] = trend(['20', '36', '44'], ['30', '40', '30'], null);
    expect(first?.shares.map(({ percent, verdict, changePoints }) => [percent, verdict, changePoints])).toEqual([
      ['20.0', 'UNDER', null],
      ['36.0', 'OVER', null],
      ['44.0', 'OVER', null],
    ]);
    expect(second?.shares.map(({ percent, changePoints }) => [percent, changePoints])).toEqual([
      ['30.0', '10.0'],
      ['40.0', '4.0'],
      ['30.0', '-14.0'],
    ]);
    expect(third).toMatchObject({ key: '2026-Q3', personDays: '0', coveragePercent: '0.0' });
    expect(third?.shares.map(({ percent, verdict, changePoints }) => [percent, verdict, changePoints])).toEqual([
      [null, 'INSUFFICIENT_DATA', null],
      [null, 'INSUFFICIENT_DATA', null],
      [null, 'INSUFFICIENT_DATA', null],
    ]);
    expect(trend(null, ['1', '0', '0'])[1]?.shares[0]?.changePoints).toBeNull();
  });

  it('judges each period by its own scheme, and has no change of a category that was not there', () => {
    const [people, technology] = DEFAULT_SCHEME.categories as [AllocationCategory, AllocationCategory];
    const newer = scheme(
      [
        { ...people, targetPercent: decimal('50') },
        { ...technology, key: 'RESEARCH' },
      ],
      2,
    );
    const [, second] = trendOf([period(['70', '20', '10'], 0), period(['50', '0', '0'], 1, newer)]);
    expect(second?.scheme.version).toBe(2);
    expect(second?.shares.map(({ category, changePoints }) => [category.key, changePoints])).toEqual([
      ['PEOPLE_PROCESS', '30.0'],
      ['RESEARCH', null],
    ]);
  });

  it('changes by as much as the shares do, which add up to 100.0: in all by nothing', () => {
    const someEffort = fc.tuple(fc.nat(999), fc.nat(999), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(someEffort, someEffort, (one, two) => {
        const told = (effort: readonly number[]) => effort.map(String) as [string, string, string];
        const [first, second] = trend(told(one), told(two));
        expect(compare(sum(second!.shares.map(({ percent }) => percent!)), HUNDRED)).toBe(0);
        expect(compare(sum(second!.shares.map(({ changePoints }) => changePoints!)), decimal('0'))).toBe(0);
        second!.shares.forEach(({ percent, changePoints }, place) => {
          expect(compare(subtract(percent!, first!.shares[place]!.percent!), changePoints!)).toBe(0);
        });
      }),
    );
  });
});

describe('the headline of a trend', () => {
  it('says where what is furthest off in the end came from', () => {
    expect(headline(['20', '36', '44'], null, ['26', '34', '40'])).toBe(
      'People and process went from 20.0 % in Q1 2026 to 26.0 % in Q3 2026 (+6.0 points), and is 44.0 points under its target of 70 % there.',
    );
    expect(headline(['90', '5', '5'], ['80', '10', '10'])).toBe(
      'People and process went from 90.0 % in Q1 2026 to 80.0 % in Q2 2026 (-10.0 points), and is 10.0 points over its target of 70 % there.',
    );
  });

  it('says what moved most where everything is within its tolerance in the end', () => {
    expect(headline(['20', '36', '44'], ['68', '22', '10'])).toBe(
      'People and process went from 20.0 % in Q1 2026 to 68.0 % in Q2 2026 (+48.0 points), and everything is within its tolerance there.',
    );
    expect(headline(['70', '10', '20'], ['70', '20', '10'])).toBe(
      'Technology and data went from 10.0 % in Q1 2026 to 20.0 % in Q2 2026 (+10.0 points), and everything is within its tolerance there.',
    );
    expect(headline(['60', '20', '20'], ['70', '20', '10'], ['70', '20', '10'])).toMatch(/in Q1 2026 to .* in Q3 2026/);
  });

  it('leaves out periods without a verdict', () => {
    expect(headline(['90', '5', '5', '1000'], ['20', '36', '44'], ['26', '34', '40'], null)).toMatch(
      /^People and process went from 20.0 % in Q2 2026 to 26.0 % in Q3 2026/,
    );
  });

  it('tells the one period that can be judged alone', () => {
    expect(headline(null, ['70', '20', '10'])).toBe(
      'Of Q2 2026 alone: Everything is within its tolerance: People and process has 70.0 % (target 70 %), Technology and data has 20.0 % (target 20 %) and Algorithms has 10.0 % (target 10 %).',
    );
  });

  it('tells the last period alone where its scheme has what is off and the schemes before had not', () => {
    const [people] = DEFAULT_SCHEME.categories as [AllocationCategory];
    const research = { ...people, key: 'RESEARCH', name: 'Research', targetPercent: decimal('90') };
    const newer = scheme([{ ...people, targetPercent: decimal('10') }, research], 2);
    const periods = trendOf([period(['70', '20', '10'], 0), period(['14', '0', '0'], 1, newer)]);
    expect(periods[1]?.shares.map(({ category, verdict }) => [category.key, verdict])).toEqual([
      ['PEOPLE_PROCESS', 'OVER'],
      ['RESEARCH', 'UNDER'],
    ]);
    const reversed = trendOf([
      period(['70', '20', '10'], 0),
      period(['14', '0', '0'], 1, scheme([research, { ...people, targetPercent: decimal('10') }], 2)),
    ]);
    expect(trendHeadlineOf(reversed)).toBe(
      'Of Q2 2026 alone: Research is 90.0 points under its target, 0.0 % instead of 90 %; People and process is 90.0 points over.',
    );
  });

  it('says where nothing can be judged, and where there is nothing', () => {
    expect(headline(['1', '1', '1', '97'], null)).toBe(
      'The one period with effort has too little of it categorised for a verdict.',
    );
    expect(headline(['1', '1', '1', '97'], ['1', '1', '1', '97'])).toBe(
      'None of the 2 periods with effort has enough of it categorised for a verdict.',
    );
    expect(headline(null, null)).toBe('No effort is booked in any of these periods.');
    expect(headline()).toBe('No effort is booked in any of these periods.');
  });
});
