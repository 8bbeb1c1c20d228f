import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What there ever was of an initiative is read a page at a time, whatever was said of it meanwhile. */
export class FindingEpisodes1764000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX finding_episode_idx ON finding (initiative_id, raised_at, finding_id)
      WHERE superseded_at IS NULL OR cleared_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX finding_episode_idx');
  }
}
