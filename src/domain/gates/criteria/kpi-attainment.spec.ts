import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  aDefinition,
  aGuardrail,
  aKpi,
  aMeasurement,
  assessOne,
  facts,
} from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import type { KpiDefinition, KpiFacts } from '../../kpis/kpi.js';

const on = '2026-03-31';
const RECORDS = 'a program manager or an integration can record what was measured';

const measured = (
  definition: KpiDefinition,
  value: string,
  date = '2026-03-20',
  sampleSize: number | null = null,
): KpiFacts => aKpi(definition.name, definition, aMeasurement(value, date, { sampleSize }));

const assess = (kpis: readonly KpiFacts[], settings: Record<string, unknown> = {}) =>
  assessOne(aCriterion('KPI_ATTAINMENT', { settings }), facts({ kpis }), on);

const aRange = { direction: 'RANGE', target: null, rangeLow: decimal('1'), rangeHigh: decimal('3') } as const;
const good = measured(aDefinition(), '6.1');

describe('a criterion that asks for KPIs to be attained', () => {
  it('blocks at 113.8 percent while the guardrail is breached (story 1)', () => {
    const kpis = [
      aKpi('handle-time', aDefinition(), aMeasurement('6.1', '2026-03-20', { sampleSize: 1880 })),
      aKpi('reopen-rate', aGuardrail(), aMeasurement('5.2', '2026-03-20')),
    ];
    expect(assess(kpis)).toMatchObject({
      status: 'NOT_MET',
      blocks: true,
      reason: 'Reopen rate is 5.2 %, over its limit of 4.0 %.',
      remedy: `Bring Reopen rate back to its limit of 4.0 %, then ${RECORDS}.`,
      evidenceId: null,
    });
  });

  it('is MET when every primary KPI is at its target and guardrails hold, and says how far', () => {
    expect(assess([good, measured(aGuardrail(), '4.0')])).toMatchObject({
      status: 'MET',
      blocks: false,
      reason: 'Attained: Handle time at 113.8 % and Reopen rate within its limit.',
      remedy: null,
    });
    expect(assess([measured(aDefinition(), '6.5')]).status).toBe('MET');
  });

  it('is NOT_MET short of the target, by exact values', () => {
    expect(assess([measured(aDefinition(), '6.501')])).toMatchObject({
      status: 'NOT_MET',
      reason: 'Handle time is 6.501 min, 99.97 % of the way to its target of 6.5 min.',
      remedy: `Bring Handle time to its target of 6.5 min, then ${RECORDS}.`,
    });
  });

  it('says everything that is wrong at once', () => {
    expect(assess([measured(aDefinition(), '7.95'), measured(aGuardrail({ direction: 'INCREASE' }), '3')]).reason).toBe(
      'Handle time is 7.95 min, 50.0 % of the way to its target of 6.5 min; Reopen rate is 3 %, under its limit of 4.0 %.',
    );
  });

  it('holds a KPI with a range to its range', () => {
    expect(assess([measured(aDefinition(aRange), '2')])).toMatchObject({
      status: 'MET',
      reason: 'Attained: Handle time within its range.',
    });
    expect(assess([measured(aDefinition(aRange), '4')])).toMatchObject({
      status: 'NOT_MET',
      reason: 'Handle time is 4 min, outside its range of 1 to 3 min.',
      remedy: `Bring Handle time back into its range of 1 to 3 min, then ${RECORDS}.`,
    });
  });

  it('is MISSING without a primary KPI; leading ones are not looked at', () => {
    const leading = aKpi('leading', aDefinition({ role: 'LEADING' }));
    expect(assess([leading, measured(aGuardrail(), '3')])).toMatchObject({
      status: 'MISSING',
      reason: 'No primary KPI is defined.',
      remedy: 'A program manager can define a primary KPI with baseline and target.',
    });
    expect(assess([good, leading]).status).toBe('MET');
  });

  it('is MISSING while a primary KPI or a guardrail was never measured, for nobody knows that it holds', () => {
    expect(assess([good, aKpi('guardrail', aGuardrail())])).toMatchObject({
      status: 'MISSING',
      reason: 'Reopen rate was never measured.',
      remedy: `Measure Reopen rate, then ${RECORDS}.`,
    });
  });

  it('is NOT_MET where a KPI can have no attainment', () => {
    expect(assess([measured(aDefinition({ baseline: null }), '6')])).toMatchObject({
      status: 'NOT_MET',
      reason: 'Handle time has no baseline, so it has no attainment.',
      remedy: 'A program manager can give Handle time a baseline and a target apart from it.',
    });
    expect(assess([measured(aDefinition({ target: decimal('9.4') }), '6')]).reason).toBe(
      'Handle time has a target equal to its baseline, so it has no attainment.',
    );
    expect(assess([measured(aDefinition({ target: null }), '6')])).toMatchObject({
      status: 'NOT_MET',
      reason: 'Handle time has no target.',
      remedy: 'A program manager can give Handle time a target.',
    });
  });

  it('takes measurements of at most 30 days ago, and is STALE on the day after', () => {
    expect(assess([measured(aDefinition(), '6.1', '2026-03-01')]).status).toBe('MET');
    expect(assess([measured(aDefinition(), '6.1', '2026-02-28')])).toMatchObject({
      status: 'STALE',
      blocks: true,
      reason: 'The latest measurement of Handle time is 31 days old, and at most 30 are allowed.',
      remedy: `Measure Handle time again, then ${RECORDS}.`,
    });
    expect(assess([measured(aDefinition(), '6.1', '2026-02-28')], { maxAgeDays: 31 }).status).toBe('MET');
  });

  it('is NOT_MET, and not STALE, where an old measurement was not good either', () => {
    expect(assess([measured(aDefinition(), '9', '2026-01-01')])).toMatchObject({ status: 'NOT_MET' });
    expect(assess([measured(aDefinition(), '6', '2026-01-01'), aKpi('g', aGuardrail())]).status).toBe('MISSING');
  });

  it('asks for a sample of enough size where that is set', () => {
    const settings = { minSample: 100 };
    expect(assess([measured(aDefinition(), '6.1', '2026-03-20', 100)], settings).status).toBe('MET');
    expect(assess([measured(aDefinition(), '6.1', '2026-03-20', 99)], settings)).toMatchObject({
      status: 'NOT_MET',
      reason: 'The latest measurement of Handle time has a sample of 99, and at least 100 is asked for.',
      remedy: `Measure Handle time on a sample of at least 100, then ${RECORDS}.`,
    });
    expect(assess([good], settings).reason).toBe(
      'The latest measurement of Handle time has no sample size, and at least 100 is asked for.',
    );
  });
});
