import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, ZERO } from '../basics/decimal.js';
import type { GateDefinition } from '../gates/gate.js';
import { GATE_OUTCOMES } from '../gates/vote.js';
import { gateStatisticsOf, type GateRecord } from './decision-statistics.js';

const gate: GateDefinition = {
  key: 'g2',
  name: 'Pilot go',
  quorum: 1,
  recycleLimit: null,
  slaDays: null,
  criteria: [],
};
const NOTHING: GateRecord = { gate, decided: [], cancelled: 0, open: [], last: [] };

describe('the statistics of a gate', () => {
  it('tell the mix of its decisions and how long they took', () => {
    const { outcomes, ...told } = gateStatisticsOf({
      ...NOTHING,
      cancelled: 2,
      decided: [
        { outcome: 'GO', days: 3, count: 1 },
        { outcome: 'KILL', days: 14, count: 1 },
        { outcome: 'GO', days: 8, count: 1 },
      ],
      open: [
        { days: 40, count: 1 },
        { days: 5, count: 1 },
      ],
    });
    expect(told).toEqual({
      gate,
      decisions: 3,
      medianDays: '8',
      p85Days: 14,
      cancelled: 2,
      openReviews: 2,
      medianOpenDays: '22.5',
      oldestOpenDays: 40,
      rubberStamp: false,
    });
    expect(outcomes).toEqual([
      { outcome: 'GO', count: 2, percent: '66.7' },
      { outcome: 'CONDITIONAL_GO', count: 0, percent: '0.0' },
      { outcome: 'RECYCLE', count: 0, percent: '0.0' },
      { outcome: 'HOLD', count: 0, percent: '0.0' },
      { outcome: 'KILL', count: 1, percent: '33.3' },
    ]);
  });

  it('say whether it is a rubber stamp, by its last decisions whenever they were', () => {
    const last = (...counts: GateRecord['last']) => gateStatisticsOf({ ...NOTHING, last: counts }).rubberStamp;
    expect(last({ outcome: 'GO', count: 20 })).toBe(true);
    expect(last({ outcome: 'GO', count: 19 }, { outcome: 'CONDITIONAL_GO', count: 1 })).toBe(false);
  });

  it('tell nothing of a gate at which nothing happened', () => {
    const { decisions, outcomes, medianDays, p85Days, oldestOpenDays } = gateStatisticsOf(NOTHING);
    expect([decisions, medianDays, p85Days, oldestOpenDays]).toEqual([0, null, null, null]);
    expect(outcomes.map(({ percent }) => percent)).toEqual([null, null, null, null, null]);
  });

  it('have shares that always add up to 100.0', () => {
    const some = fc.record({
      outcome: fc.constantFrom(...GATE_OUTCOMES),
      days: fc.nat(90),
      count: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), (decided) => {
        const { outcomes } = gateStatisticsOf({ ...NOTHING, decided });
        expect(outcomes.reduce((all, { percent }) => add(all, percent ?? ZERO), ZERO)).toBe('100');
      }),
    );
  });
});
