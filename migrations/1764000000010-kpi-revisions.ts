import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of a KPI after the first says why it was made. */
export class KpiRevisions1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE kpi_definition
        ADD COLUMN reason text,
        ADD CONSTRAINT kpi_definition_revision_says_why CHECK (
          CASE WHEN version = 1 THEN reason IS NULL ELSE version > 1 AND reason IS NOT NULL AND reason <> '' END
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE kpi_definition
        DROP CONSTRAINT kpi_definition_revision_says_why,
        DROP COLUMN reason;
    `);
  }
}
