import { describe, expect, it } from '@jest/globals';
import { aDefinition, aKpi, aMeasurement, noon } from '../../../test/support/gate-facts.js';
import { STAGE_CATEGORIES } from '../gates/gate.js';
import type { FindingCode, FindingLevel } from './finding.js';
import { healthOf, isMeasured } from './health.js';

const frame = { stageCategory: 'PILOT', hasMeasurement: true } as const;
const found = (...all: readonly (readonly [FindingCode, FindingLevel])[]) =>
  all.map(([code, level]) => ({ code, level }));

describe('health', () => {
  it('is off track with a critical finding, whatever else there is', () => {
    const findings = found(
      ['ZOMBIE', 'CRITICAL'],
      ['SIGNAL_BREACHED', 'CRITICAL'],
      ['SIGNAL_BREACHED', 'CRITICAL'],
      ['UX_TOO_LATE', 'WARNING'],
    );
    expect(healthOf(findings, { ...frame, hasMeasurement: false })).toEqual({
      health: 'OFF_TRACK',
      reason: 'Somebody has to act on what is critical: ZOMBIE and SIGNAL_BREACHED (2).',
    });
  });

  it('is at risk with a warning', () => {
    expect(healthOf(found(['UX_TOO_LATE', 'WARNING'], ['NO_GUARDRAIL', 'INFO']), frame)).toEqual({
      health: 'AT_RISK',
      reason: 'Nothing is critical, and there are warnings: UX_TOO_LATE.',
    });
  });

  it('has no data where nothing was measured from category PILOT on', () => {
    const without = (stageCategory: (typeof STAGE_CATEGORIES)[number]) =>
      healthOf([], { stageCategory, hasMeasurement: false });
    expect(STAGE_CATEGORIES.map((category) => without(category).health)).toEqual([
      'ON_TRACK',
      'ON_TRACK',
      'NO_DATA',
      'NO_DATA',
    ]);
    expect(without('PILOT').reason).toBe('It stands in category PILOT, and none of its KPIs was ever measured.');
  });

  it('is on track else, and what is good to know changes nothing', () => {
    expect(healthOf(found(['EVIDENCE_EXPIRING', 'INFO']), frame)).toEqual({
      health: 'ON_TRACK',
      reason: 'Nothing is critical, and there is no warning.',
    });
  });

  it('goes by measurements that were recorded by then', () => {
    const kpis = [aKpi('k', aDefinition()), aKpi('l', aDefinition(), aMeasurement('9', '2026-07-01'))];
    expect(isMeasured(kpis, noon('2026-07-01'))).toBe(true);
    expect(isMeasured(kpis, noon('2026-06-30'))).toBe(false);
  });
});
