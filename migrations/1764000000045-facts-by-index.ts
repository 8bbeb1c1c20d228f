import type { MigrationInterface, QueryRunner } from 'typeorm';

const MEASURED = '(kpi_id, measured_on, id) INCLUDE (portfolio_id, value, sample_size, source, recorded_at)';
const WORKED = '(initiative_id, worked_on) INCLUDE (portfolio_id, category_key, person_days, recorded_at)';

interface Partition {
  readonly schema: string;
  readonly name: string;
}

// A quarter that was made meanwhile has it from the beginning.
const WITHOUT = `
  SELECT n.nspname AS schema, c.relname AS name
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE i.inhparent = 'effort_entry'::regclass AND NOT EXISTS (
    SELECT 1 FROM pg_index x JOIN pg_inherits p ON p.inhrelid = x.indexrelid
    WHERE x.indrelid = c.oid AND p.inhparent = 'effort_entry_facts_idx'::regclass
  ) ORDER BY 1, 2`;
const IS_THERE = 'SELECT to_regclass($1) IS NOT NULL AS yes';
const IS_WHOLE = 'SELECT EXISTS (SELECT 1 FROM pg_index WHERE indexrelid = to_regclass($1) AND indisvalid) AS yes';

const answer = async (runner: QueryRunner, question: string, index: string): Promise<boolean> => {
  const [row] = (await runner.query(question, [index])) as readonly { readonly yes: boolean }[];
  return row?.yes === true;
};

/**
 * What assessments look at stands in the index itself: a measurement or an entry lies on another page than the one before it of the
 * same initiative, so each of them took the reading of a page. The indexes are made beside whoever writes, and it may be stopped
 * halfway: what is whole is left, and all else made anew.
 */
export class FactsByIndex1764000000045 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await this.build(runner, 'kpi_measurement_facts_idx', `kpi_measurement ${MEASURED}`);
    await this.besideOthers(runner, 'DROP INDEX CONCURRENTLY IF EXISTS kpi_measurement_history_idx');
    if (!(await answer(runner, IS_THERE, 'effort_entry_facts_idx'))) {
      await runner.query(`
        -- Empty, and not in use before each partition has its own.
        -- squawk-ignore require-concurrent-index-creation
        CREATE INDEX effort_entry_facts_idx ON ONLY effort_entry ${WORKED}`);
    }
    for (const { schema, name } of (await runner.query(WITHOUT)) as readonly Partition[]) {
      await this.build(runner, `${schema}.${name}_facts_idx`, `${schema}.${name} ${WORKED}`);
      await runner.query(`ALTER INDEX effort_entry_facts_idx ATTACH PARTITION ${schema}.${name}_facts_idx`);
    }
    await runner.query(`
      -- One of a partitioned table cannot go otherwise; it is no work, and comes again where it does not get its lock.
      -- squawk-ignore require-concurrent-index-deletion
      DROP INDEX IF EXISTS effort_entry_initiative_idx`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX effort_entry_facts_idx, kpi_measurement_facts_idx;
      CREATE INDEX effort_entry_initiative_idx ON effort_entry (initiative_id, worked_on);
      CREATE INDEX kpi_measurement_history_idx ON kpi_measurement (kpi_id, measured_on, id);
    `);
  }

  private async build(runner: QueryRunner, index: string, on: string): Promise<void> {
    if (!(await answer(runner, IS_WHOLE, index))) {
      await this.besideOthers(runner, `DROP INDEX CONCURRENTLY IF EXISTS ${index}`);
      await this.besideOthers(runner, `CREATE INDEX CONCURRENTLY ${index.split('.').at(-1) ?? index} ON ${on}`);
    }
  }

  /** Nobody waits behind it, so it may wait for whoever reads or writes for long. */
  private async besideOthers(runner: QueryRunner, statement: string): Promise<void> {
    await runner.query(`SET lock_timeout = '5min'`);
    try {
      await runner.query(statement);
    } finally {
      await runner.query('RESET lock_timeout');
    }
  }
}
