import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { GateReadinessQuery } from '../../src/modules/gates/queries/gate-readiness.js';
import { GatesInForce } from '../../src/modules/gates/queries/gates-in-force.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { DefineKpi, type KpiRequest } from '../../src/modules/kpis/commands/define-kpi.js';
import { checkClocks } from '../support/clock-faults.js';
import { asOfBench, BEGINNING, made, type AsOfBench } from '../support/as-of-bench.js';
import { A_FULL_HISTORY, newWorld, step, take, VERB_NAMES, type Step, type World } from '../support/as-of-verbs.js';
import { liveHistories } from '../support/histories.js';

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

  /** Every gate of the template in force at an instant, or now, and what each of its criteria says. */
  const answers = async ({ initiativeId }: World, asOf: Instant | null) => {
    const scope = {};
    const [initiative] = await bench.context.get(Initiatives).byIds([initiativeId]);
    const gates = await bench.context.get(GatesInForce).ofInitiative(scope, initiative!, asOf);
    return Promise.all(
      gates.map(async (gate) => ({
        asks: gate.definition,
        says: await bench.context.get(GateReadinessQuery).readiness(scope, gate, null),
      })),
    );
  };
  type Answers = Awaited<ReturnType<typeof answers>>;

  /** What the gates of today answer about an instant, by their keys. */
  const answersOfToday = async ({ initiativeId }: World, asOf: Instant) => {
    const scope = {};
    const [initiative] = await bench.context.get(Initiatives).byIds([initiativeId]);
    const gates = await bench.context.get(GatesInForce).ofInitiative(scope, initiative!, null);
    return Promise.all(
      gates.map(
        async (gate) =>
          [gate.definition.key, await bench.context.get(GateReadinessQuery).readiness(scope, gate, asOf)] as const,
      ),
    );
  };

  const later = (hours: number): void => {
    bench.clock.set(instantOf(millisecondsOf(bench.clock.now()) + hours * 3_600_000));
  };

  /** Lives a history, asking after every step and again before the next one; then asks about every one of those instants. */
  const live = async (steps: readonly Step[]) => {
    bench.clock.set(BEGINNING);
    const world = await newWorld(bench);
    const asked = new Map<Instant, Answers>();
    const ask = async (): Promise<void> => {
      asked.set(bench.clock.now(), await answers(world, null));
    };
    const accepted: string[] = [];
    await ask();
    for (const each of steps) {
      later(each.hours / 2);
      await ask();
      later(each.hours / 2);
      if (await take(world, each)) {
        accepted.push(each.verb);
      }
      await ask();
    }
    later(5_000);
    for (const [at, then] of asked) {
      expect({ at, answers: await answers(world, at) }).toEqual({ at, answers: then });
      const known = new Map(then.map(({ asks, says }) => [asks.key, says]));
      for (const [key, says] of await answersOfToday(world, at)) {
        expect({ at, key, says: known.has(key) ? says : null }).toEqual({ at, key, says: known.get(key) ?? null });
      }
    }
    return { accepted, asked: [...asked.values()] };
  };

  it('is what was said then, after every command there is and moves to other versions of the template', async () => {
    const { accepted, asked } = await live(A_FULL_HISTORY);
    expect(new Set(accepted)).toEqual(new Set(VERB_NAMES));
    const said = asked.flat().flatMap(({ says }) => says.assessments.map(({ status }) => status));
    expect([...new Set(said)].sort()).toEqual([
      'MET',
      'MISSING',
      'NOT_APPLICABLE',
      'NOT_MET',
      'STALE',
      'SUBMITTED',
      'WAIVED',
    ]);
  });

  it('is what was said then, in any history', async () => {
    await liveHistories('Histories', step, async (steps) => (await live(steps)).accepted, {
      minLength: 20,
      maxLength: 45,
      numRuns: 10,
      interruptAfterTimeLimit: 100_000,
    });
  }, 120_000);

  it('leaves every stored clock as the whole history counts it', async () => {
    const { initiatives, faults } = await checkClocks(bench.database.source, instant('2040-01-01T00:00:00.000Z'));
    expect(initiatives).toBeGreaterThan(2);
    expect(faults).toEqual([]);
  });
});
