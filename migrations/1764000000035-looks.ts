import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a look at a portfolio reads: who stands where, who left last, who ended last, and the last decision that was no GO. */
export class Looks1764000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX initiative_standing_idx ON initiative (portfolio_id, stage_key) WHERE status IN ('ACTIVE', 'ON_HOLD');
      CREATE INDEX stage_visit_left_idx ON stage_visit (portfolio_id, stage_key, left_at) WHERE left_at IS NOT NULL;
      CREATE INDEX status_change_ended_idx ON status_change (portfolio_id, changed_at) WHERE status IN ('KILLED', 'RETIRED');
      CREATE INDEX gate_decision_no_go_idx ON gate_decision (portfolio_id, gate_key, decided_at, id) WHERE outcome <> 'GO';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX gate_decision_no_go_idx;
      DROP INDEX status_change_ended_idx;
      DROP INDEX stage_visit_left_idx;
      DROP INDEX initiative_standing_idx;
    `);
  }
}
