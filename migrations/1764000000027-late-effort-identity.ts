import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the queue of late effort needs to find: the last that was said of an entry, so that what was refused is not asked for again. */
export class LateEffortIdentity1764000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX late_effort_identity_idx ON late_effort (portfolio_id, source, external_id, received_at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX late_effort_identity_idx');
  }
}
