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
import { DAYS, FIRST_DAY, UNITS, type Size } from './sizes.js';

/** The product on a database with one portfolio of a size. */
export interface Bench {
  readonly size: Size;
  readonly context: INestApplicationContext;
  readonly source: DataSource;
  readonly admin: Viewer;
  readonly portfolio: Portfolio;
  /** Seconds it took to write the entries, and to sum them up. */
  readonly seconds: { readonly entries: number; readonly rollups: number };
  close(): Promise<void>;
}

const NOW = '2026-10-01T00:00:00.000Z' as Instant;

// What is drawn for the nth of something: the same in every run.
const draw = (seed: number, below: string): string => `(abs(hashint8extended(n, ${seed}) % ${below}))::integer`;
const pick = (seed: number, ...values: readonly string[]): string =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(', ')}])[1 + ${draw(seed, String(values.length))}]`;
const ID = (kind: string, number: string): string => `md5('${kind}-' || ${number})::uuid`;

const INITIATIVES = `
  INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, business_unit, owner_id,
    template_id, stage_key, status, version, created_at, updated_at)
  SELECT ${ID('initiative', 'n')}, $1, n, 'BENCH-' || n, 'Initiative ' || n, 'Work waits.',
    ${pick(1, 'PRODUCTIVITY', 'COST', 'GROWTH', 'RISK_REDUCTION', 'EXPERIENCE')}, ${pick(2, 'CORE', 'CORE', 'CORE', 'ADJACENT', 'TRANSFORMATIONAL')},
    'LIMITED', 'Unit ' || ${draw(3, String(UNITS))}, $2, $3, ${pick(4, 'discovery', 'poc', 'pilot', 'scale', 'operate')}, 'ACTIVE', 1,
    '${FIRST_DAY}', '${FIRST_DAY}'
  FROM generate_series(1, $4::bigint) AS n`;

const REVISIONS = `
  INSERT INTO initiative_revision (initiative_id, version, portfolio_id, risk_tier, attributes, recorded_at, recorded_by)
  SELECT id, 1, portfolio_id, risk_tier,
    jsonb_build_object('name', name, 'valueThesis', value_thesis, 'investmentClass', investment_class, 'businessUnit', business_unit),
    created_at, owner_id
  FROM initiative`;

/** Two stages each: the first for up to a year, then where it stands. */
const VISITS = `
  INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, left_at, is_open, recorded_at)
  SELECT gen_random_uuid(), i.id, i.portfolio_id, i.template_id, stay.stage_key, stay.entered_at, stay.left_at,
    CASE WHEN stay.left_at IS NULL THEN true END, stay.entered_at
  FROM initiative i CROSS JOIN LATERAL (SELECT i.number::bigint AS n) AS numbered
  CROSS JOIN LATERAL (SELECT timestamptz '${FIRST_DAY}' + ${draw(5, '365')} * interval '1 day' AS at) AS moved
  CROSS JOIN LATERAL (VALUES ('intake', timestamptz '${FIRST_DAY}', moved.at), (i.stage_key, moved.at, NULL)) AS stay (stage_key, entered_at, left_at)`;

const ENTRIES = `
  INSERT INTO effort_entry (id, portfolio_id, initiative_id, category_key, category_source, amount, unit, person_days, worked_on, person,
    labels, source, external_id, revision, method, is_reversal, recorded_at, recorded_by)
  SELECT gen_random_uuid(), $1, ${ID('initiative', `(1 + ${draw(6, '$4::bigint')})`)},
    drawn.category, CASE WHEN drawn.category IS NULL THEN 'NONE' ELSE 'STATED' END, drawn.amount, 'HOURS', drawn.amount / 8,
    drawn.day, 'person-' || ${draw(9, '$5::bigint')}, '{}', 'bench', n::text, 1, 'WORKLOG', false,
    drawn.day + interval '1 day', $2
  FROM generate_series($6::bigint, $7::bigint) AS n
  CROSS JOIN LATERAL (SELECT (ARRAY['PEOPLE_PROCESS', 'TECHNOLOGY_DATA', 'ALGORITHMS', NULL])[1 + ${draw(7, '4')}] AS category,
    (1 + ${draw(8, '8')}) / 8.0 AS amount, date '${FIRST_DAY}' + (n * ${DAYS} / ($3::bigint + 1))::integer AS day) AS drawn`;

const IDENTITIES = `
  INSERT INTO effort_identity (portfolio_id, source, external_id, revision, entry_id, worked_on)
  SELECT portfolio_id, source, external_id, revision, id, worked_on FROM effort_entry`;

const PERSON_DAYS = `
  INSERT INTO effort_day (portfolio_id, person, worked_on, hours)
  SELECT portfolio_id, person, worked_on, sum(amount) FROM effort_entry GROUP BY 1, 2, 3`;

const CHUNK = 1_000_000;

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const generate = async (url: string, { size, portfolio, admin }: Pick<Bench, 'size' | 'portfolio' | 'admin'>) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Written past triggers and keys, for ten million rows; what these would have kept is made and checked afterwards.
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'`,
    );
    await client.query(INITIATIVES, [portfolio.id, admin.userId, portfolio.templateId, size.initiatives]);
    await client.query(REVISIONS);
    await client.query(VISITS);
    const entries = await secondsOf(async () => {
      for (let first = 1; first <= size.entries; first += CHUNK) {
        const last = Math.min(first + CHUNK - 1, size.entries);
        await client.query(ENTRIES, [
          portfolio.id,
          admin.userId,
          size.entries,
          size.initiatives,
          size.people,
          first,
          last,
        ]);
      }
      await client.query(IDENTITIES);
      await client.query(PERSON_DAYS);
    });
    await client.query('SET session_replication_role = origin');
    const rollups = await secondsOf(() => client.query('SELECT effort_mend_rollups($1)', [portfolio.id]));
    await client.query('VACUUM ANALYZE');
    return { entries, rollups };
  } finally {
    await client.end();
  }
};

/** Makes a portfolio of a size in an empty database: the same one in every run. */
export const benchOn = async (url: string, size: Size): Promise<Bench> => {
  await migrateToLatest(url);
  const source = await dataSourceFor(url, ENTITIES).initialize();
  const context = await NestFactory.createApplicationContext(ProductModule.on({ source, clock: new GivenClock(NOW) }), {
    logger: false,
    abortOnError: false,
  });
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
      await source.destroy();
    },
  };
};
