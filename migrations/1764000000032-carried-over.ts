import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of the running total of a ticket it brought along from the ticket it was moved from. */
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE carried_effort');
  }
}
