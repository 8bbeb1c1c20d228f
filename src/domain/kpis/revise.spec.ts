import { describe, expect, it } from '@jest/globals';
import { aDefinition, day } from '../../../test/support/gate-facts.js';
import { decimal } from '../basics/decimal.js';
import { baselineIn, changesOf, checkRevision, termsOf, type KpiTerms } from './revise.js';

const before: KpiTerms = termsOf(aDefinition());
const asked = { reason: 'The pilot is smaller', isMeasured: false };

describe('the terms of a KPI', () => {
  it('are its definition in the form it is stated in', () => {
    expect(before).toEqual({
      ...{ name: 'Handle time', unit: 'min', role: 'PRIMARY', class: 'BUSINESS', direction: 'DECREASE' },
      ...{ dataSource: 'telephony', ownerId: 'owner', baselineValue: '9.4', baselineMeasuredOn: '2025-12-01' },
      ...{ baselineSampleSize: 2140, target: '6.5', rangeLow: null, rangeHigh: null, targetDate: '2026-12-31' },
    });
    expect(termsOf(aDefinition({ baseline: null }))).toMatchObject({
      ...{ baselineValue: null, baselineMeasuredOn: null, baselineSampleSize: null },
    });
  });

  it('give the baseline back, or none', () => {
    expect(baselineIn(before)).toEqual(aDefinition().baseline);
    expect(baselineIn({ ...before, baselineValue: null })).toBeNull();
    expect(baselineIn({ ...before, baselineMeasuredOn: null })).toBeNull();
  });
});

describe('what a revision changes', () => {
  it('is named, before and after', () => {
    const after = { ...before, target: decimal('7'), baselineMeasuredOn: day('2025-12-02'), ownerId: 'another' };
    expect(changesOf(before, after)).toEqual({
      target: { from: '6.5', to: '7' },
      baselineMeasuredOn: { from: '2025-12-01', to: '2025-12-02' },
      ownerId: { from: 'owner', to: 'another' },
    });
  });

  it('is nothing where a number is only written otherwise', () => {
    expect(changesOf(before, { ...before, target: decimal('6.50'), baselineValue: decimal('9.400') })).toEqual({});
    const range = { ...before, rangeLow: decimal('2'), rangeHigh: decimal('4') };
    expect(changesOf(range, { ...range, rangeLow: decimal('2.0'), rangeHigh: decimal('4.00') })).toEqual({});
  });

  it('is a number that comes or goes', () => {
    expect(changesOf(before, { ...before, target: null, rangeLow: decimal('1') })).toEqual({
      target: { from: '6.5', to: null },
      rangeLow: { from: null, to: '1' },
    });
  });
});

describe('a revision', () => {
  it('may change everything but the unit once the KPI was measured, role and direction too', () => {
    const after: KpiTerms = { ...before, role: 'GUARDRAIL', direction: 'INCREASE', target: decimal('12') };
    expect(checkRevision(before, after, { ...asked, isMeasured: true })).toEqual([]);
    expect(checkRevision(before, { ...before, unit: 's' }, asked)).toEqual([]);
    expect(checkRevision(before, { ...before, unit: 's' }, { ...asked, isMeasured: true })).toEqual([
      {
        code: 'INVALID',
        message:
          'Handle time was measured in "min" already, and those values would be read as "s"; define another KPI for the other unit.',
        field: ['input', 'unit'],
      },
    ]);
  });

  it('changes something, and says why: all that is wrong at once', () => {
    expect(checkRevision(before, before, { ...asked, reason: '  ' })).toEqual([
      { code: 'INVALID', message: 'reason must hold 1 to 4000 characters that can be seen.', field: ['reason'] },
      {
        code: 'INVALID',
        message: 'This says what the KPI says already; a revision changes at least one of its values.',
        field: ['input'],
      },
    ]);
  });
});
