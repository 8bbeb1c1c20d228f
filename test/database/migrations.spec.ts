import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ENTITIES } from '../../src/entities.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { rowsAt as query, schemaOf } from '../support/schema-text.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { runProgram } from '../support/processes.js';

// The number src/platform/database/migrate.ts locks while it migrates.
const MIGRATION_LOCK = 7_065_283;

const ALL = dataSourceFor('postgres://nowhere/none').options.migrations as (new () => object)[];
const NAMES = ALL.map((migration) => migration.name);

/** An initiative on which three entries were booked, one long ago, and one taken back. */
const A_LEDGER = `
  DO $$
  DECLARE u uuid := gen_random_uuid(); t uuid := gen_random_uuid(); p uuid := gen_random_uuid(); i uuid := gen_random_uuid();
    gone uuid := gen_random_uuid();
  BEGIN
    INSERT INTO app_user (id, name, email, created_at) VALUES (u, 'Ada', 'ada@example.org', now());
    INSERT INTO workflow_template (id, key, version, name, published_at) VALUES (t, 'steps', 1, 'Steps', now());
    INSERT INTO template_stage (template_id, key, position, name, category) VALUES (t, 'poc', 1, 'PoC', 'POC');
    INSERT INTO portfolio (id, key, name, time_zone, template_id, created_at) VALUES (p, 'AI', 'AI', 'UTC', t, now());
    INSERT INTO initiative (id, portfolio_id, number, key, name, problem, value_thesis, investment_class, risk_tier, owner_id,
      template_id, stage_key, status, version, created_at, updated_at)
    VALUES (i, p, 1, 'AI-1', 'Triage', 'Slow', 'COST', 'CORE', 'LIMITED', u, t, 'poc', 'ACTIVE', 1, now(), now());
    INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, is_open, recorded_at)
    VALUES (gen_random_uuid(), i, p, t, 'poc', now(), true, now());
    INSERT INTO effort_day (portfolio_id, person, worked_on, hours) VALUES (p, 'ada', '2026-03-01', 4);
    INSERT INTO effort_entry (id, portfolio_id, initiative_id, category_source, amount, unit, person_days, worked_on, person, labels, source,
      external_id, revision, method, is_reversal, reverses_id, recorded_at, recorded_by)
    VALUES (gen_random_uuid(), p, i, 'NONE', 8, 'HOURS', 1, '2011-07-01', NULL, '{}', 'jira', '1', 1, 'WORKLOG', false, NULL, now(), u),
      (gen_random_uuid(), p, i, 'NONE', 4, 'HOURS', 0.5, '2026-03-01', 'ada', '{}', 'jira', '2', 1, 'WORKLOG', false, NULL, now(), u),
      (gone, p, i, 'NONE', 2, 'HOURS', 0.25, '2026-03-01', 'ada', '{}', 'jira', '3', 1, 'WORKLOG', false, NULL, now(), u),
      (gen_random_uuid(), p, i, 'NONE', 2, 'HOURS', -0.25, '2026-03-01', 'ada', '{}', 'jira', '3', 1, 'WORKLOG', true, gone, now(), u);
  END $$`;

describe('the migrations', () => {
  let database: { url: string; drop(): Promise<void> };

  beforeEach(async () => {
    database = await createEmptyDatabase();
  });

  afterEach(() => database.drop());

  const undo = async (migrations: readonly string[]): Promise<void> => {
    const source = await dataSourceFor(database.url).initialize();
    try {
      for (let left = migrations.length; left > 0; left -= 1) {
        await source.undoLastMigration();
      }
    } finally {
      await source.destroy();
    }
  };

  it('build the schema on an empty database, take it down to nothing, and build the same again', async () => {
    expect((await migrateToLatest(database.url)).applied).toEqual(NAMES);
    const first = await schemaOf(database.url);
    expect(first.length).toBeGreaterThan(100);

    await undo(NAMES);
    expect(await schemaOf(database.url)).toEqual([]);

    expect((await migrateToLatest(database.url)).applied).toEqual(NAMES);
    expect(await schemaOf(database.url)).toEqual(first);
  });

  it('keep the ledger of effort through the change to partitions and rollups, forth and back', async () => {
    await migrateToLatest(database.url);
    await query(database.url, A_LEDGER);
    const ledger = () =>
      query(
        database.url,
        'SELECT id, worked_on, person_days, external_id, revision, is_reversal, reverses_id FROM effort_entry ORDER BY id',
      );
    const drift = () =>
      query(
        database.url,
        'SELECT 1 FROM effort_rollup_drift UNION ALL SELECT 1 FROM effort_identity_drift UNION ALL SELECT 1 FROM effort_day_drift',
      );
    const before = await ledger();
    expect(before).toHaveLength(4);
    expect(await drift()).toEqual([]);

    await undo(NAMES.slice(NAMES.indexOf('EffortLedger1764000000015')));
    expect(await ledger()).toEqual(before);

    await migrateToLatest(database.url);
    expect(await ledger()).toEqual(before);
    expect(await drift()).toEqual([]);
    expect(await query(database.url, 'SELECT sum(person_days) = 1.5 AS same FROM effort_delta')).toEqual([
      { same: true },
    ]);
    expect(await query(database.url, 'SELECT effort_fold(10) AS folded')).toEqual([{ folded: 2 }]);
    expect(await drift()).toEqual([]);
  });

  it('have nothing left to do on a database that is up to date', async () => {
    await migrateToLatest(database.url);
    expect((await migrateToLatest(database.url)).applied).toEqual([]);
  });

  it('let the others pass where a lock is not to be had, and come again', async () => {
    await migrateToLatest(database.url);
    const undone = NAMES.slice(NAMES.indexOf('StageExits1764000000039'));
    await undo(undone);
    const reader = new pg.Client({ connectionString: database.url });
    await reader.connect();
    const waiting = async (): Promise<boolean> =>
      (
        await query(
          database.url,
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'relation'`,
        )
      ).length > 0;
    try {
      await reader.query('BEGIN');
      await reader.query('LOCK TABLE stage_total IN ROW EXCLUSIVE MODE');
      const migrated = migrateToLatest(database.url);
      await until('a migration that waits for a lock', waiting);
      // Whoever comes meanwhile waits behind it, and not for long.
      await query(database.url, 'BEGIN; LOCK TABLE stage_total IN ROW EXCLUSIVE MODE; COMMIT');
      expect(await schemaOf(database.url)).not.toContainEqual(expect.stringContaining('stage_exit_count'));
      await reader.query('COMMIT');
      expect((await migrated).applied).toEqual(undone);
    } finally {
      await reader.end();
    }
  });

  it('are applied by one of two processes that start at once, while the other waits', async () => {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    const programs = [runProgram('migrate-once.ts', database.url), runProgram('migrate-once.ts', database.url)];
    try {
      await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const waiting = `
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'SELECT pg_try_advisory_lock%'`;
      while ((await holder.query<{ count: number }>(waiting)).rows[0]?.count !== 2) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    } finally {
      await holder.end();
    }

    const applied = await Promise.all(programs.map(async ({ firstLine }) => JSON.parse(await firstLine) as string[]));
    expect(applied.sort((a, b) => a.length - b.length)).toEqual([[], NAMES]);
    expect(await Promise.all(programs.map(({ ended }) => ended))).toEqual([0, 0]);
  });

  it('make the indexes of the ledger anew where that was stopped halfway', async () => {
    await migrateToLatest(database.url);
    await undo(NAMES.slice(NAMES.indexOf('FactsByIndex1764000000045')));
    await query(
      database.url,
      `CREATE INDEX effort_entry_facts_idx ON ONLY effort_entry (initiative_id, worked_on) INCLUDE (portfolio_id, category_key, person_days, recorded_at);
       CREATE INDEX rest_facts_idx ON effort_partition.rest (initiative_id);
       CREATE INDEX kpi_measurement_facts_idx ON kpi_measurement (kpi_id);
       UPDATE pg_index SET indisvalid = false
       WHERE indexrelid IN ('kpi_measurement_facts_idx'::regclass, 'effort_partition.rest_facts_idx'::regclass);
       CREATE INDEX entry_2026_q1_facts_idx ON effort_partition.entry_2026_q1 (initiative_id, worked_on)
         INCLUDE (portfolio_id, category_key, person_days, recorded_at)`,
    );
    await migrateToLatest(database.url);
    const indexes = `
      SELECT DISTINCT regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', '') AS definition, indisvalid AS "isValid" FROM pg_index
      WHERE indexrelid::regclass::text LIKE '%facts_idx' ORDER BY 1`;
    expect(await query(database.url, indexes)).toEqual([
      {
        definition: 'btree (initiative_id, worked_on) INCLUDE (portfolio_id, category_key, person_days, recorded_at)',
        isValid: true,
      },
      {
        definition: 'btree (kpi_id, measured_on, id) INCLUDE (portfolio_id, value, sample_size, source, recorded_at)',
        isValid: true,
      },
    ]);
  });
});

describe('the entities', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });

  afterEach(() => database.drop());

  // TypeORM compares tables, columns, types, nullability, defaults, indexes, keys, and the names of checks and exclusions.
  const drift = async (): Promise<string[]> =>
    (await database.source.driver.createSchemaBuilder().log()).upQueries.map((change) => change.query);

  it('describe the schema that the migrations built', async () => {
    expect(await drift()).toEqual([]);
  });

  it('name every table there is', async () => {
    const tables = await query<{ name: string }>(
      database.url,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
    );
    const described = database.source.entityMetadatas.map((entity) => entity.tableName);
    expect(described).toHaveLength(ENTITIES.length);
    expect(described.sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  it('name every check and exclusion there is', async () => {
    const checks = await query<{ name: string }>(
      database.url,
      `SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'x')`,
    );
    const described = database.source.entityMetadatas.flatMap((entity) =>
      [...entity.checks, ...entity.exclusions].map(({ name }) => name),
    );
    expect(described.sort()).toEqual(checks.map(({ name }) => name).sort());
  });

  it.each([
    ['a column too many', 'ALTER TABLE kpi ADD COLUMN colour text'],
    ['a column too few', 'ALTER TABLE effort_entry DROP COLUMN note'],
    ['another type', 'ALTER TABLE allocation_category ALTER COLUMN target_percent TYPE real'],
    ['a column that may be empty', 'ALTER TABLE app_user ALTER COLUMN name DROP NOT NULL'],
    ['another default', 'ALTER TABLE app_user ALTER COLUMN is_instance_admin SET DEFAULT true'],
    ['an index too few', 'DROP INDEX kpi_initiative_idx'],
    ['a foreign key too few', 'ALTER TABLE kpi DROP CONSTRAINT kpi_initiative_fk'],
    ['a unique key too few', 'ALTER TABLE app_user DROP CONSTRAINT app_user_email_unique'],
    ['a check too few', 'ALTER TABLE app_user DROP CONSTRAINT app_user_email_lower'],
    ['an exclusion too few', 'ALTER TABLE stage_visit DROP CONSTRAINT stage_visit_no_overlap'],
  ])('are told apart from a schema with %s', async (_, change) => {
    await database.source.query(change);
    expect(await drift()).not.toEqual([]);
  });
});
