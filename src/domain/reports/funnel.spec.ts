import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StageDefinition } from '../gates/gate.js';
import { DEFAULT_TEMPLATE } from '../pipeline/default-template.js';
import { funnelOf, type Cohort } from './funnel.js';

const STAGES: readonly StageDefinition[] = DEFAULT_TEMPLATE.stages.map((stage, index) => ({
  ...stage,
  position: index + 1,
  timeBoxDays: stage.timeBoxDays ?? null,
  wipLimit: null,
  exitGate: null,
}));

const cohort = (stageKey: string, entered: number, advanced: number, stopped = 0): Cohort => ({
  stageKey,
  entered,
  advanced,
  stopped,
});

/** Story 7: in twelve months 40 entered Intake and went on to Discovery, 22 to PoC, 9 to Pilot, 5 to Scale. */
const STORY = [
  cohort('intake', 40, 40),
  cohort('discovery', 40, 22, 7),
  cohort('poc', 22, 9, 3),
  cohort('pilot', 9, 5, 1),
  cohort('scale', 5, 0),
];

describe('the funnel of a period', () => {
  const { stages, endToEndPercent } = funnelOf(STAGES, STORY);

  it('tells how many of the cohort of each stage went on: 55.0, 40.9 and 55.6 %', () => {
    expect(stages.map(({ stage, conversionPercent }) => [stage.key, conversionPercent])).toEqual([
      ['intake', '100.0'],
      ['discovery', '55.0'],
      ['poc', '40.9'],
      ['pilot', '55.6'],
      ['scale', '0.0'],
      ['operate', null],
    ]);
  });

  it('tells how many entered PRODUCTION of how many began: 5 of 40 are 12.5 %', () => {
    expect(endToEndPercent).toBe('12.5');
  });

  it('counts who neither advanced nor was stopped as remaining', () => {
    expect(stages.map(({ remaining }) => remaining)).toEqual([0, 11, 10, 3, 5, 0]);
  });

  it('has a row for a stage that nobody entered', () => {
    expect(stages[5]).toEqual({
      stage: STAGES[5],
      entered: 0,
      advanced: 0,
      stopped: 0,
      remaining: 0,
      conversionPercent: null,
    });
  });

  it('passes 100 % end to end while more arrive than begin', () => {
    expect(funnelOf(STAGES, [cohort('intake', 2, 0), cohort('scale', 3, 0)]).endToEndPercent).toBe('150.0');
  });

  it('tells nothing end to end where nobody began', () => {
    expect(funnelOf(STAGES, [cohort('scale', 3, 0)]).endToEndPercent).toBeNull();
  });

  it('tells nothing end to end of a template without PRODUCTION, or without stages', () => {
    expect(funnelOf(STAGES.slice(0, 4), STORY).endToEndPercent).toBeNull();
    expect(funnelOf([], STORY)).toEqual({ stages: [], endToEndPercent: null });
  });

  it('rounds half up from the exact share', () => {
    // 1 of 16 is 6.25 %, 1 of 3 is 33.33... %.
    const { stages: rows } = funnelOf(STAGES, [cohort('intake', 16, 1), cohort('poc', 3, 1)]);
    expect([rows[0]?.conversionPercent, rows[2]?.conversionPercent]).toEqual(['6.3', '33.3']);
  });

  it('always adds up', () => {
    const parts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(fc.array(parts, { minLength: 6, maxLength: 6 }), (counts) => {
        const cohorts = counts.map(([advanced, stopped, others], index) =>
          cohort(STAGES[index]!.key, advanced + stopped + others, advanced, stopped),
        );
        for (const { entered, advanced, stopped, remaining } of funnelOf(STAGES, cohorts).stages) {
          expect(advanced + stopped + remaining).toBe(entered);
        }
      }),
    );
  });
});
