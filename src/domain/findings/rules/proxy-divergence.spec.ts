import { describe, expect, it } from '@jest/globals';
import { foundBy } from '../../../../test/support/finding-facts.js';
import { aDefinition, aKpi, aMeasurement, day, noon } from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import type { KpiDefinition, KpiFacts } from '../../kpis/kpi.js';
import { proxyDivergence } from './proxy-divergence.js';

const found = foundBy(proxyDivergence);
type Measured = readonly [value: string, on: string];
const measured = (values: readonly Measured[]) => values.map(([value, on]) => aMeasurement(value, on));

const auc = (values: readonly Measured[], other: Partial<KpiDefinition> = {}): KpiFacts =>
  aKpi(
    'a',
    aDefinition({
      name: 'AUC',
      unit: '',
      role: 'LEADING',
      class: 'MODEL',
      direction: 'INCREASE',
      target: decimal('0.9'),
      baseline: null,
      ...other,
    }),
    ...measured(values),
  );
const time = (values: readonly Measured[], other: Partial<KpiDefinition> = {}): KpiFacts =>
  aKpi('t', aDefinition({ direction: 'DECREASE', ...other }), ...measured(values));

const FOUR: readonly Measured[] = [
  ['0.70', '2026-04-01'],
  ['0.72', '2026-05-01'],
  ['0.75', '2026-06-01'],
  ['0.80', '2026-07-01'],
];
const FLAT: readonly Measured[] = [
  ['9.0', '2026-04-01'],
  ['9.0', '2026-06-15'],
];

describe('PROXY_DIVERGENCE', () => {
  it('is found of a model that is better three times in a row while the primary KPI is not', () => {
    expect(found({ kpis: [auc(FOUR), time(FLAT)] })).toEqual([
      {
        code: 'PROXY_DIVERGENCE',
        subject: '',
        level: 'WARNING',
        since: noon('2026-07-01'),
        message:
          'The model gets better, and what it is for does not: AUC went from 0.70 to 0.80 in three measurements, while Handle time went from 9.0 min to 9.0 min.',
        facts: {
          divergences: [
            {
              model: { name: 'AUC', unit: '', from: '0.70', fromOn: '2026-04-01', to: '0.80', toOn: '2026-07-01' },
              primaries: [
                { name: 'Handle time', unit: 'min', from: '9.0', fromOn: '2026-04-01', to: '9.0', toOn: '2026-06-15' },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('is just not found after two, nor where one of the three is only as good as before', () => {
    expect(found({ kpis: [auc(FOUR), time(FLAT)], at: noon('2026-06-30') })).toEqual([]);
    expect(found({ kpis: [auc(FOUR.slice(1)), time(FLAT)] })).toEqual([]);
    const same = FOUR.map(([value, on]): Measured => [on === '2026-06-01' ? '0.72' : value, on]);
    expect(found({ kpis: [auc(same), time(FLAT)] })).toEqual([]);
  });

  it('takes the baseline for what was before the first measurement', () => {
    const baseline = { value: decimal('0.7'), measuredOn: day('2026-04-15'), sampleSize: null };
    expect(found({ kpis: [auc(FOUR.slice(1), { baseline }), time(FLAT)] })).toHaveLength(1);
    // The primary one against its own: 9.4, and 9.0 is better.
    expect(found({ kpis: [auc(FOUR), time(FLAT.slice(1))] })).toEqual([]);
    expect(found({ kpis: [auc(FOUR), time([['9.4', '2026-06-15']])] })).toHaveLength(1);
    expect(found({ kpis: [auc(FOUR), time([['9.4', '2026-06-15']], { baseline: null })] })).toEqual([]);
  });

  it('says nothing of a model that was never measured', () => {
    expect(found({ kpis: [auc([]), time(FLAT)] })).toEqual([]);
  });

  it('says nothing where no primary KPI was measured meanwhile, or the only one is the model itself', () => {
    expect(found({ kpis: [auc(FOUR), time(FLAT.slice(0, 1))] })).toEqual([]);
    expect(found({ kpis: [auc(FOUR, { role: 'PRIMARY' })] })).toEqual([]);
    expect(found({ kpis: [auc(FOUR), time(FLAT, { role: 'LEADING' })] })).toEqual([]);
    expect(found({ kpis: [auc(FOUR, { class: 'USAGE' }), time(FLAT)] })).toEqual([]);
  });

  it('clears when the primary KPI gets better, and when the model does not go on', () => {
    const better = time([...FLAT, ['8.9', '2026-07-02']]);
    expect(found({ kpis: [auc(FOUR), better], at: noon('2026-07-01') })).toHaveLength(1);
    expect(found({ kpis: [auc(FOUR), better] })).toEqual([]);
    expect(found({ kpis: [auc([...FOUR, ['0.79', '2026-07-02']]), time(FLAT)] })).toEqual([]);
  });

  it('is not found where one of two primary KPIs gets better', () => {
    const other = {
      ...time([
        ['9.0', '2026-04-01'],
        ['8.0', '2026-06-15'],
      ]),
      id: 'u',
    };
    expect(found({ kpis: [auc(FOUR), time(FLAT), other] })).toEqual([]);
  });

  it('takes what is nearer to its range for better', () => {
    const range = { direction: 'RANGE', target: null, rangeLow: decimal('2'), rangeHigh: decimal('4') } as const;
    const nearer = auc(
      [
        ['7', '2026-04-01'],
        ['6', '2026-05-01'],
        ['1', '2026-06-01'],
        ['3', '2026-07-01'],
      ],
      range,
    );
    const kpis = [
      nearer,
      time(
        [
          ['0', '2026-04-01'],
          ['6', '2026-06-15'],
        ],
        range,
      ),
    ];
    expect(found({ kpis })).toHaveLength(1);
    expect(
      found({
        kpis: [
          nearer,
          time(
            [
              ['0', '2026-04-01'],
              ['5', '2026-06-15'],
            ],
            range,
          ),
        ],
      }),
    ).toEqual([]);
    const open = { ...range, rangeLow: null, rangeHigh: null };
    expect(found({ kpis: [auc(FOUR, open), time(FLAT)] })).toEqual([]);
  });

  it('counts a day once, by what was recorded last of it', () => {
    const corrected = auc(FOUR);
    const kpis = [
      {
        ...corrected,
        measurements: [
          aMeasurement('0.60', '2026-06-01', { recordedAt: noon('2026-07-05') }),
          ...corrected.measurements,
        ],
      },
      time(FLAT),
    ];
    expect(found({ kpis, at: noon('2026-07-04') })).toHaveLength(1);
    expect(found({ kpis })).toEqual([]);
  });
});
