import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the rules of a portfolio need to find: who ever was an assistant that people chat with. */
export class Crowds1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX initiative_revision_assistant_idx ON initiative_revision (portfolio_id, initiative_id)
      WHERE attributes ->> 'solutionType' = 'CHAT_ASSISTANT'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX initiative_revision_assistant_idx');
  }
}
