import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import fc from 'fast-check';
import { windAllClocks } from '../../migrations/1764000000011-stage-clock.js';
import { ProductModule } from '../../src/app.module.js';
import type { Viewer } from '../../src/domain/access/access.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { accept, type Result } from '../../src/domain/basics/result.js';
import type { RowToPlan } from '../../src/domain/imports/plan-row.js';
import type { Initiative, InitiativeStatus } from '../../src/domain/initiatives/initiative.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import type { StageAging } from '../../src/domain/pipeline/stage-aging.js';
import { MakeFirstAdmin } from '../../src/modules/identity/commands/make-first-admin.js';
import { CreateInitiative } from '../../src/modules/initiatives/commands/create-initiative.js';
import { MoveInitiative } from '../../src/modules/initiatives/commands/move-initiative.js';
import { TakeInInitiatives } from '../../src/modules/initiatives/commands/take-in-initiatives.js';
import { InitiativeRepository, type Visit } from '../../src/modules/initiatives/persistence/initiative.repository.js';
import { StageAgings } from '../../src/modules/initiatives/queries/stage-agings.js';
import { CreatePortfolio } from '../../src/modules/portfolios/commands/create-portfolio.js';
import type { Portfolio } from '../../src/modules/portfolios/queries/portfolios.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { Templates } from '../../src/modules/templates/queries/templates.js';
import { GivenClock } from '../../src/platform/clock.js';
import { UnitOfWork, type Tx } from '../../src/platform/database/unit-of-work.js';
import { checkClocks } from '../support/clock-faults.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const BEGINNING = millisecondsOf('2026-01-05T09:00:00.000Z' as Instant);
const DAY = 86_400_000;
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const STAGES = DEFAULT_TEMPLATE.stages.map(({ key }) => key);

/** What happens to an initiative, some time after the step before. */
interface Step {
  readonly after: number;
  readonly what: 'MOVE' | 'STATUS' | 'REDATE';
  readonly stageKey: string;
  readonly status: InitiativeStatus;
  /** Visits of a re-dating: stages, and how long each lasted until now. */
  readonly stays: readonly { readonly stageKey: string; readonly length: number }[];
}

const someStage = fc.constantFrom(...STAGES);
const someLength = fc.integer({ min: 0, max: 30 * DAY });
const someStep: fc.Arbitrary<Step> = fc.record({
  after: someLength,
  what: fc.constantFrom('MOVE', 'MOVE', 'STATUS', 'STATUS', 'REDATE'),
  stageKey: someStage,
  status: fc.constantFrom('ACTIVE', 'ACTIVE', 'ON_HOLD', 'KILLED', 'RETIRED'),
  stays: fc.array(fc.record({ stageKey: someStage, length: someLength }), { minLength: 1, maxLength: 4 }),
});

let database: TestDatabase;
let context: INestApplicationContext;
let admin: Viewer;
const clock = new GivenClock(instantOf(BEGINNING));
const portfolios: Portfolio[] = [];

const made = <T>(result: Result<T>): T => {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.refusals));
  }
  return result.value;
};

beforeAll(async () => {
  database = await createTestDatabase();
  context = await NestFactory.createApplicationContext(ProductModule.on({ source: database.source, clock }), {
    logger: false,
    abortOnError: false,
  });
  await context.get(PublishTemplate).ship(DEFAULT_TEMPLATE);
  const first = await context.get(MakeFirstAdmin).run('a-token-for-this-test-only-0123456789abcdef');
  admin = { userId: first!.userId, isInstanceAdmin: true, roles: new Map() };
  for (const [index, timeZone] of ZONES.entries()) {
    const request = { key: `ZONE${index}`, name: timeZone, timeZone, templateKey: null };
    portfolios.push(made(await context.get(CreatePortfolio).run(admin, request)));
  }
});

afterAll(async () => {
  await context.close();
  await database.drop();
});

const inTransaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  made(await context.get(UnitOfWork).run(async (tx) => accept(await work(tx))));

const create = async (portfolioKey: string): Promise<Initiative> =>
  made(
    await context.get(CreateInitiative).run(admin, {
      portfolioKey,
      name: 'Triage',
      problem: 'Slow',
      valueThesis: 'COST',
      solutionType: null,
      investmentClass: 'CORE',
      riskTier: 'LIMITED',
      businessUnit: null,
      ownerId: null,
      sponsorId: null,
      defaultCategoryKey: null,
      templateKey: null,
      externalRef: null,
    }),
  );

/** Visits one after the other up to now; the last one lasts. */
const visitsUntil = (now: number, stays: Step['stays']): readonly Visit[] => {
  const starts = stays.map((_, index) => now - stays.slice(index).reduce((sum, { length }) => sum + length, 0));
  return stays.map(({ stageKey }, index) => ({
    stageKey,
    enteredAt: instantOf(starts[index]!),
    leftAt: index + 1 < starts.length ? instantOf(starts[index + 1]!) : null,
  }));
};

const take = (initiative: Initiative, step: Step, now: number): Promise<Initiative> =>
  inTransaction((tx) => {
    const stamp = { at: instantOf(now), by: admin.userId };
    switch (step.what) {
      case 'MOVE':
        return context.get(MoveInitiative).toStage(tx, initiative, step.stageKey, stamp);
      case 'STATUS':
        return context.get(MoveInitiative).toStatus(tx, initiative, step.status, 'Because', stamp);
      case 'REDATE':
        return context.get(InitiativeRepository).redate(tx, initiative, visitsUntil(now, step.stays), stamp);
    }
  });

const later = (days: number): Instant => instantOf(millisecondsOf(clock.now()) + days * DAY);

const agings = (portfolio: Portfolio, asOf: Instant | null): Promise<readonly StageAging[]> =>
  context.get(StageAgings).ofPortfolio(portfolio, asOf);

describe('the stored clock', () => {
  it('shows after any history what the whole of it counts, on any later day', async () => {
    const someHistory = fc.record({
      portfolio: fc.constantFrom(...ZONES.keys()),
      steps: fc.array(someStep, { minLength: 1, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(someHistory, async ({ portfolio, steps }) => {
        clock.set(instantOf(BEGINNING));
        let initiative = await create(portfolios[portfolio]!.key);
        for (const step of steps) {
          clock.set(instantOf(millisecondsOf(clock.now()) + step.after));
          initiative = await take(initiative, step, millisecondsOf(clock.now()));
        }
      }),
      { numRuns: 40 },
    );
    // Far enough on that every change of the clocks of a year lies between.
    for (const days of [0, 1, 100, 400]) {
      const check = await checkClocks(database.source, instantOf(BEGINNING + (220 + days) * DAY));
      expect(check.faults).toEqual([]);
      expect(check.initiatives).toBeGreaterThanOrEqual(40);
      expect(check.running).toBeGreaterThan(5);
      expect(check.totals).toBeGreaterThan(20);
    }
  }, 120_000);

  it('is kept by imports, and the aging of an earlier day is told as it was then, whatever was dated otherwise since', async () => {
    clock.set(instantOf(BEGINNING + 200 * DAY));
    const portfolio = portfolios[1]!;
    const template = await context.get(Templates).newestOf(portfolio.templateId);
    const someRow = (externalRef: string): fc.Arbitrary<RowToPlan> =>
      fc
        .record({
          stays: fc.array(fc.record({ stageKey: someStage, length: someLength }), { minLength: 1, maxLength: 4 }),
          status: someStep,
        })
        .map(({ stays, status }) => ({
          externalRef,
          stated: {
            name: 'Imported',
            problem: 'Slow',
            valueThesis: 'COST',
            ownerId: admin.userId,
            status: status.status,
          },
          assumed: {},
          course: {
            dated: visitsUntil(millisecondsOf(clock.now()), stays).map(({ stageKey, enteredAt }) => ({
              stageKey,
              enteredAt,
            })),
            stageKey: null,
          },
          assumedStage: 'intake',
        }));
    const before = await checkClocks(database.source, later(1));
    const told = new Map<Instant, readonly StageAging[]>();
    for (let round = 0; round < 4; round += 1) {
      const rows = Array.from({ length: 60 }, (_, index) => fc.sample(someRow(`row-${index}`), 1)[0]!);
      await inTransaction((tx) =>
        context
          .get(TakeInInitiatives)
          .run(tx, { portfolio, template, rows, isDryRun: false }, { at: clock.now(), by: admin.userId }),
      );
      const { faults, initiatives } = await checkClocks(database.source, later(17));
      expect(faults).toEqual([]);
      expect(initiatives).toBe(before.initiatives + 60);
      told.set(clock.now(), await agings(portfolio, null));
      clock.set(later(9));
    }
    for (const [at, then] of told) {
      expect(await agings(portfolio, at)).toEqual(then);
    }
    expect(new Set([...told.values()].map((then) => JSON.stringify(then))).size).toBe(told.size);
    expect([...told.values()].flat().some(({ p50 }) => p50 !== null)).toBe(true);
  }, 120_000);

  it('tells the same aging as the whole history does', async () => {
    const now = clock.now();
    for (const portfolio of portfolios) {
      const stored = await agings(portfolio, null);
      // An instant that has just passed is answered from the history.
      clock.set(instantOf(millisecondsOf(now) + 1));
      expect(await agings(portfolio, now)).toEqual(stored);
      clock.set(now);
    }
  });

  it('is wound by the migration as the product winds it', async () => {
    const stored = async (): Promise<unknown> => [
      await database.source.query('SELECT id, clock_since, clock_days FROM initiative ORDER BY id'),
      await database.source.query('SELECT * FROM stage_total ORDER BY initiative_id, stage_key'),
    ];
    const before = await stored();
    await database.source.query('UPDATE initiative SET clock_since = NULL, clock_days = 0');
    await database.source.query('DELETE FROM stage_total');
    expect(await stored()).not.toEqual(before);
    await windAllClocks(database.source as never);
    expect(await stored()).toEqual(before);
  });
});
