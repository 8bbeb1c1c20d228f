import { describe, expect, it } from '@jest/globals';
import { aGate } from '../../../test/support/gate-facts.js';
import { aStage } from '../../../test/support/template-versions.js';
import { decimal } from '../basics/decimal.js';
import type { GateOutcome } from '../gates/vote.js';
import { debtRowsOf } from './governance-debt.js';
import { funnelOf, type Cohort } from './funnel.js';
import {
  agingHeadlineOf,
  debtHeadlineOf,
  decisionsHeadlineOf,
  funnelHeadlineOf,
  outcomesHeadlineOf,
  valueHeadlineOf,
} from './headlines.js';

const stages = [
  aStage('Idea', 'INTAKE'),
  aStage('PoC', 'POC'),
  aStage('Pilot', 'PILOT'),
  aStage('Live', 'PRODUCTION'),
].map((stage, place) => ({ ...stage, position: place + 1 }));
const [idea, poc] = stages as [(typeof stages)[0], (typeof stages)[0]];

describe('the headline of a funnel', () => {
  const told = (...cohorts: readonly Cohort[]) => funnelHeadlineOf(funnelOf(stages, cohorts));
  const cohort = (stageKey: string, entered: number, advanced: number): Cohort => ({
    stageKey,
    entered,
    advanced,
    stopped: 0,
  });

  it('says how many come through and where the fewest get on', () => {
    expect(told(cohort('Idea', 40, 30), cohort('PoC', 20, 5), cohort('Pilot', 6, 3), cohort('Live', 4, 0))).toBe(
      '10.0 % come through to production; PoC lets the fewest on, 5 of 20.',
    );
  });

  it('tells counts of a few, and of a workflow without production', () => {
    expect(told(cohort('Idea', 3, 1))).toBe('3 initiatives entered Idea, and 1 went on.');
    expect(funnelHeadlineOf(funnelOf([idea, poc], [cohort('Idea', 12, 1)]))).toBe(
      '12 initiatives entered Idea, and 1 went on.',
    );
    expect(
      funnelHeadlineOf({ stages: funnelOf([idea], [cohort('Idea', 12, 0)]).stages, endToEndPercent: decimal('0.0') }),
    ).toBe('12 initiatives entered Idea, and 0 went on.');
  });

  it('says when there is nothing', () => {
    expect(told()).toBe('Nobody entered a stage in this time.');
    expect(funnelHeadlineOf({ stages: [], endToEndPercent: null })).toBe('Nobody entered a stage in this time.');
  });
});

describe('the headline of aging', () => {
  const row = (stage: (typeof stages)[0], count: number, stuck = 0, zombies = 0) => ({
    stage,
    count,
    levels: [
      { level: 'FRESH' as const, count: count - stuck - zombies },
      { level: 'STUCK' as const, count: stuck },
      { level: 'ZOMBIE' as const, count: zombies },
    ],
  });

  it('says how many are stuck, where, and how many of them are zombies', () => {
    expect(agingHeadlineOf([row(idea, 5, 1), row(poc, 7, 2, 1)])).toBe(
      '4 of 12 initiatives are stuck, most in PoC; 1 of them is a zombie.',
    );
    expect(agingHeadlineOf([row(idea, 5), row(poc, 7, 0, 2)])).toBe(
      '2 of 12 initiatives are stuck, in PoC; 2 of them are zombies.',
    );
    expect(agingHeadlineOf([row(idea, 5, 1)])).toBe('1 of 5 initiatives is stuck, in Idea.');
  });

  it('says when none is, and when there is none', () => {
    expect(agingHeadlineOf([row(idea, 5)])).toBe('None of 5 initiatives is stuck in its stage.');
    expect(agingHeadlineOf([row(idea, 1)])).toBe('The one initiative in the stages is not stuck.');
    expect(agingHeadlineOf([])).toBe('No initiative stands in a stage.');
  });
});

describe('the headline of the value balance', () => {
  const row = (valueThesis: 'COST' | 'GROWTH', initiatives: number, percent: string | null) => ({
    valueThesis,
    initiatives,
    personDays: decimal('1'),
    percent: percent === null ? null : decimal(percent),
  });

  it('says what takes most of the effort and what the least', () => {
    expect(valueHeadlineOf([row('COST', 8, '20.0'), row('GROWTH', 4, '80.0')])).toBe(
      'Growth takes 80.0 % of the effort, cost 20.0 %.',
    );
  });

  it('tells counts of a few, without effort, and of one value alone', () => {
    expect(valueHeadlineOf([row('COST', 3, '20.0'), row('GROWTH', 4, '80.0')])).toBe(
      'Growth is what most are for: 4 initiatives.',
    );
    expect(valueHeadlineOf([row('COST', 12, null), row('GROWTH', 1, null)])).toBe(
      'Cost is what most are for: 12 initiatives.',
    );
    expect(valueHeadlineOf([row('COST', 12, '100.0')])).toBe('Cost is what most are for: 12 initiatives.');
    expect(valueHeadlineOf([row('COST', 0, null)])).toBe('No initiative was live in this time.');
    expect(valueHeadlineOf([])).toBe('No initiative was live in this time.');
  });
});

describe('the headline of governance debt', () => {
  it('says how much is open, since when, and what is breached', () => {
    const debt = (...counts: Parameters<typeof debtRowsOf>[0]) => debtHeadlineOf(debtRowsOf(counts));
    expect(debt({ kind: 'LIVE_WAIVER', days: 41, count: 2 }, { kind: 'BREACHED_CONDITION', days: 3, count: 1 })).toBe(
      '3 waivers and conditions are open, the oldest for 41 days; 1 condition is breached.',
    );
    expect(debt({ kind: 'OPEN_CONDITION', days: 1, count: 1 })).toBe(
      '1 waiver or condition is open, the oldest for 1 day.',
    );
    expect(debt()).toBe('No waiver and no condition is open.');
  });
});

describe('the headline of decisions', () => {
  const gate = (
    name: string,
    openReviews: number,
    rubberStamp: boolean,
    counts: Partial<Record<GateOutcome, number>>,
  ) => ({
    gate: aGate([], { name }),
    openReviews,
    rubberStamp,
    outcomes: Object.entries(counts).map(([outcome, count]) => ({
      outcome: outcome as GateOutcome,
      count,
      percent: null,
    })),
  });

  it('says which gates let everything through, how gates were decided, and what waits', () => {
    expect(decisionsHeadlineOf([gate('G1', 1, true, { GO: 20 }), gate('G2', 2, false, { KILL: 1, GO: 2 })])).toBe(
      'G1 lets nearly everything through. 23 gates were decided: 22 GO, 1 Kill; 3 reviews are open.',
    );
    expect(decisionsHeadlineOf([gate('G1', 1, true, {}), gate('G2', 0, true, {})])).toBe(
      'G1 and G2 let nearly everything through. No gate was decided; 1 review is open.',
    );
    expect(decisionsHeadlineOf([gate('G1', 0, false, { HOLD: 2 })])).toBe(
      '2 gates were decided: 2 Hold; 0 reviews are open.',
    );
    expect(outcomesHeadlineOf([{ outcome: 'CONDITIONAL_GO', count: 1 }])).toBe('1 gate was decided: 1 Conditional GO.');
  });
});
