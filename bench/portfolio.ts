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
  /** As the owner of the tables, for what a server would not do. */
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

/** Every stage up to the one it stands in, the moves spread evenly over up to two years. */
const VISITS = `
  WITH stay AS (
    SELECT i.*, d.key AS stay_key, d.position = last.position AS is_last,
      date_trunc('day', timestamptz '${FIRST_DAY}' + moved.days * (d.position - 1) / (last.position - 1) * interval '1 day') AS entered_at,
      date_trunc('day', timestamptz '${FIRST_DAY}' + moved.days * d.position / (last.position - 1) * interval '1 day') AS left_at
    FROM initiative i CROSS JOIN LATERAL (SELECT i.number::bigint AS n) AS numbered
    CROSS JOIN LATERAL (SELECT ${draw(5, '700')} AS days) AS moved
    JOIN template_stage last ON last.template_id = i.template_id AND last.key = i.stage_key
    JOIN template_stage d ON d.template_id = i.template_id AND d.position <= last.position
  )
  INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, left_at, is_open, recorded_at)
  SELECT gen_random_uuid(), id, portfolio_id, template_id, stay_key, entered_at, CASE WHEN NOT is_last THEN left_at END,
    CASE WHEN is_last THEN true END, entered_at
  FROM stay`;

/** One in ten was on hold for a month where it stands. */
const HOLDS = `
  INSERT INTO status_change (initiative_id, sequence, portfolio_id, status, reason, changed_at, changed_by)
  SELECT v.initiative_id, hold.sequence, v.portfolio_id, hold.status, 'It waits.', v.entered_at + hold.days * interval '1 day', i.owner_id
  FROM stage_visit v JOIN initiative i ON i.id = v.initiative_id
  CROSS JOIN (VALUES (1, 'ON_HOLD', 0), (2, 'ACTIVE', 30)) AS hold (sequence, status, days)
  WHERE v.is_open AND i.number % 10 = 0`;

/** What writers keep beside the history: the clock of the stage it stands in, and the days in those it left. */
const CLOCKS = `
  UPDATE initiative i SET clock_days = NULL,
    clock_since = (v.entered_at AT TIME ZONE 'Europe/Berlin')::date + CASE WHEN i.number % 10 = 0 THEN 30 ELSE 0 END
  FROM stage_visit v WHERE v.initiative_id = i.id AND v.is_open`;
const TOTALS = `
  INSERT INTO stage_total (initiative_id, stage_key, portfolio_id, template_key, days)
  SELECT v.initiative_id, v.stage_key, v.portfolio_id, w.key,
    (v.left_at AT TIME ZONE 'Europe/Berlin')::date - (v.entered_at AT TIME ZONE 'Europe/Berlin')::date
  FROM stage_visit v JOIN workflow_template w ON w.id = v.template_id WHERE NOT coalesce(v.is_open, false)`;

const EXITS = `
  INSERT INTO stage_exit_count (portfolio_id, template_key, stage_key, days, exits)
  SELECT portfolio_id, template_key, stage_key, days, count(*) FROM stage_total GROUP BY 1, 2, 3, 4`;

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
    for (const course of [VISITS, HOLDS, CLOCKS, TOTALS, EXITS]) {
      await client.query(course);
    }
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
