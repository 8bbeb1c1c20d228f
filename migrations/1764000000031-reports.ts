import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what the reports of a portfolio find what they count, however much else there is. */
export class Reports1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX stage_visit_entered_idx ON stage_visit (portfolio_id, entered_at);
      CREATE INDEX status_change_stop_idx ON status_change (portfolio_id, initiative_id) WHERE status IN ('KILLED', 'RETIRED');
      CREATE INDEX waiver_expiry_idx ON waiver (portfolio_id, expires_on);
      CREATE INDEX gate_condition_closed_idx ON gate_condition (portfolio_id, closed_at);
      CREATE INDEX gate_decision_gate_idx ON gate_decision (portfolio_id, gate_key, decided_at, id);
      CREATE INDEX gate_review_cancelled_idx ON gate_review (portfolio_id, cancelled_at) WHERE status = 'CANCELLED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX gate_review_cancelled_idx;
      DROP INDEX gate_decision_gate_idx;
      DROP INDEX gate_condition_closed_idx;
      DROP INDEX waiver_expiry_idx;
      DROP INDEX status_change_stop_idx;
      DROP INDEX stage_visit_entered_idx;
    `);
  }
}
