import { describe, expect, it } from '@jest/globals';
import { aStay, foundBy } from '../../../../test/support/finding-facts.js';
import { aDefinition, aGuardrail, aKpi, noon } from '../../../../test/support/gate-facts.js';
import type { KpiClass, KpiFacts } from '../../kpis/kpi.js';
import { modelMetricOnly } from './model-metric-only.js';
import { noGuardrail } from './no-guardrail.js';
import { vanityMetric } from './vanity-metric.js';

const of = (kpiClass: KpiClass, on = '2026-01-01', version = 1) =>
  aDefinition({ class: kpiClass, name: kpiClass, recordedAt: noon(on), version });
const revised = (id: string, ...classes: readonly (readonly [KpiClass, string])[]): KpiFacts => ({
  id,
  definitions: classes.map(([kpiClass, on], index) => of(kpiClass, on, index + 1)),
  measurements: [],
});

describe.each([
  [
    'MODEL_METRIC_ONLY',
    modelMetricOnly,
    'MODEL',
    'Success is measured on the model alone, by MODEL: no primary KPI says what the business gets of it.',
  ],
  [
    'VANITY_METRIC',
    vanityMetric,
    'USAGE',
    'Success is measured on use alone, by USAGE: no primary KPI says what the use is worth.',
  ],
] as const)('%s', (code, rule, kpiClass, message) => {
  const found = foundBy(rule);

  it('is found where every primary KPI is of the class', () => {
    expect(found({ kpis: [aKpi('k', of(kpiClass)), aKpi('g', aGuardrail())] })).toEqual([
      {
        code,
        subject: '',
        level: 'WARNING',
        since: noon('2026-01-01'),
        message,
        facts: { primaries: [{ name: kpiClass, class: kpiClass }] },
      },
    ]);
  });

  it('is just not found with one primary KPI of another class, or with none at all', () => {
    expect(found({ kpis: [aKpi('k', of(kpiClass)), aKpi('b', of('COST'))] })).toEqual([]);
    expect(found({ kpis: [aKpi('k', aDefinition({ class: kpiClass, role: 'LEADING' }))] })).toEqual([]);
    expect(found({ kpis: [] })).toEqual([]);
  });

  it('clears when one becomes of another class, and comes back since it is so again', () => {
    const kpi = revised('k', [kpiClass, '2026-01-01'], ['BUSINESS', '2026-03-01'], [kpiClass, '2026-05-01']);
    expect(found({ kpis: [kpi], at: noon('2026-02-28') })).toMatchObject([{ since: noon('2026-01-01') }]);
    expect(found({ kpis: [kpi], at: noon('2026-03-01') })).toEqual([]);
    expect(found({ kpis: [kpi] })).toMatchObject([{ since: noon('2026-05-01') }]);
  });

  it('goes on where another one of the class is added or revised', () => {
    const kpis = [
      revised('k', [kpiClass, '2026-01-01'], [kpiClass, '2026-03-01']),
      revised('l', [kpiClass, '2026-04-01']),
    ];
    expect(found({ kpis })).toMatchObject([{ since: noon('2026-01-01') }]);
  });
});

describe('NO_GUARDRAIL', () => {
  const found = foundBy(noGuardrail);
  const primary = aKpi('k', aDefinition());

  it('is found of a primary KPI alone, and is a warning from category POC on', () => {
    expect(found({ kpis: [primary], stays: [aStay('poc', '2026-02-01')] })).toEqual([
      {
        code: 'NO_GUARDRAIL',
        subject: '',
        level: 'WARNING',
        since: noon('2026-01-01'),
        message: 'Handle time is to get better, and no guardrail says what must not get worse for it.',
        facts: { primaries: [{ name: 'Handle time', class: 'BUSINESS' }] },
      },
    ]);
    const stays = [aStay('discovery', '2026-01-01', '2026-08-01'), aStay('poc', '2026-08-01')];
    expect(found({ kpis: [primary], stays })).toMatchObject([{ level: 'WARNING' }]);
    expect(found({ kpis: [primary], stays, at: noon('2026-07-31') })).toMatchObject([{ level: 'INFO' }]);
    expect(found({ kpis: [primary], stays: [] })).toMatchObject([{ level: 'INFO' }]);
  });

  it('is just not found without a primary KPI', () => {
    expect(found({ kpis: [aKpi('k', aDefinition({ role: 'LEADING' }))], stays: [aStay('poc', '2026-02-01')] })).toEqual(
      [],
    );
  });

  it('clears with the first guardrail, and comes back when it is none any more', () => {
    const guardrail: KpiFacts = {
      id: 'g',
      definitions: [
        aGuardrail({ recordedAt: noon('2026-03-01') }),
        aGuardrail({ version: 2, role: 'LEADING', recordedAt: noon('2026-05-01') }),
      ],
      measurements: [],
    };
    expect(found({ kpis: [primary, guardrail], at: noon('2026-03-01') })).toEqual([]);
    expect(found({ kpis: [primary, guardrail] })).toMatchObject([{ since: noon('2026-05-01') }]);
  });
});
