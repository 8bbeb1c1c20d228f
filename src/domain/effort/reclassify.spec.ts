import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, decimalOf, sum, ZERO } from '../basics/decimal.js';
import { NO_TRAITS } from './classification-rule.js';
import { classifierOf } from './classify.js';
import { reclassified, sumsOfMoved, type StandingWork } from './reclassify.js';

const classify = classifierOf({
  version: 2,
  rules: [
    {
      name: 'Change',
      connectionId: null,
      labels: ['change'],
      components: [],
      ticketTypes: [],
      projectKeys: [],
      categoryKey: 'PEOPLE_PROCESS',
      initiativeKey: null,
      criterionKey: null,
    },
  ],
});

const standing = (other: Partial<StandingWork> = {}): StandingWork => ({
  ...NO_TRAITS,
  labels: ['change'],
  categoryKey: null,
  categorySource: 'NONE',
  ruleName: null,
  rulesVersion: null,
  defaultCategoryKey: null,
  ...other,
});

const BY_RULE = { categoryKey: 'PEOPLE_PROCESS', categorySource: 'RULE', ruleName: 'Change', rulesVersion: 2 } as const;

describe('an entry that stands, under other rules', () => {
  it('gets the category they give', () => {
    expect(reclassified(standing(), classify)).toEqual(BY_RULE);
    expect(reclassified(standing({ categoryKey: 'ALGORITHMS', categorySource: 'DEFAULT' }), classify)).toEqual(BY_RULE);
  });

  it('loses the one that no rule gives any more', () => {
    expect(reclassified(standing({ ...BY_RULE, labels: [] }), classify)).toEqual({
      categoryKey: null,
      categorySource: 'NONE',
      ruleName: null,
      rulesVersion: 2,
    });
  });

  it('stays as it is where they say the same, in whichever version', () => {
    expect(reclassified(standing(BY_RULE), classify)).toBeNull();
    expect(reclassified(standing({ ...BY_RULE, rulesVersion: 1 }), classify)).toBeNull();
  });

  it('stays as it is where its sender stated the category', () => {
    expect(reclassified(standing({ categoryKey: 'ALGORITHMS', categorySource: 'STATED' }), classify)).toBeNull();
  });
});

describe('work that is moved', () => {
  it('goes from one category to the other, and the total stays', () => {
    const key = fc.constantFrom('P', 'T', null);
    const moved = fc.array(fc.tuple(key, key, fc.integer({ min: 1, max: 1_000 })));
    fc.assert(
      fc.property(moved, (moves) => {
        const sums = sumsOfMoved(
          moves.map(([from, to, days]) => ({
            from: { categoryKey: from },
            to: { categoryKey: to },
            personDays: decimalOf(days),
          })),
        );
        expect(compare(sum(sums.map(({ personDays }) => personDays)), ZERO)).toBe(0);
        expect(sums.every(({ operationalPersonDays }) => operationalPersonDays === '0')).toBe(true);
        const expected = moves.reduce(
          (days, [from, to, by]) => days + (to === 'P' ? by : 0) - (from === 'P' ? by : 0),
          0,
        );
        const got = sums.filter(({ categoryKey }) => categoryKey === 'P').map(({ personDays }) => personDays);
        expect(compare(sum(got), decimalOf(expected))).toBe(0);
      }),
    );
  });
});
