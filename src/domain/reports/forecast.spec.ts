import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forecastOf, HORIZON_MONTHS, MOST_EXITS } from './forecast.js';
import { finish } from './steps.js';
import { oddsOfMissing } from './waiting-time.js';

const history = (...exits: readonly number[]) =>
  exits.map((each, index) => ({ month: `month ${index + 1}`, exits: each }));
const forecast = (exits: readonly number[], asked: number) => finish(forecastOf(history(...exits), asked));
const months = (exits: readonly number[], asked: number) => {
  const { p50Months, p85Months, p95Months } = forecast(exits, asked);
  return [p50Months, p85Months, p95Months];
};

/** Story 10. */
const STORY = [0, 1, 0, 2, 1, 0, 1, 1, 0, 2, 1, 1];

describe('a forecast', () => {
  it('of six more exits takes 7 months by half a chance, 10 by 85 % and 12 by 95 %', () => {
    expect(forecast(STORY, 6)).toEqual({
      exits: 6,
      enoughHistory: true,
      p50Months: 7,
      p85Months: 10,
      p95Months: 12,
      history: history(...STORY),
      explanation:
        'By the 10 exits to production in the 12 months month 1 to month 12, 6 more come within 7 months with a chance of 50 %, within 10 months with 85 %, within 12 months with 95 %.',
    });
  });

  it('says that there is too little history with seven months, and not with eight', () => {
    expect(forecast(STORY.slice(0, 7), 6)).toMatchObject({
      enoughHistory: false,
      p50Months: null,
      p85Months: null,
      p95Months: null,
      explanation: 'There are 7 whole months of history (month 1 to month 7), and a forecast takes at least 8.',
    });
    expect(forecast(STORY.slice(0, 8), 6).enoughHistory).toBe(true);
    expect(forecast([3], 6).explanation).toBe(
      'There is 1 whole month of history (month 1 to month 1), and a forecast takes at least 8.',
    );
    expect(forecast([], 6)).toMatchObject({
      enoughHistory: false,
      history: [],
      explanation: 'There is no whole month of history yet, and a forecast takes at least 8.',
    });
  });

  it('has nothing to go by where nobody arrived', () => {
    expect(forecast([0, 0, 0, 0, 0, 0, 0, 0], 1)).toMatchObject({
      enoughHistory: true,
      p50Months: null,
      p95Months: null,
      explanation: 'With 0 exits to production in the 8 months month 1 to month 8 there is nothing to go by.',
    });
  });

  it('is certain where every month brought the same', () => {
    expect(months([2, 2, 2, 2, 2, 2, 2, 2], 7)).toEqual([4, 4, 4]);
    expect(forecast([2, 2, 2, 2, 2, 2, 2, 2], 1).explanation).toContain('1 more comes within 1 month with');
  });

  it('looks no further than 1,200 months', () => {
    const rare = [1, ...Array.from({ length: 23 }, () => 0)];
    expect(months(rare, 50)).toEqual([1192, null, null]);
    expect(forecast(rare, 50).explanation).toContain(`not within ${HORIZON_MONTHS} months with 85 %`);
    expect(months(rare, MOST_EXITS)).toEqual([null, null, null]);
  });

  const someHistory = fc.array(fc.nat(4), { minLength: 8, maxLength: 12 });

  it('takes longer for a higher chance and for more exits', () => {
    fc.assert(
      fc.property(someHistory, fc.integer({ min: 1, max: 20 }), (exits, asked) => {
        const [p50, p85, p95] = months(exits, asked).map((each) => each ?? Infinity);
        expect(p50! <= p85! && p85! <= p95!).toBe(true);
        const [more50] = months(exits, asked + 1).map((each) => each ?? Infinity);
        expect(more50! >= p50!).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the months', () => {
    const shuffled = someHistory.chain((exits) =>
      fc.tuple(fc.constant(exits), fc.shuffledSubarray(exits, { minLength: exits.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 20 }), ([exits, others], asked) => {
        expect(months(others, asked)).toEqual(months(exits, asked));
      }),
      { numRuns: 60 },
    );
  });

  it('is the first number of months that a look at every one of them finds', () => {
    fc.assert(
      fc.property(someHistory, fc.integer({ min: 1, max: 6 }), (exits, asked) => {
        const found = [50, 85, 95].map((percent) => {
          for (let draws = 1; draws <= 60; draws += 1) {
            const { misses, all } = finish(oddsOfMissing(exits, asked, draws));
            if (misses * 100n <= BigInt(100 - percent) * all) {
              return draws;
            }
          }
          return null;
        });
        fc.pre(!found.includes(null));
        expect(months(exits, asked)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  it('works in pieces: the largest question there is makes hundreds of pauses', () => {
    const steps = forecastOf(
      history(...Array.from({ length: 24 }, (_, index) => (index < 16 ? 0 : index - 15))),
      1_000,
    );
    let pauses = 0;
    while (steps.next().done !== true) {
      pauses += 1;
    }
    expect(pauses).toBeGreaterThan(50);
  });
});

/** Every sequence of draws, one by one. */
const missesByHand = (history: readonly number[], exits: number, draws: number): bigint =>
  draws === 0
    ? BigInt(exits > 0)
    : history.reduce((sum, drawn) => sum + missesByHand(history, exits - drawn, draws - 1), 0n);

describe('the odds of missing a number of exits', () => {
  it('are those of all sequences of months, drawn one by one', () => {
    const small = fc.record({
      history: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
      exits: fc.integer({ min: 1, max: 15 }),
      draws: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(small, ({ history: drawn, exits, draws }) => {
        expect(finish(oddsOfMissing(drawn, exits, draws))).toEqual({
          misses: missesByHand(drawn, exits, draws),
          all: BigInt(drawn.length ** draws),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('only fall with the months', () => {
    const some = fc.tuple(fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 30 }), ([drawn, exits], draws) => {
        const now = finish(oddsOfMissing(drawn, exits, draws));
        const next = finish(oddsOfMissing(drawn, exits, draws + 1));
        expect(next.misses * now.all <= now.misses * next.all).toBe(true);
      }),
    );
  });
});
