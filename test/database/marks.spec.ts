import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import fc from 'fast-check';
import pg from 'pg';
import { ProductModule } from '../../src/app.module.js';
import type { Viewer } from '../../src/domain/access/access.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { accept, type Result } from '../../src/domain/basics/result.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { MoveChanges } from '../../src/modules/changes/commands/move-changes.js';
import { SettleChanges } from '../../src/modules/changes/commands/settle-changes.js';
import { LookAtInitiatives } from '../../src/modules/findings/commands/look-at-initiatives.js';
import { MarkChanges } from '../../src/modules/findings/commands/mark-changes.js';
import { MakeFirstAdmin } from '../../src/modules/identity/commands/make-first-admin.js';
import { MoveInitiative } from '../../src/modules/initiatives/commands/move-initiative.js';
import { TakeInInitiatives } from '../../src/modules/initiatives/commands/take-in-initiatives.js';
import { TakeStageMeasures } from '../../src/modules/initiatives/commands/take-stage-measures.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { CreatePortfolio } from '../../src/modules/portfolios/commands/create-portfolio.js';
import type { Portfolio } from '../../src/modules/portfolios/queries/portfolios.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { Templates } from '../../src/modules/templates/queries/templates.js';
import { GivenClock } from '../../src/platform/clock.js';
import { UnitOfWork, type Tx } from '../../src/platform/database/unit-of-work.js';
import { miscountedExits } from '../support/clock-faults.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

const DAY = 86_400_000;
const NOW = '2026-07-09T10:00:00.000Z' as Instant;

interface Row {
  readonly id: string;
  readonly stageKey: string;
}

describe('marks', () => {
  let database: TestDatabase;
  let context: INestApplicationContext;
  let admin: Viewer;
  let rooms = 0;
  const clock = new GivenClock(NOW);

  const made = <T>(result: Result<T>): T => {
    if (!result.ok) {
      throw new Error(JSON.stringify(result.refusals));
    }
    return result.value;
  };
  const inTransaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    made(await context.get(UnitOfWork).run(async (tx) => accept(await work(tx))));
  const query = <Result>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> =>
    database.source.query<Result[]>(sql, [...parameters]);
  const daysAgo = (days: number): Instant => instantOf(millisecondsOf(clock.now()) - days * DAY);

  /** A portfolio with initiatives that stood in these stages, each for so many days and the last one until now. */
  const room = async (courses: readonly (readonly (readonly [string, number])[])[]): Promise<Portfolio> => {
    rooms += 1;
    const request = { key: `ROOM${rooms}`, name: `Room ${rooms}`, timeZone: 'Europe/Berlin', templateKey: null };
    const portfolio = made(await context.get(CreatePortfolio).run(admin, request));
    const template = await context.get(Templates).newestOf(portfolio.templateId);
    const rows = courses.map((stays, index) => ({
      externalRef: `row-${index}`,
      stated: { name: `Initiative ${index}`, problem: 'Slow', valueThesis: 'COST' as const, ownerId: admin.userId },
      assumed: {},
      course: {
        dated: stays.map(([stageKey], place) => ({
          stageKey,
          enteredAt: daysAgo(stays.slice(place).reduce((sum, [, days]) => sum + days, 0)),
        })),
        stageKey: stays.at(-1)![0],
      },
      assumedStage: 'intake',
    }));
    await inTransaction((tx) =>
      context
        .get(TakeInInitiatives)
        .run(tx, { portfolio, template, rows, isDryRun: false }, { at: clock.now(), by: admin.userId }),
    );
    return portfolio;
  };

  /** As each command does it: the initiative itself is noted by its event in the trail. */
  const carryOut = (
    id: string,
    change: (
      move: MoveInitiative,
      tx: Tx,
      initiative: NonNullable<Awaited<ReturnType<Initiatives['byIds']>>[0]>,
    ) => Promise<unknown>,
  ): Promise<unknown> =>
    inTransaction(async (tx) => {
      const [initiative] = await context.get(Initiatives).byIds([id], tx);
      await change(context.get(MoveInitiative), tx, initiative!);
      await tx.query('INSERT INTO initiative_change (portfolio_id, initiative_id) VALUES ($1, $2)', [
        initiative!.portfolioId,
        id,
      ]);
    });
  const toStage = (id: string, stageKey: string): Promise<unknown> =>
    carryOut(id, (move, tx, initiative) =>
      move.toStage(tx, initiative, stageKey, { at: clock.now(), by: admin.userId }),
    );

  const standing = ({ id }: Portfolio, stageKey: string): Promise<Row[]> =>
    query<Row>(
      `SELECT id, stage_key AS "stageKey" FROM initiative WHERE portfolio_id = $1 AND stage_key = $2 ORDER BY number`,
      [id, stageKey],
    );
  const due = ({ id }: Portfolio): Promise<Row[]> =>
    query<Row>('SELECT initiative_id AS id FROM initiative_insight WHERE portfolio_id = $1 AND due_at <= $2', [
      id,
      clock.now(),
    ]);
  const settle = ({ id }: Portfolio): Promise<void> => context.get(SettleChanges).portfolio(id);
  const mark = async ({ id }: Portfolio): Promise<void> => {
    await context.get(MoveChanges).run();
    await context.get(MarkChanges).run(id);
  };

  /** All that is known of the initiatives of a portfolio. */
  const known = async ({ id }: Portfolio): Promise<unknown> => [
    await query(
      'SELECT initiative_id, health, health_reason, is_ready, due_at FROM initiative_insight WHERE portfolio_id = $1 ORDER BY 1',
      [id],
    ),
    await query(
      `SELECT initiative_id, code, subject, level, since, message, facts FROM finding
       WHERE portfolio_id = $1 AND initiative_id IS NOT NULL AND superseded_at IS NULL ORDER BY 1, 2, 3`,
      [id],
    ),
  ];
  const lookAtAll = async ({ id }: Portfolio): Promise<void> => {
    const all = await query<Row>(
      `UPDATE initiative_insight SET due_at = '-infinity' WHERE portfolio_id = $1 RETURNING initiative_id AS id`,
      [id],
    );
    await context.get(LookAtInitiatives).run((all[0] as unknown as Row[]).map((row) => row.id));
  };
  const measures = (table: string, { id }: Portfolio): Promise<unknown[]> =>
    query(
      table === 'stage_measure'
        ? 'SELECT template_key, stage_key, exits, p85 FROM stage_measure WHERE portfolio_id = $1 AND exits > 0 ORDER BY 1, 2'
        : `SELECT template_key, stage_key, count(*)::integer AS exits, percentile_disc(0.85) WITHIN GROUP (ORDER BY days) AS p85
           FROM stage_total WHERE portfolio_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [id],
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    context = await NestFactory.createApplicationContext(ProductModule.on({ source: database.source, clock }), {
      logger: false,
      abortOnError: false,
    });
    await context.get(PublishTemplate).ship(DEFAULT_TEMPLATE);
    const first = await context.get(MakeFirstAdmin).run('a-token-for-this-test-only-0123456789abcdef');
    admin = { userId: first!.userId, isInstanceAdmin: true, roles: new Map() };
  });

  afterAll(async () => {
    await context.close();
    await database.drop();
  });

  it('leave what is known the same as if all had been looked at, after any exits and returns', async () => {
    const someStays = fc.array(
      fc.tuple(fc.constantFrom('discovery', 'poc', 'pilot'), fc.integer({ min: 0, max: 130 })),
      { minLength: 1, maxLength: 3 },
    );
    const someStep = fc.record({
      who: fc.nat(),
      what: fc.constantFrom('MOVE', 'MOVE', 'MOVE', 'HOLD', 'NIGHT'),
      stageKey: fc.constantFrom('discovery', 'poc', 'pilot'),
      isSettled: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(someStays, { minLength: 30, maxLength: 30 }),
        fc.array(someStep, { minLength: 8, maxLength: 8 }),
        async (courses, steps) => {
          clock.set(NOW);
          const place = await room(courses);
          await settle(place);
          const ids = (
            await query<Row>('SELECT id FROM initiative WHERE portfolio_id = $1 ORDER BY number', [place.id])
          ).map(({ id }) => id);
          for (const { who, what, stageKey, isSettled } of steps) {
            const id = ids[who % ids.length]!;
            if (what === 'NIGHT') {
              clock.set(instantOf(millisecondsOf(clock.now()) + DAY));
            } else if (what === 'HOLD') {
              await carryOut(id, (move, tx, initiative) =>
                move.toStatus(tx, initiative, initiative.status === 'ACTIVE' ? 'ON_HOLD' : 'ACTIVE', 'Because', {
                  at: clock.now(),
                  by: admin.userId,
                }),
              );
            } else {
              await toStage(id, stageKey);
            }
            if (isSettled) {
              await settle(place);
            }
          }
          await settle(place);
          expect(await measures('stage_measure', place)).toEqual(await measures('stage_total', place));
          const few = await known(place);
          await lookAtAll(place);
          expect(await known(place)).toEqual(few);
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
  }, 180_000);

  /** Story 3: twenty that left PoC, 85 percent of them within 118 days. */
  const EXITS = [34, 41, 48, 52, 55, 58, 61, 66, 70, 74, 77, 81, 86, 92, 97, 104, 118, 126, 149, 203];
  const left = EXITS.map((days) => [['poc', days] as const, ['pilot', 1] as const]);
  const stays = (...days: readonly number[]) => days.map((each) => [['poc', each] as const]);

  it('of an exit are those who are stuck by the old measure or by the new one, and nobody where it stays', async () => {
    const place = await room([...left, ...stays(10, 90, 117, 118, 119, 120, 126, 127, 128, 140, 126)]);
    await settle(place);
    expect(await due(place)).toEqual([]);
    const inPoc = await standing(place, 'poc');
    // The 18th of 21: 126 days instead of 118.
    await toStage(inPoc.at(-1)!.id, 'pilot');
    await mark(place);
    const concerned = [inPoc.at(-1)!, ...inPoc.slice(3, -1)].map(({ id }) => id).toSorted();
    expect((await due(place)).map(({ id }) => id).toSorted()).toEqual(concerned);
    await settle(place);
    // The 19th of 22 with one of ten days more: still 126.
    await toStage(inPoc[0]!.id, 'pilot');
    await mark(place);
    expect((await due(place)).map(({ id }) => id)).toEqual([inPoc[0]!.id]);
    await settle(place);
  });

  it('of a return to a stage are made as of an exit', async () => {
    const place = await room([...left, ...stays(119)]);
    await settle(place);
    const [trapped] = await standing(place, 'poc');
    const codes = async (): Promise<string[]> =>
      (
        await query<{ code: string }>('SELECT code FROM finding WHERE initiative_id = $1 AND superseded_at IS NULL', [
          trapped!.id,
        ])
      ).map(({ code }) => code);
    expect(await codes()).toContain('POC_TRAP');
    // One of 34 days less: the 17th of 19 took 126.
    const [quick] = await standing(place, 'pilot');
    await toStage(quick!.id, 'poc');
    await settle(place);
    expect(await codes()).not.toContain('POC_TRAP');
  });

  it('fold what was counted of a stage, also while others fold it and others leave', async () => {
    const place = await room([...left, ...stays(...Array.from({ length: 12 }, () => 50))]);
    await settle(place);
    const counts = () =>
      query<{ exits: number; rows: number; days: number }>(
        `SELECT sum(exits)::integer AS exits, count(*)::integer AS rows, count(DISTINCT days)::integer AS days
         FROM stage_exit_count WHERE portfolio_id = $1 AND stage_key = 'poc'`,
        [place.id],
      );
    const inPoc = await standing(place, 'poc');
    const fold = () => inTransaction((tx) => context.get(TakeStageMeasures).run(tx, place.id, ['poc']));
    for (const { id } of inPoc.slice(0, 6)) {
      await toStage(id, 'pilot');
    }
    await Promise.all([fold(), fold(), ...inPoc.slice(6).map(({ id }) => toStage(id, 'pilot')), fold()]);
    expect(await counts()).toEqual([expect.objectContaining({ exits: 32 })]);
    await settle(place);
    expect(await counts()).toEqual([{ exits: 32, rows: 21, days: 21 }]);
    expect(await miscountedExits(database.source)).toEqual([]);
  });

  it('reach also whom somebody looks at while others leave the stage', async () => {
    const place = await room([...left, ...stays(119, 126)]);
    await settle(place);
    const [trapped, leaving] = await standing(place, 'poc');
    const waiting = (count: number): Promise<void> =>
      until(`${count} wait for a lock`, async () => {
        const [row] = await query<{ count: number }>(
          `SELECT count(*)::integer AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return row?.count === count;
      });
    await query(`UPDATE initiative_insight SET due_at = '-infinity' WHERE initiative_id = $1`, [trapped!.id]);
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    try {
      // It has looked already, and waits for writing down what it found.
      await holder.query('BEGIN; LOCK TABLE finding IN ACCESS EXCLUSIVE MODE');
      const look = context.get(LookAtInitiatives).run([trapped!.id]);
      await waiting(1);
      await toStage(leaving!.id, 'pilot');
      const answer = settle(place);
      await waiting(2);
      await holder.query('ROLLBACK');
      await Promise.all([look, answer]);
    } finally {
      await holder.end();
    }
    const found = await query<{ code: string }>(
      'SELECT code FROM finding WHERE initiative_id = $1 AND superseded_at IS NULL',
      [trapped!.id],
    );
    expect(found.map(({ code }) => code)).not.toContain('POC_TRAP');
  });

  it('are made up for where the process ended after a change came into the feed', async () => {
    const place = await room(stays(10));
    const [only] = await standing(place, 'poc');
    const health = async (): Promise<string> => {
      const [row] = await query<{ health: string }>('SELECT health FROM initiative_insight WHERE initiative_id = $1', [
        only!.id,
      ]);
      return row!.health;
    };
    await settle(place);
    expect(await health()).toBe('ON_TRACK');
    await toStage(only!.id, 'pilot');
    expect(await context.get(MoveChanges).run()).toBeGreaterThan(0);
    expect(await due(place)).toEqual([]);
    await settle(place);
    expect(await health()).toBe('AT_RISK');
  });

  it('of what changed itself are looked at for a question, also where more is due than it waits for', async () => {
    const place = await room(stays(...Array<number>(5).fill(10)));
    await settle(place);
    const [changed, ...others] = await standing(place, 'poc');
    await toStage(changed!.id, 'pilot');
    await mark(place);
    await inTransaction(async (tx) => {
      // Of these it is only looked up that they are due.
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query(
        `INSERT INTO initiative_insight (initiative_id, portfolio_id, due_at)
         SELECT gen_random_uuid(), $1, $2 FROM generate_series(1, 2000)`,
        [place.id, daysAgo(1)],
      );
    });
    expect((await due(place)).length).toBe(2_001);
    await settle(place);
    expect((await due(place)).length).toBe(2_000);
    expect((await due(place)).map(({ id }) => id)).not.toContain(changed!.id);
    expect(others).toHaveLength(4);
  });
});
