import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How much of the running total of a ticket it brought along from the ticket it was moved from, and what its status comes to by
 * the tool alone, so that it can be told anew where the settings come to say otherwise.
 */
export class CarriedOver1764000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE carried_effort (
        connection_id uuid NOT NULL,
        ticket_external_id text NOT NULL,
        portfolio_id uuid NOT NULL,
        seconds bigint NOT NULL,
        at timestamptz(3) NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT carried_effort_pk PRIMARY KEY (connection_id, ticket_external_id),
        CONSTRAINT carried_effort_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT carried_effort_seconds CHECK (seconds > 0)
      );

      -- Null: told before this was kept; then it is taken to be what stands.
      ALTER TABLE ticket ADD COLUMN told_category text,
        ADD CONSTRAINT ticket_told_category_known CHECK (told_category IN ('TODO', 'IN_PROGRESS', 'DONE', 'CANCELED', 'UNKNOWN'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket DROP CONSTRAINT ticket_told_category_known, DROP COLUMN told_category;
      DROP TABLE carried_effort;
    `);
  }
}
