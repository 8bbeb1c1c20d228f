import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCondition, aCriterion, aGate, day, facts, noon } from '../../../test/support/gate-facts.js';
import { conditionsAt, isOverdue, isUnclosed, mayClose, type ConditionFact } from './condition.js';
import { readinessOf } from './readiness.js';

const one = (condition: ConditionFact, on: string) => {
  const [found] = conditionsAt([condition], noon(on));
  return found!;
};

describe('a condition', () => {
  it('stands as it stood at the instant that is asked for', () => {
    const condition = aCondition({
      madeAt: noon('2026-06-01'),
      breachedAt: noon('2026-08-01'),
      closedAt: noon('2026-08-10'),
    });
    expect(conditionsAt([condition], noon('2026-05-31'))).toEqual([]);
    expect(one(condition, '2026-06-01')).toMatchObject({ status: 'OPEN', breachedAt: null, closedAt: null });
    expect(one(condition, '2026-08-01')).toMatchObject({ status: 'BREACHED', closedAt: null });
    expect(one(condition, '2026-08-10')).toMatchObject({ status: 'CLOSED', breachedAt: noon('2026-08-01') });
  });

  it('may be closed on its due date, and is overdue from the day after', () => {
    const condition = one(aCondition({ dueOn: day('2026-07-31') }), '2026-07-31');
    expect(isOverdue(condition, day('2026-07-31'))).toBe(false);
    expect(isOverdue(condition, day('2026-08-01'))).toBe(true);
  });

  it.each([{ closedAt: noon('2026-07-01') }, { breachedAt: noon('2026-08-01') }])(
    'is not found overdue once it is closed or breached',
    (other) => {
      expect(isOverdue(one(aCondition({ dueOn: day('2026-07-31'), ...other }), '2026-08-02'), day('2026-08-02'))).toBe(
        false,
      );
    },
  );

  it('is closed once, late as well as in time', () => {
    expect(mayClose({ status: 'OPEN' })).toEqual([]);
    expect(mayClose({ status: 'BREACHED' })).toEqual([]);
    expect(mayClose({ status: 'CLOSED' })).toEqual([
      { code: 'WRONG_STATE', message: 'The condition is closed already.' },
    ]);
  });

  it('keeps the next gate locked until it is closed', () => {
    const gate = aGate([aCriterion('DOCUMENT', { weight: 'SHOULD_MEET' })]);
    const ready = (other: Partial<ConditionFact>, on: string) => {
      const { ready, openConditions } = readinessOf(gate, facts({ conditions: [aCondition(other)] }), noon(on));
      expect(ready).toBe(openConditions.length === 0);
      return ready;
    };
    expect(ready({}, '2026-05-01')).toBe(true);
    expect(ready({}, '2026-06-02')).toBe(false);
    expect(ready({ breachedAt: noon('2026-08-01') }, '2026-08-02')).toBe(false);
    expect(ready({ closedAt: noon('2026-07-01') }, '2026-06-30')).toBe(false);
    expect(ready({ closedAt: noon('2026-07-01') }, '2026-07-01')).toBe(true);
  });

  it('is told of as it stood, without what was written down when it was closed later', () => {
    const row = { ...aCondition({ closedAt: noon('2026-08-10') }), closeNote: 'Trained', closedBy: 'manager' };
    const [then] = conditionsAt([row], noon('2026-08-01'));
    expect(then).toEqual({ ...aCondition(), status: 'OPEN' });
  });

  it('leaves a gate with a blocking criterion not ready, whatever its conditions', () => {
    expect(readinessOf(aGate([aCriterion('DOCUMENT')]), facts(), noon('2026-06-02')).ready).toBe(false);
  });

  it('is never closed at one instant and open at a later one', () => {
    const instant = fc.integer({ min: 1, max: 28 }).map((date) => noon(`2026-06-${String(date).padStart(2, '0')}`));
    fc.assert(
      fc.property(
        instant,
        fc.option(instant),
        fc.option(instant),
        instant,
        instant,
        (madeAt, breachedAt, closedAt, a, b) => {
          const [earlier, later] = a < b ? [a, b] : [b, a];
          const condition = aCondition({ madeAt, breachedAt, closedAt });
          const wasClosed = conditionsAt([condition], earlier).some((standing) => !isUnclosed(standing));
          fc.pre(wasClosed);
          expect(conditionsAt([condition], later).map(({ status }) => status)).toEqual(['CLOSED']);
        },
      ),
    );
  });
});
