import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { addDays } from '../../src/domain/basics/calendar-date.js';
import { decimal } from '../../src/domain/basics/decimal.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import { NO_TRAITS } from '../../src/domain/effort/classification-rule.js';
import type { EffortDraft } from '../../src/domain/effort/effort-entry.js';
import { INVESTMENT_CLASSES } from '../../src/domain/initiatives/initiative.js';
import { Upkeep } from '../../src/jobs/upkeep/upkeep.js';
import { DeleteEffort } from '../../src/modules/effort/commands/delete-effort.js';
import { ExtendLedger } from '../../src/modules/effort/commands/extend-ledger.js';
import { FoldEffort } from '../../src/modules/effort/commands/fold-effort.js';
import { RecordEffort } from '../../src/modules/effort/commands/record-effort.js';
import { VerifyRollups } from '../../src/modules/effort/commands/verify-rollups.js';
import { EffortBooks } from '../../src/modules/effort/commands/effort-books.js';
import { Deltas } from '../../src/modules/effort/queries/deltas.js';
import { EffortSums } from '../../src/modules/effort/queries/effort-sums.js';
import { UpdateInitiative } from '../../src/modules/initiatives/commands/update-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import type { Tx } from '../../src/platform/database/unit-of-work.js';
import { asOfBench, made, type AsOfBench } from '../support/as-of-bench.js';
import { chance } from '../support/chance.js';
import { runProgram } from '../support/processes.js';
import { until } from '../support/until.js';

const TEMPLATE = 'ai-poc-to-production';
const WRITERS = 8;
const STEPS = 20;
const SEED = Number(process.env.TOLLGATE_SEED ?? Date.now() % 1_000_000);

let bench: AsOfBench;
let initiatives: { id: string; key: string; ref: string }[];

beforeAll(async () => {
  bench = await asOfBench();
  const refs = Array.from({ length: WRITERS }, (_, index) => `ref-${index}`);
  for (const ref of refs) {
    await bench.importRow(ref, TEMPLATE, [['intake', '2025-01-01T00:00:00.000Z']]);
  }
  initiatives = await bench.rows(
    'SELECT id, key, external_ref AS ref FROM initiative WHERE external_ref = ANY ($1) ORDER BY external_ref',
    [refs],
  );
});

afterAll(() => bench.close());

const drift = () => bench.context.get(VerifyRollups).run(false);
const NO_DRIFT = [{ portfolioKey: 'PAST', sums: 0, identities: 0, days: 0, mended: 0 }];

const draft = (other: Partial<EffortDraft>): EffortDraft => ({
  initiativeKey: initiatives[0]!.key,
  categoryKey: null,
  amount: decimal('1'),
  unit: 'HOURS',
  workedOn: '2026-02-01' as CalendarDate,
  person: null,
  note: null,
  ...NO_TRAITS,
  source: 'parallel',
  externalId: '1',
  method: 'WORKLOG',
  problems: [],
  ...other,
});

/** One of eight who record, correct, delete, describe, re-date and fold at once, on what the others work on too. */
const writer = async (number: number): Promise<void> => {
  const { context, people, portfolio } = bench;
  const below = chance(SEED * 31 + number);
  const someDay = (): CalendarDate => addDays('2026-03-01' as CalendarDate, -below(200));
  for (let step = 0; step < STEPS; step += 1) {
    const initiative = initiatives[below(WRITERS)]!;
    switch (below(8)) {
      case 0:
        await context
          .get(DeleteEffort)
          .run(people.manager, portfolio.key, 'parallel', [String(below(40)), String(below(40))]);
        break;
      case 1: {
        const [seen] = await context.get(Initiatives).byIds([initiative.id]);
        const change = {
          businessUnit: ['Claims', 'Sales', null][below(3)]!,
          investmentClass: INVESTMENT_CLASSES[below(3)]!,
        };
        // Another may be first: that is a refusal, and no failure.
        await context.get(UpdateInitiative).run(people.manager, seen!.id, change, seen!.version);
        break;
      }
      case 2:
        await bench.importRow(initiative.ref, TEMPLATE, [
          ['discovery', `${addDays('2025-02-01' as CalendarDate, below(300))}T12:00:00.000Z`],
          [['poc', 'pilot', 'operate'][below(3)]!, `${addDays('2026-01-01' as CalendarDate, below(60))}T12:00:00.000Z`],
        ]);
        break;
      case 3:
        await context.get(FoldEffort).run();
        break;
      default:
        made(
          await context.get(RecordEffort).run(
            people.manager,
            portfolio.key,
            Array.from({ length: 1 + below(10) }, () =>
              draft({
                initiativeKey: initiatives[below(WRITERS)]!.key,
                categoryKey: ['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', null][below(3)]!,
                amount: decimal(String(1 + below(4))),
                workedOn: someDay(),
                person: ['ada', 'bob', null][below(3)]!,
                externalId: String(below(40)),
              }),
            ),
          ),
        );
    }
  }
};

describe('eight who write effort at once', () => {
  it('leave rollups, heads and hours as the ledger has them', async () => {
    console.info(`Writers of seed ${SEED} (TOLLGATE_SEED)`);
    await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
    expect(await drift()).toEqual(NO_DRIFT);
    await bench.context.get(FoldEffort).run();
    expect(await bench.rows('SELECT 1 FROM effort_delta')).toEqual([]);
    expect(await drift()).toEqual(NO_DRIFT);
    const [{ entries, reversals } = { entries: 0, reversals: 0 }] = await bench.rows<{
      entries: number;
      reversals: number;
    }>(
      'SELECT count(*) FILTER (WHERE NOT is_reversal) AS entries, count(*) FILTER (WHERE is_reversal) AS reversals FROM effort_entry',
    );
    expect(entries).toBeGreaterThan(100);
    expect(reversals).toBeGreaterThan(50);
  }, 120_000);

  it('may go on while partitions are made, and while rollups that were spoilt are mended', async () => {
    await bench.rows(
      `INSERT INTO effort_rollup SELECT portfolio_id, dimension, grain, day, 'spoilt', category_key, 7 FROM effort_rollup LIMIT 3`,
    );
    await bench.rows('UPDATE effort_rollup SET person_days = person_days + 1 WHERE key = $1', ['Claims']);
    expect((await drift())[0]!.sums).toBeGreaterThan(3);
    bench.clock.set('2028-01-01T00:00:00.000Z' as never);
    let partitions = 0;
    // The upkeep tries again, too, where writers keep it waiting.
    const extend = () =>
      until('partitions to be made', async () => {
        partitions += await bench.context
          .get(ExtendLedger)
          .run()
          .catch(() => 0);
        return partitions > 0;
      });
    const [, , ...mended] = await Promise.all([
      extend(),
      bench.context.get(VerifyRollups).run(true),
      ...Array.from({ length: WRITERS }, (_, number) => writer(number + WRITERS)),
    ]);
    expect(partitions).toBe(5);
    expect(mended).toHaveLength(WRITERS);
    expect(await drift()).toEqual(NO_DRIFT);
    expect(await bench.context.get(ExtendLedger).run()).toBe(0);
  }, 120_000);
});

describe('a report as of now', () => {
  const window = { from: '2026-01-01' as CalendarDate, to: '2026-03-31' as CalendarDate };
  const ask = (asOf: Instant) =>
    bench.context.get(EffortSums).ofPortfolio(bench.portfolio, { ...window, asOf }, 'BUSINESS_UNIT');
  const waitsFor = (what: string, condition: string) =>
    until(what, async () => {
      const found = await bench.rows(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${condition}`,
      );
      return found.length > 0;
    });
  /** A transaction that something is done in; it is committed by whoever is given it. */
  const inTransaction = async (run: (tx: Tx, commit: () => Promise<void>) => Promise<void>): Promise<void> => {
    const runner = bench.database.source.createQueryRunner();
    await runner.startTransaction();
    const tx = { manager: runner.manager, query: runner.query.bind(runner) } as unknown as Tx;
    try {
      await run(tx, () => runner.commitTransaction());
    } finally {
      await (runner.isTransactionActive ? runner.rollbackTransaction() : null);
      await runner.release();
    }
  };

  it('waits for who is writing with an earlier time of recording, and none as of long ago does', async () => {
    const books = bench.context.get(EffortBooks);
    await inTransaction(async (tx, commit) => {
      await books.join(tx, bench.portfolio.id);
      await ask('2026-01-01T00:00:00.000Z' as Instant);
      let isTold = false;
      const telling = ask(bench.clock.now()).then(() => {
        isTold = true;
      });
      await waitsFor('the report to wait', "query LIKE 'SELECT 1 FROM pg_locks%'");
      // Who comes later writes meanwhile, and the report does not wait for that.
      await inTransaction(async (other) => {
        await books.join(other, bench.portfolio.id);
        expect(isTold).toBe(false);
        await commit();
        await telling;
      });
    });
  });

  it('is the same later, also where an initiative was being changed', async () => {
    const { context, clock, people, portfolio } = bench;
    const { id, key } = initiatives[0]!;
    const entry = draft({ initiativeKey: key, externalId: 'renamed' });
    made(await context.get(RecordEffort).run(people.manager, portfolio.key, [entry]));
    const [initiative] = await context.get(Initiatives).byIds([id]);
    clock.set(new Date(Date.parse(clock.now()) + 1_000).toISOString() as Instant);
    const asOf = clock.now();
    await inTransaction(async (tx, commit) => {
      // The change is written, and waits for its place in the trail.
      await tx.query('SELECT 1 FROM audit_chain WHERE chain = $1 FOR UPDATE', [`initiative:${id}`]);
      const changing = context
        .get(UpdateInitiative)
        .run(people.manager, id, { businessUnit: 'Renamed' }, initiative!.version);
      await waitsFor('the change to be written', "wait_event_type = 'Lock'");
      const told = ask(asOf);
      await Promise.race([told, waitsFor('the report to wait', "query LIKE 'SELECT 1 FROM pg_locks%'")]);
      await commit();
      made(await changing);
      expect(await ask(asOf)).toEqual(await told);
    });
  });
});

describe('the upkeep', () => {
  it('folds what was recorded by itself, and ends when it is told to', async () => {
    const upkeep = bench.context.get(Upkeep, { strict: false });
    const deltas = bench.context.get(Deltas, { strict: false });
    const { people, portfolio } = bench;
    made(await bench.context.get(RecordEffort).run(people.manager, portfolio.key, [draft({ externalId: 'upkept' })]));
    expect(await deltas.count()).toBeGreaterThan(0);
    upkeep.start();
    await until('all to be folded', async () => (await deltas.count()) === 0);
    await upkeep.stop();
    made(await bench.context.get(DeleteEffort).run(people.manager, portfolio.key, 'parallel', ['upkept']));
    expect(await deltas.count()).toBe(1);
    expect(await drift()).toEqual(NO_DRIFT);
  });
});

describe('a writer that is killed in the middle', () => {
  it('leaves every batch that was answered, whole, and of the others all or nothing', async () => {
    const size = 400;
    const victim = runProgram(
      'write-effort.ts',
      bench.database.url,
      bench.people.manager.userId,
      bench.portfolio.id,
      bench.portfolio.key,
      initiatives[0]!.key,
      String(size),
    );
    let answered = 0;
    victim.child.stdout!.on('data', (text: Buffer) => {
      answered = Number(text.toString().trim().split('\n').at(-1));
    });
    try {
      await until('some batches to be answered', () => answered >= 3, 60_000);
    } finally {
      victim.child.kill('SIGKILL');
    }
    await victim.ended;
    await until('its transaction to be gone', async () => {
      const [row] = await bench.rows<{ count: number }>(
        `SELECT count(*) AS count FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()`,
      );
      return row!.count === 0;
    });
    const batches = await bench.rows<{ batch: number; rows: number }>(
      `SELECT split_part(external_id, '-', 1)::integer AS batch, count(*) AS rows FROM effort_entry WHERE source = 'killed' GROUP BY 1 ORDER BY 1`,
    );
    expect(batches.length).toBeGreaterThanOrEqual(answered);
    expect(batches).toEqual(batches.map((_, index) => ({ batch: index + 1, rows: size })));
    expect(await drift()).toEqual(NO_DRIFT);
  }, 120_000);
});
