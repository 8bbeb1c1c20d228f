import { describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dataSourceFor, MIGRATION_NAMES } from '../../src/platform/database/data-source.js';
import { complaintsOf, hasSquawk } from '../support/squawk.js';

/** The last migration of the time when databases were small: it and those before it are as they are. */
const BASELINE = 'IdempotencyKeys1764000000041';

const ALL = dataSourceFor('postgres://nowhere/none').options.migrations as (new () => MigrationInterface)[];

/** What a migration tells the database, with nothing there to tell it to. */
const sqlOf = async (migration: MigrationInterface): Promise<string> => {
  const said: string[] = [];
  const query = (sql: string): Promise<unknown[]> => {
    said.push(sql.trim().replace(/;$/, ''));
    // One partition, for those that go from one to the next.
    return Promise.resolve(sql.includes('FROM pg_inherits') ? [{ schema: 'effort_partition', name: 'rest' }] : []);
  };
  await migration.up({ query } as unknown as QueryRunner);
  return `${said.join(';\n')};\n`;
};

const SKIPPED = 'skipped: the linter runs on Linux with glibc, x64, alone';

(hasSquawk ? describe : describe.skip)(`the migrations since ${BASELINE}${hasSquawk ? '' : ` (${SKIPPED})`}`, () => {
  const newer = ALL.slice(MIGRATION_NAMES.indexOf(BASELINE) + 1);

  it('let the release before them go on while they are applied', async () => {
    const complaints: Record<string, readonly string[]> = {};
    for (const Migration of newer) {
      const migration = new Migration();
      complaints[Migration.name] = complaintsOf(await sqlOf(migration), migration.transaction !== false);
    }
    expect(complaints).toEqual(Object.fromEntries(newer.map(({ name }) => [name, []])));
  });

  it.each([
    ['an index that writers wait for', 'CREATE INDEX i ON kpi (id);', 'require-concurrent-index-creation'],
    ['a column that rows do not have', 'ALTER TABLE kpi ADD COLUMN c text NOT NULL;', 'adding-required-field'],
    ['another type', 'ALTER TABLE kpi ALTER COLUMN id TYPE text;', 'changing-column-type'],
    ['a column that is gone', 'ALTER TABLE kpi DROP COLUMN created_at;', 'ban-drop-column'],
    ['another name', 'ALTER TABLE kpi RENAME COLUMN id TO key;', 'renaming-column'],
    ['a table that is gone', 'DROP TABLE kpi;', 'ban-drop-table'],
    [
      'a check that all rows are read for',
      'ALTER TABLE kpi ADD CONSTRAINT k CHECK (id IS NOT NULL);',
      'constraint-missing-not-valid',
    ],
    [
      'a key that two tables are locked for',
      'ALTER TABLE kpi ADD CONSTRAINT k FOREIGN KEY (id) REFERENCES initiative (id);',
      'adding-foreign-key-constraint',
    ],
    ['no empty values any more', 'ALTER TABLE kpi ALTER COLUMN id SET NOT NULL;', 'adding-not-nullable-field'],
  ])('would be refused with %s', (_, sql, rule) => {
    expect(complaintsOf(sql, true).map((complaint) => complaint.split(':')[0])).toContain(rule);
  });

  it('may not make an index beside the writers and in a transaction at once', () => {
    const sql = 'CREATE INDEX CONCURRENTLY i ON kpi (id);';
    expect(complaintsOf(sql, true)).toEqual([expect.stringMatching(/^ban-concurrent-index-creation-in-transaction/)]);
    expect(complaintsOf(sql, false)).toEqual([]);
  });

  it('may make a table with all that belongs to it, and add what may be empty', () => {
    const sql = `
      CREATE TABLE pet (id uuid NOT NULL, name text NOT NULL, CONSTRAINT pet_pk PRIMARY KEY (id), CONSTRAINT pet_named CHECK (name <> ''));
      CREATE INDEX pet_idx ON pet (name);
      ALTER TABLE kpi ADD COLUMN pet text;
      ALTER TABLE kpi ADD CONSTRAINT kpi_pet CHECK (pet <> '') NOT VALID;`;
    expect(complaintsOf(sql, true)).toEqual([]);
  });

  it('may do what is told to be no harm, where the reason stands beside it', () => {
    const sql = `
      -- It has a row for each portfolio.
      -- squawk-ignore require-concurrent-index-creation
      CREATE INDEX i ON portfolio_day (begun_through);`;
    expect(complaintsOf(sql, true)).toEqual([]);
  });
});
