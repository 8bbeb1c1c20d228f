import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an import changed a status: a reason is a text that anybody can write, and tells nobody apart. */
export class ImportedStatuses1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE status_change ADD COLUMN is_imported boolean NOT NULL DEFAULT false;
      ALTER TABLE status_change DISABLE TRIGGER status_change_append_only;
      UPDATE status_change SET is_imported = true WHERE sequence > 1 AND reason = 'Import';
      ALTER TABLE status_change ENABLE TRIGGER status_change_append_only;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE status_change DROP COLUMN is_imported');
  }
}
