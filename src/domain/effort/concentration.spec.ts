import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, compare, decimal, multiply, sum, type Decimal } from '../basics/decimal.js';
import { concentrationOf, toldConcentration, type InitiativeEffort } from './concentration.js';

const held = (...efforts: readonly (readonly [key: string, personDays: string])[]): readonly InitiativeEffort[] =>
  efforts.map(([key, personDays]) => ({ key, personDays: decimal(personDays) }));

const told = (...efforts: readonly (readonly [key: string, personDays: string])[]) =>
  toldConcentration('Algorithms', concentrationOf(held(...efforts)));

const someEfforts = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 8_000 })), {
    selector: ([initiative]) => initiative,
    minLength: 1,
  })
  .map((efforts) =>
    held(...efforts.map(([initiative, eighths]) => [`C-${initiative}`, String(eighths * 0.125)] as const)),
  );

const half = (efforts: readonly InitiativeEffort[]): Decimal =>
  multiply(sum(efforts.map(({ personDays }) => personDays)), decimal('0.5'));

const personDaysOf = (efforts: readonly InitiativeEffort[], keys: readonly string[]): Decimal =>
  sum(efforts.filter(({ key }) => keys.includes(key)).map(({ personDays }) => personDays));

describe('how few initiatives hold most', () => {
  it('is told of the fewest that hold at least half, the one with most first', () => {
    expect(concentrationOf(held(['C-1', '10'], ['C-2', '40'], ['C-3', '21'], ['C-4', '29']))).toEqual({
      holders: 2,
      of: 4,
      percent: '69.0',
      initiativeKeys: ['C-2', 'C-4'],
    });
  });

  it('takes exactly half for enough', () => {
    expect(concentrationOf(held(['C-1', '50'], ['C-2', '30'], ['C-3', '20']))).toMatchObject({
      holders: 1,
      percent: '50.0',
    });
    expect(concentrationOf(held(['C-1', '49.99'], ['C-2', '30.01'], ['C-3', '20']))).toMatchObject({ holders: 2 });
  });

  it('goes by key on a tie', () => {
    expect(concentrationOf(held(['C-3', '1'], ['C-1', '1'], ['C-2', '1'])).initiativeKeys).toEqual(['C-1', 'C-2']);
  });

  it('adds the rows of an initiative, and leaves out one that took all of its effort back', () => {
    expect(concentrationOf(held(['C-1', '1'], ['C-2', '2'], ['C-1', '1.50'], ['C-3', '5'], ['C-3', '-5.0']))).toEqual({
      holders: 1,
      of: 2,
      percent: '55.6',
      initiativeKeys: ['C-1'],
    });
  });

  it('is told of nobody where there is no effort', () => {
    expect(concentrationOf([])).toEqual({ holders: 0, of: 0, percent: null, initiativeKeys: [] });
  });

  it('holds at least half, and one less would not', () => {
    fc.assert(
      fc.property(someEfforts, (efforts) => {
        const { holders, of, initiativeKeys } = concentrationOf(efforts);
        expect(of).toBe(efforts.length);
        expect(initiativeKeys).toHaveLength(holders);
        expect(compare(personDaysOf(efforts, initiativeKeys), half(efforts))).toBeGreaterThanOrEqual(0);
        expect(compare(personDaysOf(efforts, initiativeKeys.slice(0, -1)), half(efforts))).toBeLessThan(0);
      }),
    );
  });

  it('names nobody who has less than somebody it does not name', () => {
    fc.assert(
      fc.property(someEfforts, (efforts) => {
        const { initiativeKeys } = concentrationOf(efforts);
        for (const holder of efforts.filter(({ key }) => initiativeKeys.includes(key))) {
          for (const other of efforts.filter(({ key }) => !initiativeKeys.includes(key))) {
            expect(compare(holder.personDays, other.personDays)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('never takes more where the one with most gets more', () => {
    fc.assert(
      fc.property(someEfforts, fc.integer({ min: 1, max: 1_000 }), (efforts, more) => {
        const before = concentrationOf(efforts);
        const grown = efforts.map((effort) =>
          effort.key === before.initiativeKeys[0]
            ? { ...effort, personDays: add(effort.personDays, decimal(String(more))) }
            : effort,
        );
        expect(concentrationOf(grown).holders).toBeLessThanOrEqual(before.holders);
      }),
    );
  });

  it('does not depend on the order of the rows, nor on the unit', () => {
    fc.assert(
      fc.property(someEfforts, fc.integer({ min: 1, max: 100 }), (efforts, factor) => {
        const other = efforts
          .toReversed()
          .map(({ key, personDays }) => ({ key, personDays: multiply(personDays, decimal(String(factor))) }));
        expect(concentrationOf(other)).toEqual(concentrationOf(efforts));
      }),
    );
  });
});

describe('the sentence of it', () => {
  it('says how many hold how much, and who they are', () => {
    expect(told(['C-1', '10'], ['C-2', '40'], ['C-3', '21'], ['C-4', '29'])).toBe(
      '2 of 4 initiatives hold 69.0 % of Algorithms: C-2 and C-4.',
    );
    expect(told(['C-1', '10'], ['C-2', '40'])).toBe('1 of 2 initiatives holds 80.0 % of Algorithms: C-2.');
    expect(told(['C-1', '10'])).toBe('The 1 initiative with effort on Algorithms holds all of it: C-1.');
    expect(told()).toBe('No initiative has effort on Algorithms.');
  });

  it('names at most five', () => {
    const even = (count: number) =>
      Array.from({ length: count }, (_, index): [string, string] => [`C-${index + 1}`, '1']);
    expect(told(...even(9))).toBe('5 of 9 initiatives hold 55.6 % of Algorithms: C-1, C-2, C-3, C-4 and C-5.');
    expect(told(...even(8).concat([['D', '0.5']]))).toBe(
      '5 of 9 initiatives hold 58.8 % of Algorithms: C-1, C-2, C-3, C-4 and C-5.',
    );
    expect(told(...even(13))).toMatch(/^7 of 13 initiatives hold 53.8 % of Algorithms: .*, C-12, C-13 and 2 more\.$/);
  });
});
