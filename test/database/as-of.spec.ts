import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { GateReadinessQuery } from '../../src/modules/gates/queries/gate-readiness.js';
import { DefineKpi, type KpiRequest } from '../../src/modules/kpis/commands/define-kpi.js';
import { asOfBench, made, type AsOfBench } from '../support/as-of-bench.js';

const instant = (text: string): Instant => text as Instant;

const HANDLE_TIME: KpiRequest = {
  name: 'Handle time',
  unit: 'min',
  role: 'PRIMARY',
  class: 'BUSINESS',
  direction: 'DECREASE',
  dataSource: 'Telephony',
  baselineValue: decimal('9.4'),
  baselineMeasuredOn: '2026-01-15' as CalendarDate,
  baselineSampleSize: null,
  target: decimal('6.5'),
  rangeLow: null,
  rangeHigh: null,
  targetDate: '2026-12-31' as CalendarDate,
  ownerId: null,
};
const REOPEN_RATE: KpiRequest = {
  ...HANDLE_TIME,
  name: 'Reopen rate',
  role: 'GUARDRAIL',
  baselineValue: null,
  baselineMeasuredOn: null,
  target: decimal('4'),
  targetDate: null,
};

describe('readiness as of a past instant', () => {
  let bench: AsOfBench;

  beforeAll(async () => {
    bench = await asOfBench();
  });
  afterAll(() => bench.close());

  it('goes by the pilot that was known then, whatever an import has dated anew since', async () => {
    await bench.importRow('SNOW-1', DEFAULT_TEMPLATE.key, [['pilot', '2026-01-10T00:00:00.000Z']]);
    const [{ id }] = (await bench.rows<{ id: string }>("SELECT id FROM initiative WHERE external_ref = 'SNOW-1'")) as [
      { id: string },
    ];
    for (const kpi of [HANDLE_TIME, REOPEN_RATE]) {
      made(await bench.context.get(DefineKpi).run(bench.people.manager, id, kpi));
    }
    const gate = { initiativeId: id, definition: DEFAULT_TEMPLATE.stages[2]!.exitGate! };
    const contractAsOf = async (asOf: string | null) => {
      const { assessments } = await bench.context.get(GateReadinessQuery).readiness({}, gate, asOf as Instant | null);
      return assessments.find(({ criterion }) => criterion.key === 'kpi-contract')!.status;
    };
    bench.clock.set(instant('2026-03-10T12:00:00.000Z'));
    expect(await contractAsOf(null)).toBe('NOT_MET');

    bench.clock.set(instant('2026-03-20T12:00:00.000Z'));
    await bench.importRow('SNOW-1', DEFAULT_TEMPLATE.key, [['pilot', '2026-02-01T00:00:00.000Z']]);
    expect(await contractAsOf(null)).toBe('MET');
    expect(await contractAsOf('2026-03-10T12:00:00.000Z')).toBe('NOT_MET');
    expect(await contractAsOf('2026-03-20T11:59:59.999Z')).toBe('NOT_MET');
    expect(await contractAsOf('2026-03-20T12:00:00.000Z')).toBe('MET');
  });
});
