import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDefinition, day, noon } from '../../../test/support/gate-facts.js';
import { decimal } from '../basics/decimal.js';
import { instantOf, type Instant } from '../basics/instant.js';
import { baselineFrozenAt, hasSameBaseline, isAfterFreeze } from './freeze.js';
import type { KpiDefinition } from './kpi.js';

const FREEZE = noon('2026-05-01');

const baseline = (value: string) => ({ value: decimal(value), measuredOn: day('2026-01-15'), sampleSize: 100 });

/** Versions as they were recorded: the day, and the baseline. */
const versions = (...stated: readonly (readonly [on: string, value: string | null])[]): readonly KpiDefinition[] =>
  stated.map(([on, value], position) =>
    aDefinition({
      version: position + 1,
      recordedAt: noon(on),
      baseline: value === null ? null : baseline(value),
    }),
  );

const frozenAt = (all: readonly KpiDefinition[], freeze: Instant | null = FREEZE) =>
  all.map((definition) => baselineFrozenAt(all, definition, freeze));

describe('a baseline', () => {
  it('is not frozen while no stage of category POC was left', () => {
    expect(frozenAt(versions(['2026-02-01', '9.4'], ['2026-03-01', '9.5']), null)).toEqual([null, null]);
  });

  it('is frozen by the decision, where it was stated before it', () => {
    expect(frozenAt(versions(['2026-02-01', '9.4']))).toEqual([FREEZE]);
  });

  it('stays frozen since then when later versions carry it on', () => {
    expect(frozenAt(versions(['2026-02-01', '9.4'], ['2026-03-01', '9.40'], ['2026-06-01', '9.4']))).toEqual([
      FREEZE,
      FREEZE,
      FREEZE,
    ]);
  });

  it('is frozen since it was recorded, where it was stated or changed after the freeze', () => {
    expect(frozenAt(versions(['2026-02-01', null], ['2026-06-01', '9.4']))).toEqual([null, noon('2026-06-01')]);
    expect(frozenAt(versions(['2026-02-01', '9.4'], ['2026-06-01', '12'], ['2026-07-01', '12']))).toEqual([
      FREEZE,
      noon('2026-06-01'),
      noon('2026-06-01'),
    ]);
  });

  it('counts as changed again where it went back to an earlier value', () => {
    expect(frozenAt(versions(['2026-02-01', '9.4'], ['2026-06-01', '12'], ['2026-07-01', '9.4']))).toEqual([
      FREEZE,
      noon('2026-06-01'),
      noon('2026-07-01'),
    ]);
  });

  it('never froze where another one had replaced it before the freeze', () => {
    expect(frozenAt(versions(['2026-02-01', '9.4'], ['2026-03-01', '9.5'], ['2026-04-01', null]))).toEqual([
      null,
      null,
      null,
    ]);
    expect(frozenAt(versions(['2026-02-01', '9.4'], ['2026-03-01', '9.5']))).toEqual([null, FREEZE]);
    expect(frozenAt(versions(['2026-02-01', '9.4'], ['2026-05-01', '9.5']))).toEqual([null, FREEZE]);
  });

  it('is another one with another value, day, sample or unit, and none is the same as none', () => {
    const one = aDefinition({ unit: 'min', baseline: baseline('9.4') });
    expect(hasSameBaseline(one, { ...one, baseline: baseline('9.400') })).toBe(true);
    expect(hasSameBaseline(one, { ...one, baseline: baseline('9.41') })).toBe(false);
    expect(hasSameBaseline(one, { ...one, baseline: { ...baseline('9.4'), measuredOn: day('2026-01-16') } })).toBe(
      false,
    );
    expect(hasSameBaseline(one, { ...one, baseline: { ...baseline('9.4'), sampleSize: null } })).toBe(false);
    expect(hasSameBaseline(one, { ...one, unit: 's' })).toBe(false);
    expect(hasSameBaseline(one, { ...one, baseline: null })).toBe(false);
    expect(hasSameBaseline({ ...one, baseline: null }, one)).toBe(false);
    expect(hasSameBaseline({ unit: 'min', baseline: null }, { unit: 's', baseline: null })).toBe(true);
  });

  it('once frozen keeps its date whatever is revised later, and no date is before the freeze', () => {
    const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(null, '1', '2')), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 60 }), (steps, freezeHour) => {
        let hour = 0;
        const all = steps.map(([after, value], position) => {
          hour += after;
          return aDefinition({
            version: position + 1,
            recordedAt: instantOf(hour * 3_600_000),
            baseline: value === null ? null : baseline(value),
          });
        });
        const freeze = instantOf(freezeHour * 3_600_000);
        const before = all.slice(0, -1);
        for (const definition of before) {
          const was = baselineFrozenAt(before, definition, freeze);
          const isLastBeforeFreeze = (all.at(-1)?.recordedAt ?? freeze) <= freeze;
          if (!isLastBeforeFreeze) {
            expect(baselineFrozenAt(all, definition, freeze)).toBe(was);
          }
          expect(was === null || was >= freeze).toBe(true);
        }
        const inForce = all.findLast(({ recordedAt }) => recordedAt <= freeze);
        if (inForce?.baseline) {
          expect(baselineFrozenAt(all, inForce, freeze)).toBe(freeze);
        }
      }),
    );
  });
});

describe('a version', () => {
  it('is after the freeze when it was recorded later than the decision', () => {
    expect(isAfterFreeze({ recordedAt: FREEZE }, FREEZE)).toBe(false);
    expect(isAfterFreeze({ recordedAt: noon('2026-05-02') }, FREEZE)).toBe(true);
    expect(isAfterFreeze({ recordedAt: noon('2026-05-02') }, null)).toBe(false);
  });
});
