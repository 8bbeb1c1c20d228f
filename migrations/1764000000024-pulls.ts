import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far tools were read, and every time they were. */
export class Pulls1764000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sync_cursor (
        connection_id uuid NOT NULL,
        stream text NOT NULL,
        portfolio_id uuid NOT NULL,
        -- Only the client of the tool can read it.
        position jsonb NOT NULL,
        -- True while the past is read, of which no hook ever told.
        is_history boolean NOT NULL DEFAULT false,
        -- When it was last read up to its end; null: never.
        swept_at timestamptz(3),
        -- Counts the steps, so that of two who read at once one stops.
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT sync_cursor_pk PRIMARY KEY (connection_id, stream),
        CONSTRAINT sync_cursor_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id)
      );

      CREATE TABLE pull_run (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        streams text[] NOT NULL,
        -- Of the connection: what it was set to when it was asked.
        connection_version integer NOT NULL,
        started_at timestamptz(3) NOT NULL,
        started_by uuid NOT NULL,
        -- When it last came on; one that does not is taken for dead.
        seen_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        pages integer NOT NULL DEFAULT 0,
        events integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0,
        -- Of the changes those a hook should have told and did not.
        found integer NOT NULL DEFAULT 0,
        failure text,
        -- Before then the tool wants not to be asked.
        not_before timestamptz(3),
        CONSTRAINT pull_run_pk PRIMARY KEY (id),
        CONSTRAINT pull_run_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT pull_run_started_by_fk FOREIGN KEY (started_by) REFERENCES app_user (id),
        CONSTRAINT pull_run_kind_known CHECK (kind IN ('BACKFILL', 'RECONCILE', 'COMPARE')),
        CONSTRAINT pull_run_status_known CHECK (status IN ('RUNNING', 'DONE', 'FAILED')),
        CONSTRAINT pull_run_end CHECK ((ended_at IS NULL) = (status = 'RUNNING')),
        CONSTRAINT pull_run_says_why CHECK ((failure IS NOT NULL) = (status = 'FAILED')),
        CONSTRAINT pull_run_counts CHECK (pages >= 0 AND events >= 0 AND changed >= found AND found >= 0)
      );
      -- A connection is read by one at a time.
      CREATE UNIQUE INDEX pull_run_one ON pull_run (connection_id) WHERE status = 'RUNNING';
      CREATE INDEX pull_run_history_idx ON pull_run (connection_id, kind, started_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE pull_run;
      DROP TABLE sync_cursor;
    `);
  }
}
