import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aPortfolioScene, AT, summerMidnight } from '../../../../test/support/finding-facts.js';
import { day, noon } from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import type { Instant } from '../../basics/instant.js';
import type { AllocationVerdict } from '../../effort/split-effort.js';
import { findOfPortfolio } from '../find.js';
import type { ChatAssistant, GateHistory, LimitedStage, PortfolioScene } from '../finding.js';

const found = (other: Partial<PortfolioScene>) => findOfPortfolio(aPortfolioScene(other));
const span = (from: string, until: string | null = null) => ({
  from: noon(from),
  until: until === null ? null : noon(until),
});

describe('WIP_EXCEEDED', () => {
  const stage = (other: Partial<LimitedStage> = {}): LimitedStage => ({
    stageKey: 'poc',
    name: 'PoC',
    limits: [{ from: noon('2025-01-01'), most: 2 }],
    stays: [span('2026-01-01'), span('2026-02-01'), span('2026-03-01')],
    knownFrom: null,
    ...other,
  });

  it('is found of a stage with more in it than may be, since the one too many came', () => {
    expect(found({ stages: [stage()] })).toEqual([
      {
        code: 'WIP_EXCEEDED',
        subject: 'poc',
        level: 'WARNING',
        since: noon('2026-03-01'),
        message: '3 initiatives stand in PoC, where at most 2 may: bring some to an end before others begin.',
        facts: { stageKey: 'poc', standing: 3, wipLimit: 2 },
      },
    ]);
  });

  it('is just not found on the limit, and clears when one leaves', () => {
    expect(found({ stages: [stage({ stays: [span('2026-01-01'), span('2026-02-01')] })] })).toEqual([]);
    const stays = [span('2026-01-01', '2026-08-01'), span('2026-02-01'), span('2026-03-01')];
    expect(found({ stages: [stage({ stays })], at: noon('2026-07-31') })).toHaveLength(1);
    expect(found({ stages: [stage({ stays })] })).toEqual([]);
    expect(found({ stages: [stage({ stays: [], limits: [] })] })).toEqual([]);
  });

  it('holds without a break while others take the places, and anew after one was free', () => {
    const swapped = [span('2026-01-01', '2026-04-01'), span('2026-02-01'), span('2026-03-01'), span('2026-04-01')];
    expect(found({ stages: [stage({ stays: swapped })] })).toMatchObject([{ since: noon('2026-03-01') }]);
    const freed = [span('2026-01-01', '2026-04-01'), span('2026-02-01'), span('2026-03-01'), span('2026-04-02')];
    expect(found({ stages: [stage({ stays: freed })] })).toMatchObject([{ since: noon('2026-04-02') }]);
  });

  it('holds at the latest since the past is known, where it does ever since', () => {
    const of = (knownFrom: string) => found({ stages: [stage({ knownFrom: noon(knownFrom) })] });
    expect(of('2026-05-01')).toMatchObject([{ since: noon('2026-05-01'), mayBeOlder: true }]);
    // Two of three had come by then: it began with the third.
    expect(of('2026-02-15')[0]).not.toHaveProperty('mayBeOlder');
    expect(of('2026-02-15')).toMatchObject([{ since: noon('2026-03-01') }]);
    const left = [span('2026-01-01', '2026-04-01'), span('2026-02-01'), span('2026-03-01'), span('2026-06-01')];
    expect(found({ stages: [stage({ stays: left, knownFrom: noon('2026-05-01') })] })).toMatchObject([
      { since: noon('2026-06-01') },
    ]);
  });

  it('holds since the limit was made lower, where that made it too many', () => {
    const limits = [
      { from: noon('2025-01-01'), most: 3 },
      { from: noon('2026-05-01'), most: 2 },
    ];
    expect(found({ stages: [stage({ limits })] })).toMatchObject([{ since: noon('2026-05-01') }]);
    expect(found({ stages: [stage({ limits })], at: noon('2026-04-30') })).toEqual([]);
    const lifted = [...limits, { from: noon('2026-06-01'), most: null }];
    expect(found({ stages: [stage({ limits: lifted })] })).toEqual([]);
    // The first one counts for all time before it too.
    const first = [{ from: noon('2026-07-01'), most: 2 }];
    expect(found({ stages: [stage({ limits: first })] })).toMatchObject([{ since: noon('2026-03-01') }]);
    expect(found({ stages: [stage({ limits: first })], at: noon('2026-06-01') })).toMatchObject([
      { facts: { wipLimit: 2 } },
    ]);
  });
});

describe('POINT_SOLUTION', () => {
  const assistant = (initiativeKey: string, from: string, other: Partial<ChatAssistant> = {}): ChatAssistant => ({
    initiativeKey,
    businessUnit: 'Claims',
    ...span(from),
    ...other,
  });

  it('is found of three live ones in one business unit, since the third', () => {
    const chatAssistants = [
      assistant('AI-3', '2026-03-01'),
      assistant('AI-1', '2026-01-01'),
      assistant('AI-2', '2026-02-01'),
    ];
    expect(found({ chatAssistants })).toEqual([
      {
        code: 'POINT_SOLUTION',
        subject: 'Claims',
        level: 'WARNING',
        since: noon('2026-03-01'),
        message:
          '3 initiatives of Claims are chat assistants (AI-1, AI-2 and AI-3): ask whether one solution would serve them all.',
        facts: { businessUnit: 'Claims', initiatives: ['AI-1', 'AI-2', 'AI-3'] },
      },
    ]);
  });

  it('is just not found of two, nor of three in two units, and clears when one ends', () => {
    const two = [assistant('AI-1', '2026-01-01'), assistant('AI-2', '2026-02-01')];
    expect(found({ chatAssistants: two })).toEqual([]);
    expect(found({ chatAssistants: [...two, assistant('AI-3', '2026-02-01', { businessUnit: 'Sales' })] })).toEqual([]);
    const ended = assistant('AI-3', '2026-02-01', { until: AT });
    expect(found({ chatAssistants: [...two, ended] })).toEqual([]);
    expect(found({ chatAssistants: [...two, ended], at: noon('2026-07-31') })).toHaveLength(1);
  });
});

describe('RUBBER_STAMP', () => {
  type Outcome = GateHistory['decisions'][number]['outcome'];
  const decision = (index: number, outcome: Outcome) => ({
    id: String(index).padStart(2, '0'),
    outcome,
    decidedAt: noon(`2026-06-${String(index).padStart(2, '0')}`),
  });
  const gate = (...outcomes: readonly Outcome[]): GateHistory => ({
    gateKey: 'g1',
    name: 'PoC go',
    decisions: outcomes.map((outcome, index) => decision(index + 1, outcome)),
  });
  const goes = (count: number): Outcome[] => Array.from({ length: count }, () => 'GO');

  it('is found of twenty GOs in a row, since the twentieth', () => {
    expect(found({ gates: [gate('RECYCLE', ...goes(22))] })).toEqual([
      {
        code: 'RUBBER_STAMP',
        subject: 'g1',
        level: 'WARNING',
        since: noon('2026-06-21'),
        message: 'The last 20 decisions at PoC go, since 2026-06-04, were all GO: ask what the gate is for.',
        facts: { gateKey: 'g1', decisions: 20, goes: 20, goPercent: '100.0', firstOn: '2026-06-04' },
      },
    ]);
  });

  it('is just not found of nineteen of twenty, which are 95 percent, nor of fewer decisions', () => {
    expect(found({ gates: [gate('CONDITIONAL_GO', ...goes(19))] })).toEqual([]);
    expect(found({ gates: [gate(...goes(19))] })).toEqual([]);
    expect(found({ gates: [gate()] })).toEqual([]);
  });

  it('clears with the first decision that is no GO, and leaves out what was decided later', () => {
    expect(found({ gates: [gate(...goes(20), 'HOLD')] })).toEqual([]);
    expect(found({ gates: [gate(...goes(20), 'HOLD')], at: noon('2026-06-20') })).toHaveLength(1);
    expect(found({ gates: [gate(...goes(20))], at: noon('2026-06-19') })).toEqual([]);
  });

  it('is the same whatever the order of the decisions', () => {
    const { decisions, ...frame } = gate('KILL', ...goes(21));
    fc.assert(
      fc.property(fc.shuffledSubarray([...decisions], { minLength: decisions.length }), (shuffled) => {
        expect(found({ gates: [{ ...frame, decisions: shuffled }] })).toEqual(
          found({ gates: [{ ...frame, decisions }] }),
        );
      }),
    );
  });
});

describe('ALLOCATION_OFF_TARGET', () => {
  const ENDS = ['2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30'];
  const quarter = (
    index: number,
    verdict: AllocationVerdict,
    key = 'PEOPLE_PROCESS',
  ): PortfolioScene['quarters'][number] => ({
    key: `Q${index}`,
    label: `quarter ${index}`,
    to: day(ENDS[index] ?? ''),
    shares: [
      {
        category: { key, name: 'People and process', targetPercent: decimal('70'), tolerancePoints: decimal('5') },
        personDays: decimal('20'),
        percent: decimal('20.0'),
        deviationPoints: decimal('-50.0'),
        verdict,
        changePoints: null,
      },
    ],
  });
  const quarters = (...verdicts: readonly AllocationVerdict[]) =>
    verdicts.map((verdict, index) => quarter(index, verdict));

  it('is found of a category that was off in the last two quarters, since the midnight after the second', () => {
    expect(found({ quarters: quarters('WITHIN', 'WITHIN', 'UNDER', 'UNDER') })).toEqual([
      {
        code: 'ALLOCATION_OFF_TARGET',
        subject: 'PEOPLE_PROCESS',
        level: 'WARNING',
        since: summerMidnight('2026-07-01'),
        message:
          'People and process has been off its target for 2 quarters in a row: 20.0 % in quarter 2, where 70 % are asked for and 20.0 % in quarter 3, where 70 % are asked for.',
        facts: {
          categoryKey: 'PEOPLE_PROCESS',
          quartersInARow: 2,
          quarters: ['Q2', 'Q3'].map((key) => ({
            quarter: key,
            percent: '20.0',
            targetPercent: '70',
            deviationPoints: '-50.0',
            verdict: 'UNDER',
          })),
        },
      },
    ]);
    expect(found({ quarters: quarters('UNDER', 'OVER', 'UNDER', 'UNDER') })).toMatchObject([
      { since: '2025-12-31T23:00:00.000Z' as Instant, facts: { quartersInARow: 4 } },
    ]);
  });

  it('is just not found of one quarter, and a quarter without a verdict or without the category ends the row', () => {
    expect(found({ quarters: quarters('UNDER', 'UNDER', 'WITHIN', 'UNDER') })).toEqual([]);
    expect(found({ quarters: quarters('UNDER', 'UNDER', 'INSUFFICIENT_DATA', 'UNDER') })).toEqual([]);
    expect(found({ quarters: [quarter(2, 'UNDER', 'OTHER'), quarter(3, 'UNDER')] })).toEqual([]);
    expect(found({ quarters: [] })).toEqual([]);
  });

  it('clears after a quarter within its tolerance, and waits until a quarter is over', () => {
    expect(found({ quarters: quarters('UNDER', 'UNDER', 'UNDER', 'WITHIN') })).toEqual([]);
    const all = quarters('WITHIN', 'WITHIN', 'UNDER', 'UNDER');
    expect(found({ quarters: all, at: noon('2026-06-30') })).toEqual([]);
    expect(found({ quarters: all.toReversed(), at: summerMidnight('2026-07-01') })).toHaveLength(1);
  });
});
