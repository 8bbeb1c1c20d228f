import { describe, expect, it } from '@jest/globals';
import { aStay, foundBy } from '../../../../test/support/finding-facts.js';
import { aDefinition, aKpi, day, noon } from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import type { KpiRole } from '../../kpis/kpi.js';
import { baselineAfterPilot } from './baseline-after-pilot.js';

const found = foundBy(baselineAfterPilot);
const measuredOn = (on: string, other: { role?: KpiRole; version?: number; recordedOn?: string } = {}) =>
  aDefinition({
    baseline: { value: decimal('9.4'), measuredOn: day(on), sampleSize: null },
    role: other.role ?? 'PRIMARY',
    version: other.version ?? 1,
    recordedAt: noon(other.recordedOn ?? '2026-01-01'),
  });
const stays = [aStay('poc', '2026-01-10', '2026-04-01'), aStay('pilot', '2026-04-01')];

describe('BASELINE_AFTER_PILOT', () => {
  it('is found of a baseline of the very day the pilot began', () => {
    expect(found({ stays, kpis: [aKpi('k', measuredOn('2026-04-01'))] })).toEqual([
      {
        code: 'BASELINE_AFTER_PILOT',
        subject: '',
        level: 'WARNING',
        since: noon('2026-04-01'),
        message:
          'The pilot began on 2026-04-01, and what it is compared with was measured no sooner: the baseline of Handle time on 2026-04-01.',
        facts: {
          pilotEnteredOn: '2026-04-01',
          primaries: [{ name: 'Handle time', baseline: '9.4', measuredOn: '2026-04-01' }],
        },
      },
    ]);
  });

  it('is just not found of one of the day before, of other roles, without a baseline, or before any pilot', () => {
    expect(found({ stays, kpis: [aKpi('k', measuredOn('2026-03-31'))] })).toEqual([]);
    expect(found({ stays, kpis: [aKpi('k', measuredOn('2026-04-01', { role: 'LEADING' }))] })).toEqual([]);
    expect(found({ stays, kpis: [aKpi('k', aDefinition({ baseline: null }))] })).toEqual([]);
    expect(found({ stays: stays.slice(0, 1), kpis: [aKpi('k', measuredOn('2026-04-01'))] })).toEqual([]);
    const production = [aStay('scale', '2026-04-01')];
    expect(found({ stays: production, kpis: [aKpi('k', measuredOn('2026-05-01'))] })).toEqual([]);
  });

  it('goes by the first pilot, wherever it stands now', () => {
    const back = [
      ...stays.slice(0, 1),
      aStay('pilot', '2026-04-01', '2026-05-01'),
      aStay('poc', '2026-05-01', '2026-06-01'),
      aStay('pilot', '2026-06-01'),
    ];
    expect(found({ stays: back, kpis: [aKpi('k', measuredOn('2026-04-15'))], at: noon('2026-05-15') })).toMatchObject([
      { facts: { pilotEnteredOn: '2026-04-01' } },
    ]);
  });

  it('clears when the baseline is revised to one from before, and holds since it was stated late', () => {
    const kpi = {
      ...aKpi('k', measuredOn('2026-03-01')),
      definitions: [
        measuredOn('2026-03-01'),
        measuredOn('2026-05-01', { version: 2, recordedOn: '2026-05-10' }),
        measuredOn('2026-03-15', { version: 3, recordedOn: '2026-06-01' }),
      ],
    };
    expect(found({ stays, kpis: [kpi], at: noon('2026-05-20') })).toMatchObject([{ since: noon('2026-05-10') }]);
    expect(found({ stays, kpis: [kpi] })).toEqual([]);
  });

  it('goes by the stays as they were recorded by then', () => {
    const redated = [
      aStay('pilot', '2026-04-01', null, { supersededAt: noon('2026-07-01') }),
      aStay('pilot', '2026-06-01', null, { recordedAt: noon('2026-07-01') }),
    ];
    const kpis = [aKpi('k', measuredOn('2026-05-01'))];
    expect(found({ stays: redated, kpis, at: noon('2026-06-30') })).toHaveLength(1);
    expect(found({ stays: redated, kpis, at: noon('2026-07-01') })).toEqual([]);
  });
});
