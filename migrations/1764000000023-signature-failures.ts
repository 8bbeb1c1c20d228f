import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deliveries that were refused for their signature, without what they said: it is not from whom it claims. */
export class SignatureFailures1764000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signature_failure (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        why text NOT NULL,
        CONSTRAINT signature_failure_pk PRIMARY KEY (id),
        CONSTRAINT signature_failure_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT signature_failure_why_known CHECK (why IN ('MISSING', 'WRONG', 'STALE'))
      );
      CREATE INDEX signature_failure_history_idx ON signature_failure (connection_id, at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signature_failure');
  }
}
