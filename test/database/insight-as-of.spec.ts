import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import { SettleChanges } from '../../src/modules/changes/commands/settle-changes.js';
import { LookAtInitiatives } from '../../src/modules/findings/commands/look-at-initiatives.js';
import { MuteFinding } from '../../src/modules/findings/commands/mute-finding.js';
import { FindingList } from '../../src/modules/findings/queries/finding-list.js';
import { StageAgings } from '../../src/modules/initiatives/queries/stage-agings.js';
import { RecordSignals } from '../../src/modules/signals/commands/record-signals.js';
import { SignalStandings } from '../../src/modules/signals/queries/signal-standings.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { agingByHand } from '../support/aging-by-hand.js';
import { asOfBench, BEGINNING, made, type AsOfBench } from '../support/as-of-bench.js';
import { FIRST_VARIANT, newWorldOn, standing, workflow, type Variant, type World } from '../support/as-of-verbs.js';
import { INSIGHT_VERBS, insightStep, takeInsight, type InsightStep } from '../support/insight-verbs.js';
import { until } from '../support/until.js';
import { liveHistories } from '../support/histories.js';

describe('what is found, watched and ages', () => {
  let hall: Awaited<ReturnType<typeof asOfBench>>;
  let rooms = 0;

  beforeAll(async () => {
    hall = await asOfBench();
  });
  afterAll(() => hall.close());

  /** A portfolio with a workflow of its own and three initiatives in its first stage. */
  const newRoom = async (): Promise<{ bench: AsOfBench; worlds: readonly World[] }> => {
    rooms += 1;
    const templateKey = `looked-at-${rooms}`;
    made(await hall.context.get(PublishTemplate).run(hall.people.designer, workflow(templateKey, FIRST_VARIANT)));
    const bench = await hall.inRoom(`L${rooms}`, templateKey);
    const variants: Variant[] = [FIRST_VARIANT];
    const worlds: World[] = [];
    for (let index = 0; index < 3; index += 1) {
      worlds.push(await newWorldOn(bench, templateKey, variants));
    }
    return { bench, worlds };
  };

  const later = (hours: number): void => {
    hall.clock.set(instantOf(millisecondsOf(hall.clock.now()) + hours * 3_600_000));
  };

  const attentionTo = async ({ context, portfolio }: AsOfBench, includeMuted: boolean, asOf: Instant | null) => {
    await context.get(SettleChanges).portfolio(portfolio.id);
    const paging = { first: 100 };
    const { nodes, totalCount } = await context.get(FindingList).page(portfolio, { includeMuted }, asOf, paging);
    return { nodes, totalCount: await totalCount };
  };
  const agingOf = async ({ context, portfolio }: AsOfBench, asOf: Instant | null) =>
    (await context.get(StageAgings).ofPortfolio(portfolio, asOf)).map(({ stage, wipLimit, ...row }) => ({
      ...row,
      stage: stage.key,
      isLimited: wipLimit !== null,
    }));

  /** Everything that can be asked, now or as of then. */
  const answers = async (bench: AsOfBench, worlds: readonly World[], asOf: Instant | null) => {
    const ids = worlds.map(({ initiativeId }) => initiativeId);
    const scope = {};
    const told = await attentionTo(bench, false, asOf);
    const all = await attentionTo(bench, true, asOf);
    const own = await bench.context.get(FindingList).ofInitiatives(ids, asOf);
    const standings = bench.context.get(SignalStandings);
    return {
      told,
      all,
      own: ids.map((id) => own.get(id) ?? []),
      aging: await agingOf(bench, asOf),
      signals: await Promise.all(ids.map((id) => standings.ofInitiative(scope, id, asOf))),
    };
  };
  type Answers = Awaited<ReturnType<typeof answers>>;

  /** Lives a history, asking after every step; then asks about every one of those instants. */
  const live = async (steps: readonly InsightStep[]): Promise<readonly string[]> => {
    hall.clock.set(BEGINNING);
    const { bench, worlds } = await newRoom();
    const asked = new Map<Instant, Answers>();
    const accepted: string[] = [];
    for (const { which, hours, step } of steps) {
      later(hours);
      if (await takeInsight(worlds[which]!, step)) {
        accepted.push(step.verb);
      }
      const at = hall.clock.now();
      const told = await answers(bench, worlds, null);
      const byHand = await agingByHand(bench, at);
      expect(told.aging).toEqual(byHand.map((row) => expect.objectContaining(row)));
      asked.set(at, told);
    }
    later(5_000);
    for (const [at, then] of asked) {
      expect({ at, told: await answers(bench, worlds, at) }).toEqual({ at, told: then });
    }
    return accepted;
  };

  const of = (which: number, hours: number, verb: string, details: object = {}): InsightStep => ({
    which,
    hours,
    step: { verb, ...details } as InsightStep['step'],
  });

  it('is told later as it was told then, after everything that can happen to it', async () => {
    const steps = [
      of(0, 5, 'defineKpi', { isPrimary: true, baselineDaysAgo: 20 }),
      of(0, 5, 'mute', { which: 0, days: 3 }),
      of(1, 30, 'redate', { daysAgo: 90, stages: 3 }),
      of(1, 5, 'plan', { breachAbove: 3 }),
      of(1, 5, 'record', { signal: 'drift', tenths: 5, hoursAgo: 1 }),
      of(1, 5, 'mute', { which: 0, days: 20 }),
      of(1, 5, 'unmute', { which: 0 }),
      of(1, 5, 'mute', { which: 0, days: 20 }),
      of(1, 30, 'record', { signal: 'drift', tenths: 2, hoursAgo: 1 }),
      of(1, 5, 'record', { signal: 'quality', tenths: 4, hoursAgo: 1 }),
      of(0, 5, 'create'),
      of(0, 600, 'go'),
      of(2, 5, 'hold'),
      of(2, 50, 'resume'),
      of(2, 5, 'redate', { daysAgo: 60, stages: 2 }),
      of(2, 5, 'kill'),
    ];
    const accepted = await live(steps);
    expect(accepted).toEqual(expect.arrayContaining([...INSIGHT_VERBS, 'redate', 'kill', 'hold']));
  }, 120_000);

  describe('while somebody is writing', () => {
    const waitsFor = (what: string, condition: string) =>
      until(what, async () => {
        const found = await hall.rows(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${condition}`,
        );
        return found.length > 0;
      });

    /** What is asked while a write waits, in the middle, for a row that is locked; and what is told later as of the same instant. */
    const askAmid = async <T>(
      lock: readonly [sql: string, id: string],
      write: () => Promise<unknown>,
      ask: () => Promise<T>,
    ) => {
      const runner = hall.database.source.createQueryRunner();
      await runner.startTransaction();
      try {
        await runner.query(lock[0], [lock[1]]);
        const writing = write();
        await waitsFor('the write to be under way', "wait_event_type = 'Lock'");
        const asking = ask();
        await Promise.race([asking, waitsFor('the answer to wait', "query LIKE 'SELECT 1 FROM pg_locks%'")]);
        await runner.commitTransaction();
        expect(await writing).not.toBe(false);
        return { then: await asking, later: await ask() };
      } finally {
        await (runner.isTransactionActive ? runner.rollbackTransaction() : null);
        await runner.release();
      }
    };
    const chainOf = ({ initiativeId }: World) =>
      ['SELECT 1 FROM audit_chain WHERE chain = $1 FOR UPDATE', `initiative:${initiativeId}`] as const;

    it('the aging of that instant waits, be it for who is re-dated or for who is only being created', async () => {
      hall.clock.set(BEGINNING);
      const { bench, worlds } = await newRoom();
      later(500);
      const at = hall.clock.now();
      const ask = () => agingOf(bench, at);
      const redated = await askAmid(
        chainOf(worlds[0]!),
        () => takeInsight(worlds[0]!, { verb: 'redate', daysAgo: 60, stages: 2 }),
        ask,
      );
      expect(redated.then).toEqual(redated.later);
      expect(redated.then).toContainEqual(expect.objectContaining({ stage: 'pilot', count: 1 }));
      const created = await askAmid(
        ['SELECT 1 FROM portfolio WHERE id = $1 FOR UPDATE', bench.portfolio.id],
        () => takeInsight(worlds[0]!, { verb: 'create' }),
        ask,
      );
      expect(created.then).toEqual(created.later);
      expect(created.then).toContainEqual(expect.objectContaining({ stage: 'build', count: 3 }));
    });

    it('where signals stand at that instant waits for their readings', async () => {
      hall.clock.set(BEGINNING);
      const { bench, worlds } = await newRoom();
      const [world] = worlds;
      await takeInsight(world!, { verb: 'plan', breachAbove: 3 });
      later(5);
      const at = hall.clock.now();
      const { key } = await standing(world!);
      const reading = { initiativeKey: key, signal: 'drift', at, value: decimal('0.5'), source: 'x', externalId: null };
      const { then, later: after } = await askAmid(
        chainOf(world!),
        () => bench.context.get(RecordSignals).run(bench.people.manager, [{ ...reading, problems: [] }]),
        () => bench.context.get(SignalStandings).ofInitiative({}, world!.initiativeId, at),
      );
      expect(then).toEqual(after);
      expect(then).toContainEqual(expect.objectContaining({ name: 'drift', level: 'BREACHED' }));
    });

    it('what needed somebody at that instant waits for who looks, and for who mutes', async () => {
      hall.clock.set(BEGINNING);
      const { bench, worlds } = await newRoom();
      const [world] = worlds;
      const { context, portfolio } = bench;
      await attentionTo(bench, true, null);
      later(5);
      await takeInsight(world!, { verb: 'defineKpi', hours: 0, isPrimary: true, baselineDaysAgo: 20 });
      const at = hall.clock.now();
      const ask = async () =>
        (await context.get(FindingList).page(portfolio, {}, at, { first: 100 })).nodes.map(({ code }) => code);
      const looked = await askAmid(
        chainOf(world!),
        async () => {
          await context.get(SettleChanges).initiatives([world!.initiativeId]);
          await context.get(LookAtInitiatives).run([world!.initiativeId]);
        },
        ask,
      );
      expect(looked.then).toEqual(looked.later);
      expect(looked.then).toContain('NO_GUARDRAIL');
      const own = (await context.get(FindingList).ofInitiatives([world!.initiativeId], null)).get(world!.initiativeId);
      const { id } = own!.find(({ code }) => code === 'NO_GUARDRAIL')!;
      const muted = await askAmid(
        chainOf(world!),
        () =>
          context.get(MuteFinding).run(bench.people.manager, id, { reason: 'Known.', until: '2026-03-20' as never }),
        ask,
      );
      expect(muted.then).toEqual(muted.later);
      expect(muted.then).not.toContain('NO_GUARDRAIL');
    });
  });

  // The last one: a history that is cut off for its time goes on for a while, and moves the clock.
  it('is told later as it was told then, and ages as every initiative by itself, in any history', async () => {
    await liveHistories('Insight', insightStep, live, {
      minLength: 15,
      maxLength: 30,
      numRuns: 6,
      interruptAfterTimeLimit: 60_000,
    });
  }, 180_000);
});
