import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { AuditEvents } from '../../src/modules/audit/queries/audit-events.js';
import { dataSourceFor, MIGRATION_NAMES } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { appRoleOf } from '../../src/platform/database/app-role.js';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { copyDatabase, createEmptyDatabase, createTestDatabase, openTestDatabase } from '../support/database.js';
import { fillWithOldRows, migrateTo, OLD_PORTFOLIO, OLD_TOKEN } from '../support/old-rows.js';
import { startTestServer } from '../support/server.js';
import { schemaOf } from '../support/schema-text.js';

const DRIFT = `
  SELECT 1 FROM effort_rollup_drift UNION ALL SELECT 1 FROM effort_identity_drift UNION ALL SELECT 1 FROM effort_day_drift`;

const ASK = `{ portfolio(key: "AI") {
  initiatives(orderBy: KEY_ASC) { nodes { key stage { name } } }
  effortSplit(from: "2026-01-01", to: "2026-03-31") { personDays } } }`;

describe('a database with data, brought to the newest schema', () => {
  let release: { url: string; drop(): Promise<void> };
  let newest: string[];

  beforeAll(async () => {
    release = await createEmptyDatabase();
    const fresh = await createTestDatabase();
    newest = await schemaOf(fresh.url);
    await fresh.drop();
  });

  afterAll(() => release.drop());

  // The last one is what the others are brought to.
  it.each(MIGRATION_NAMES.slice(0, -1).map((name, index) => ({ name, count: index + 1 })))(
    'from that of $name keeps every row, and what is counted from them is right',
    async ({ count }) => {
      await migrateTo(release.url, count);
      const database = await copyDatabase(release.url);
      try {
        const before = await fillWithOldRows(database.url);
        const { applied } = await migrateToLatest(database.url);
        expect(applied).toEqual(MIGRATION_NAMES.slice(count));
        expect(await schemaOf(database.url)).toEqual(newest);
        await lookThrough(database.url, before);
      } finally {
        await database.drop();
      }
    },
  );

  it('is served as if it had always been so, to who signed in then', async () => {
    const database = await createEmptyDatabase();
    await migrateTo(database.url, MIGRATION_NAMES.indexOf('Audit1764000000006') + 1);
    await fillWithOldRows(database.url);
    await migrateToLatest(database.url);
    const server = await startTestServer(undefined, {
      database: await openTestDatabase(database.url, () => database.drop(), appRoleOf(database.url)),
    });
    try {
      const { initiatives, effortSplit } = (await server.as(OLD_TOKEN).ask(ASK)).portfolio;
      expect(initiatives.nodes).toEqual([
        { key: 'AI-1', stage: { name: 'Pilot' } },
        { key: 'AI-2', stage: { name: 'PoC' } },
      ]);
      expect(effortSplit.personDays).toBe('0.5');
    } finally {
      await server.stop();
    }
  });
});

/** Looks at what the migrations had to bring over or to make of what was there. */
const lookThrough = async (url: string, before: Readonly<Record<string, number>>): Promise<void> => {
  const source = await dataSourceFor(url, ENTITIES).initialize();
  try {
    const counts: Record<string, number> = {};
    for (const { tableName } of source.entityMetadatas) {
      const [row] = await source.query<{ count: number }[]>(`SELECT count(*) AS count FROM ${tableName}`);
      counts[tableName] = row?.count ?? 0;
    }
    // The user of the system is the one row that a migration adds to what people wrote.
    expect(counts).toMatchObject({ ...before, app_user: (before['app_user'] ?? 0) + 1 });
    expect(await source.query(DRIFT)).toEqual([]);
    if (before['initiative'] !== undefined) {
      expect(await source.query('SELECT key, clock_since, clock_days FROM initiative ORDER BY key')).toEqual([
        { key: 'AI-1', clock_since: '2026-02-20', clock_days: null },
        { key: 'AI-2', clock_since: null, clock_days: 46 },
      ]);
      expect(await source.query('SELECT days, exits FROM stage_exit_count')).toEqual([{ days: 46, exits: 1 }]);
      expect(await source.query('SELECT sequence FROM status_change WHERE is_imported')).toEqual([{ sequence: 2 }]);
    }
    if (before['effort_entry'] !== undefined) {
      expect(await source.query('SELECT sum(person_days) = 1.5 AS same FROM effort_entry')).toEqual([{ same: true }]);
    }
    const events = new AuditEvents(new Database(source));
    expect(await events.verify(OLD_PORTFOLIO)).toMatchObject({
      ok: true,
      checked: counts['audit_event'] === 0 ? 0 : 4,
    });
    expect(await events.verify(null)).toMatchObject({ ok: true, checked: counts['audit_event'] === 0 ? 0 : 1 });
  } finally {
    await source.destroy();
  }
};
