import { NestFactory } from '@nestjs/core';
import { ProductModule } from '../../src/app.module.js';
import type { Role, Viewer } from '../../src/domain/access/access.js';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { Result } from '../../src/domain/basics/result.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { CreateUser } from '../../src/modules/identity/commands/create-user.js';
import { MakeFirstAdmin } from '../../src/modules/identity/commands/make-first-admin.js';
import { TakeInInitiatives } from '../../src/modules/initiatives/commands/take-in-initiatives.js';
import { CreatePortfolio } from '../../src/modules/portfolios/commands/create-portfolio.js';
import type { Portfolio } from '../../src/modules/portfolios/queries/portfolios.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { Templates } from '../../src/modules/templates/queries/templates.js';
import { GivenClock } from '../../src/platform/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createTestDatabase } from './database.js';

export const BEGINNING = '2026-03-02T09:00:00.000Z' as Instant;

/** What a command accepted. Throws where it refused, with every reason. */
export const made = <T>(result: Result<T>): T => {
  if (!result.ok) {
    throw new Error(`Refused: ${result.refusals.map(({ code, message }) => `${code} ${message}`).join(' ')}`);
  }
  return result.value;
};

const PEOPLE = {
  manager: ['PROGRAM_MANAGER'],
  reviewer: ['EVIDENCE_REVIEWER'],
  gatekeeper: ['GATEKEEPER'],
  designer: ['PROCESS_DESIGNER'],
  admin: ['ADMIN'],
} as const satisfies Record<string, readonly Role[]>;
export type Person = keyof typeof PEOPLE;

/** A visit as a file states it: the stage and the instant it was entered at. */
export type Entered = readonly [stageKey: string, enteredAt: string];

/** The product without a server on a database of its own, a clock that stands where it is put, one portfolio in Berlin and its people. */
export const asOfBench = async () => {
  const database = await createTestDatabase();
  const clock = new GivenClock(BEGINNING);
  const context = await NestFactory.createApplicationContext(ProductModule.on({ source: database.source, clock }), {
    logger: false,
    abortOnError: false,
  });
  await context.get(PublishTemplate).ship(DEFAULT_TEMPLATE);
  const first = await context.get(MakeFirstAdmin).run(null);
  const admin: Viewer = { userId: first!.userId, isInstanceAdmin: true, roles: new Map() };
  const ids = {} as Record<Person, string>;
  for (const name of Object.keys(PEOPLE) as Person[]) {
    ids[name] = made(await context.get(CreateUser).run(admin, { name, email: `${name}@example.org` })).id;
  }

  /** A portfolio in Berlin in which everybody has a role. */
  const room = async (key: string, templateKey: string | null) => {
    const portfolio = made(
      await context.get(CreatePortfolio).run(admin, { key, name: key, timeZone: 'Europe/Berlin', templateKey }),
    );
    const people = {} as Record<Person, Viewer>;
    for (const [name, roles] of Object.entries(PEOPLE) as [Person, readonly Role[]][]) {
      people[name] = { userId: ids[name], isInstanceAdmin: false, roles: new Map([[portfolio.id, roles]]) };
    }
    return { portfolio, people, importRow: importerOf(portfolio, people) };
  };

  /** Takes a row of another register in: where the initiative stood since when, and that it stands where it came last. */
  const importerOf =
    (portfolio: Portfolio, people: Record<Person, Viewer>) =>
    (externalRef: string, templateKey: string, entered: readonly Entered[], name = externalRef) =>
      context.get(UnitOfWork).run(async (tx) => {
        const template = (await context.get(Templates).find(templateKey, null, tx))!;
        const dated = entered.map(([stageKey, enteredAt]) => ({ stageKey, enteredAt: enteredAt as Instant }));
        const row = {
          externalRef,
          stated: { name },
          assumed: { problem: 'Slow', valueThesis: 'COST', ownerId: people.manager.userId } as const,
          course: { dated, stageKey: dated.at(-1)!.stageKey },
          assumedStage: template.stages[0]!.key,
        };
        const stamp = { at: clock.now(), by: people.manager.userId };
        const taken = await context
          .get(TakeInInitiatives)
          .run(tx, { portfolio, template, rows: [row], isDryRun: false }, stamp);
        return { ok: true, value: taken[0]! } as const;
      });

  const bench = {
    ...(await room('PAST', null)),
    database,
    context,
    clock,
    rows: <Row>(sql: string, parameters: unknown[] = []) => database.source.query<Row[]>(sql, parameters),
    close: async () => {
      await context.close();
      await database.drop();
    },
  };
  return {
    ...bench,
    /** The same with another portfolio of a template that was published. */
    inRoom: async (key: string, templateKey: string) => ({ ...bench, ...(await room(key, templateKey)) }),
  };
};
export type AsOfBench = Omit<Awaited<ReturnType<typeof asOfBench>>, 'inRoom'>;
