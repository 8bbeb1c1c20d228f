import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the inbox needs to find: what waits for a connection to be resumed, and what has been kept long enough. */
export class Inbox1764000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When it was applied first: a replay after which all was known leaves it APPLIED.
      ALTER TABLE inbound_delivery ADD COLUMN applied_at timestamptz(3);
      ALTER TABLE inbound_delivery ADD CONSTRAINT inbound_delivery_applied CHECK (status <> 'APPLIED' OR applied_at IS NOT NULL);
      CREATE INDEX inbound_delivery_parked_idx ON inbound_delivery (connection_id, received_at) WHERE status = 'RECEIVED' AND due_at IS NULL;
      CREATE INDEX inbound_delivery_kept_idx ON inbound_delivery (received_at) WHERE body IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inbound_delivery_kept_idx;
      DROP INDEX inbound_delivery_parked_idx;
      ALTER TABLE inbound_delivery DROP CONSTRAINT inbound_delivery_applied;
      ALTER TABLE inbound_delivery DROP COLUMN applied_at;
    `);
  }
}
