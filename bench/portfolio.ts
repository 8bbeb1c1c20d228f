import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import pg from 'pg';
import { ProductModule } from '../src/app.module.js';
import type { Viewer } from '../src/domain/access/access.js';
import type { Instant } from '../src/domain/basics/instant.js';
import { DEFAULT_TEMPLATE } from '../src/domain/pipeline/default-template.js';
import { ENTITIES } from '../src/entities.js';
import { MakeFirstAdmin } from '../src/modules/identity/commands/make-first-admin.js';
import { CreatePortfolio } from '../src/modules/portfolios/commands/create-portfolio.js';
import type { Portfolio } from '../src/modules/portfolios/queries/portfolios.js';
import { PublishTemplate } from '../src/modules/templates/commands/publish-template.js';
import { GivenClock } from '../src/platform/clock.js';
import { dataSourceFor } from '../src/platform/database/data-source.js';
import { migrateToLatest } from '../src/platform/database/migrate.js';
import { writeAudit } from './furnish/audit.js';
import { writeEffort, writeRollups } from './furnish/effort.js';
import { writeEvidence } from './furnish/evidence.js';
import { writeInitiatives } from './furnish/initiatives.js';
import { writeKpis } from './furnish/kpis.js';
import { writePeople } from './furnish/people.js';
import type { Size } from './sizes.js';

/** The product on a database with one portfolio of a size. */
export interface Bench {
  readonly size: Size;
  readonly context: INestApplicationContext;
  /** As the owner of the tables, for what a server would not do. */
  readonly source: DataSource;
  readonly admin: Viewer;
  readonly portfolio: Portfolio;
  /** Seconds it took to write the entries, to sum them up, and to write all else. */
  readonly seconds: { readonly others: number; readonly entries: number; readonly rollups: number };
  close(): Promise<void>;
}

const NOW = '2026-10-01T00:00:00.000Z' as Instant;

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const generate = async (url: string, { size, portfolio, admin }: Pick<Bench, 'size' | 'portfolio' | 'admin'>) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Written past triggers and keys, for ten million rows; what these would have kept is made as well.
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET jit = off`,
    );
    const others = await secondsOf(async () => {
      await writePeople(client, portfolio.id, size.users);
      await writeInitiatives(client, portfolio, size);
      await writeKpis(client, size.measurementsEach);
      await writeEvidence(client, size.users);
      await writeAudit(client, size.initiatives);
    });
    const entries = await secondsOf(() => writeEffort(client, portfolio.id, admin.userId, size));
    await client.query('SET session_replication_role = origin');
    const rollups = await secondsOf(() => writeRollups(client, portfolio.id, size.entries));
    await client.query('VACUUM ANALYZE');
    return { others, entries, rollups };
  } finally {
    await client.end();
  }
};

/** Makes a portfolio of a size in an empty database: the same one in every run. */
export const benchOn = async (url: string, size: Size): Promise<Bench> => {
  const { appRole } = await migrateToLatest(url);
  const source = await dataSourceFor(url, ENTITIES).initialize();
  const served = await dataSourceFor(url, ENTITIES, { role: appRole }).initialize();
  const context = await NestFactory.createApplicationContext(
    ProductModule.on({ source: served, clock: new GivenClock(NOW) }),
    { logger: false, abortOnError: false },
  );
  await context.get(PublishTemplate).ship(DEFAULT_TEMPLATE);
  const first = await context.get(MakeFirstAdmin).run(null);
  const admin: Viewer = { userId: first?.userId ?? '', isInstanceAdmin: true, roles: new Map() };
  const created = await context
    .get(CreatePortfolio)
    .run(admin, { key: 'BENCH', name: 'Bench', timeZone: 'Europe/Berlin', templateKey: null });
  if (!created.ok) {
    throw new Error(JSON.stringify(created.refusals));
  }
  const seconds = await generate(url, { size, portfolio: created.value, admin });
  return {
    size,
    context,
    source,
    admin,
    portfolio: created.value,
    seconds,
    close: async () => {
      await context.close();
      await Promise.all([source.destroy(), served.destroy()]);
    },
  };
};
