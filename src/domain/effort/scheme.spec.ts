import { describe, expect, it } from '@jest/globals';
import { compare, HUNDRED, sum } from '../basics/decimal.js';
import { DEFAULT_SCHEME } from './scheme.js';

describe('the scheme every portfolio begins with', () => {
  it('is 70 for people and process, 20 for technology and data, 10 for algorithms, each give or take 5', () => {
    expect(DEFAULT_SCHEME).toEqual({
      key: 'effort-70-20-10',
      coverageFloorPercent: '80',
      categories: [
        { key: 'PEOPLE_PROCESS', name: 'People and process', targetPercent: '70', tolerancePoints: '5' },
        { key: 'TECHNOLOGY_DATA', name: 'Technology and data', targetPercent: '20', tolerancePoints: '5' },
        { key: 'ALGORITHMS', name: 'Algorithms', targetPercent: '10', tolerancePoints: '5' },
      ],
    });
  });

  it('gives away the whole of the effort', () => {
    expect(compare(sum(DEFAULT_SCHEME.categories.map(({ targetPercent }) => targetPercent)), HUNDRED)).toBe(0);
  });
});
