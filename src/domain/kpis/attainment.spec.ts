import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDefinition, aGuardrail, aKpi, aMeasurement, day, noon } from '../../../test/support/gate-facts.js';
import { add, decimal, HUNDRED, type Decimal } from '../basics/decimal.js';
import { compareRatio } from '../basics/ratio.js';
import { attainmentOf, attainmentPercent, definitionAt, isBreached, latestMeasurement } from './attainment.js';
import type { KpiBaseline, KpiDefinition } from './kpi.js';

const baseline = (value: string): KpiBaseline => ({
  value: decimal(value),
  measuredOn: day('2025-12-01'),
  sampleSize: null,
});
const on = '2026-03-01';
const at = (value: string) => aMeasurement(value, on);

describe('the definition in force', () => {
  const first = aDefinition({ version: 1, recordedAt: noon('2026-01-10') });
  const second = aDefinition({ version: 2, recordedAt: noon('2026-02-10') });
  const kpi = { id: 'k', definitions: [first, second], measurements: [] };

  it('is the newest one recorded by the instant, the very instant included', () => {
    expect(definitionAt(kpi, noon('2026-02-09'))).toBe(first);
    expect(definitionAt(kpi, noon('2026-02-10'))).toBe(second);
  });

  it('is none before the first was recorded', () => {
    expect(definitionAt(kpi, noon('2026-01-09'))).toBeNull();
  });
});

describe('the latest measurement', () => {
  it('is the one measured last, in whatever order they were recorded', () => {
    const march = aMeasurement('6.1', '2026-03-01');
    const late = aMeasurement('7.0', '2026-02-01', { recordedAt: noon('2026-03-05') });
    expect(latestMeasurement(aKpi('k', aDefinition(), march, late), noon('2026-04-01'))).toBe(march);
    expect(latestMeasurement(aKpi('k', aDefinition(), late, march), noon('2026-04-01'))).toBe(march);
  });

  it('is the one recorded later of two measured on one day', () => {
    const typo = aMeasurement('61', '2026-03-01');
    const corrected = aMeasurement('6.1', '2026-03-01', { recordedAt: noon('2026-03-02') });
    expect(latestMeasurement(aKpi('k', aDefinition(), corrected, typo), noon('2026-04-01'))).toBe(corrected);
    expect(latestMeasurement(aKpi('k', aDefinition(), typo, corrected), noon('2026-04-01'))).toBe(corrected);
  });

  it('is the one that stands last of two recorded at once for one day', () => {
    const first = aMeasurement('6.1', '2026-03-01', { source: 'telephony' });
    const second = aMeasurement('6.3', '2026-03-01', { source: 'survey' });
    expect(latestMeasurement(aKpi('k', aDefinition(), first, second), noon('2026-04-01'))).toBe(second);
    expect(latestMeasurement(aKpi('k', aDefinition(), second, first), noon('2026-04-01'))).toBe(first);
  });

  it('leaves out what was recorded after the instant', () => {
    const kpi = aKpi('k', aDefinition(), aMeasurement('6.1', '2026-03-01', { recordedAt: noon('2026-03-05') }));
    expect(latestMeasurement(kpi, noon('2026-03-04'))).toBeNull();
    expect(latestMeasurement(kpi, noon('2026-03-05'))?.value).toBe('6.1');
  });
});

describe('attainment', () => {
  it('of 9.4 to 6.5 with 6.1 measured is 113.8 percent (story 1)', () => {
    expect(attainmentPercent(aDefinition(), at('6.1'))).toBe('113.8');
  });

  it.each([
    ['9.4', '0.0'],
    ['6.5', '100.0'],
    ['10.85', '-50.0'],
    ['7.95', '50.0'],
  ])('of 9.4 to 6.5 with %s measured is %s percent', (value, percent) => {
    expect(attainmentPercent(aDefinition(), at(value))).toBe(percent);
  });

  it('rounds a half up, and only when it is shown', () => {
    const definition = aDefinition({ direction: 'INCREASE', baseline: baseline('0'), target: decimal('2000') });
    expect(attainmentPercent(definition, at('1999'))).toBe('100.0');
    const attainment = attainmentOf(definition, at('1999'));
    expect(attainment && compareRatio(attainment.numerator, attainment.denominator, HUNDRED, decimal('1'))).toBe(-1);
  });

  it.each<[string, KpiDefinition]>([
    ['for a guardrail', aGuardrail({ baseline: baseline('3') })],
    ['for a range', aDefinition({ direction: 'RANGE' })],
    ['without a baseline', aDefinition({ baseline: null })],
    ['without a target', aDefinition({ target: null })],
    ['where the target is the baseline', aDefinition({ target: decimal('9.40') })],
  ])('is none %s', (_, definition) => {
    expect(attainmentOf(definition, at('6.1'))).toBeNull();
    expect(attainmentPercent(definition, at('6.1'))).toBeNull();
  });

  it('is none without a measurement', () => {
    expect(attainmentPercent(aDefinition(), null)).toBeNull();
  });

  it('is 0 at the baseline and 100 at the target, and does not change when all three move by the same', () => {
    const value = fc.integer({ min: -100_000, max: 100_000 }).map((tenths) => decimal((tenths / 10).toFixed(1)));
    fc.assert(
      fc.property(value, value, value, value, (from, to, latest, shift) => {
        fc.pre(from !== to);
        const of = (a: Decimal, b: Decimal, c: Decimal): Decimal | null =>
          attainmentPercent(aDefinition({ baseline: baseline(a), target: b }), at(c));
        expect(of(from, to, from)).toBe('0.0');
        expect(of(from, to, to)).toBe('100.0');
        expect(of(add(from, shift), add(to, shift), add(latest, shift))).toBe(of(from, to, latest));
      }),
    );
  });
});

describe('a breach', () => {
  const low = decimal('2');
  const high = decimal('4');
  const range: Partial<KpiDefinition> = { direction: 'RANGE', target: null, rangeLow: low, rangeHigh: high };

  it.each<[string, KpiDefinition, string, boolean]>([
    ['a guardrail to decrease over its limit', aGuardrail(), '5.2', true],
    ['a guardrail to decrease on its limit', aGuardrail(), '4.00', false],
    ['a guardrail to increase under its limit', aGuardrail({ direction: 'INCREASE' }), '3.9', true],
    ['a guardrail to increase on its limit', aGuardrail({ direction: 'INCREASE' }), '4', false],
    ['a guardrail without a limit', aGuardrail({ target: null }), '99', false],
    ['a guardrail over its range', aGuardrail(range), '4.1', true],
    ['a guardrail under its range', aGuardrail(range), '1.9', true],
    ['a guardrail at the end of its range', aGuardrail(range), '4', false],
    ['a primary KPI outside its range', aDefinition(range), '4.1', true],
    ['a primary KPI within its range', aDefinition(range), '3', false],
    ['a range without ends', aDefinition({ ...range, rangeLow: null, rangeHigh: null }), '99', false],
    ['a primary KPI short of its target', aDefinition(), '9', false],
  ])('of %s is told', (_, definition, value, breached) => {
    expect(isBreached(definition, at(value))).toBe(breached);
  });

  it('is not told of what was never measured', () => {
    expect(isBreached(aGuardrail(), null)).toBe(false);
  });
});
