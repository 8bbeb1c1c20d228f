import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a portfolio is called and measures by stays as it was made, so every process may remember it. Its counter of initiatives goes on. */
export class PortfoliosStay1764000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER portfolio_stays BEFORE UPDATE OF id, key, name, time_zone, template_id, created_at ON portfolio
        EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER portfolio_kept BEFORE DELETE OR TRUNCATE ON portfolio EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER portfolio_kept ON portfolio; DROP TRIGGER portfolio_stays ON portfolio');
  }
}
