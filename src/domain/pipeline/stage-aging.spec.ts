import { describe, expect, it } from '@jest/globals';
import type { StageDefinition } from '../gates/gate.js';
import { stageAgingOf } from './stage-aging.js';

const stage = (wipLimit: number | null, key = 'poc'): StageDefinition => ({
  key,
  name: 'PoC',
  category: 'POC',
  position: 3,
  timeBoxDays: 90,
  wipLimit,
  exitGate: null,
});

describe('the aging of a stage', () => {
  const counts = new Map([
    ['STUCK', 2],
    ['FRESH', 1],
  ] as const);

  it('tells every level, also those that nobody is on', () => {
    const aging = stageAgingOf(stage(null), { exits: 20, thresholds: { p50: 74, p70: 92, p85: 118 } }, counts);
    expect(aging).toMatchObject({ count: 3, exits: 20, p50: 74, p70: 92, p85: 118, wipLimit: null, overWip: false });
    expect(aging.levels).toEqual([
      { level: 'FRESH', count: 1 },
      { level: 'WATCH', count: 0 },
      { level: 'AGING', count: 0 },
      { level: 'STUCK', count: 2 },
      { level: 'ZOMBIE', count: 0 },
    ]);
  });

  it('tells no percentiles while too few have left', () => {
    const aging = stageAgingOf(stage(null), { exits: 9, thresholds: null }, new Map());
    expect(aging).toMatchObject({ count: 0, exits: 9, p50: null, p70: null, p85: null });
  });

  it('is over its limit with one more than the limit', () => {
    const isOver = (limit: number): boolean =>
      stageAgingOf(stage(limit), { exits: 0, thresholds: null }, counts).overWip;
    expect([isOver(2), isOver(3)]).toEqual([true, false]);
  });
});
