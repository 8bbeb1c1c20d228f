import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Connections to ticketing tools, what came in by them, and what has to be asked for. */
export class Connections1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE integration_connection (
        -- Random through and through: it stands in the address of the hook.
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        tool text NOT NULL,
        name text NOT NULL,
        settings jsonb NOT NULL,
        paused boolean NOT NULL DEFAULT false,
        -- Sealed: what deliveries are verified by; the one before it holds until its end.
        secret bytea NOT NULL,
        previous_secret bytea,
        previous_secret_until timestamptz(3),
        -- Sealed: what the tool is asked with.
        credential bytea,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL,
        created_by uuid NOT NULL,
        deleted_at timestamptz(3),
        CONSTRAINT integration_connection_pk PRIMARY KEY (id),
        CONSTRAINT integration_connection_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT integration_connection_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT integration_connection_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user (id),
        CONSTRAINT integration_connection_tool_known CHECK (tool IN ('JIRA', 'GITHUB', 'GITLAB', 'LINEAR', 'AZURE_DEVOPS', 'GENERIC')),
        CONSTRAINT integration_connection_name CHECK (name <> ''),
        CONSTRAINT integration_connection_rotation CHECK (num_nulls(previous_secret, previous_secret_until) IN (0, 2))
      );
      CREATE UNIQUE INDEX integration_connection_name_unique ON integration_connection (portfolio_id, lower(name)) WHERE deleted_at IS NULL;

      CREATE TABLE inbound_delivery (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        delivery_key text NOT NULL,
        event_name text,
        status text NOT NULL,
        reason text,
        -- How often the same delivery came again.
        repetitions integer NOT NULL DEFAULT 0,
        received_at timestamptz(3) NOT NULL,
        headers jsonb NOT NULL,
        -- Null where there is nothing to keep of it, and once it has been kept long enough.
        body bytea,
        body_sha256 bytea NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        -- When it is tried next; null: never, unless somebody replays it.
        due_at timestamptz(3),
        settled_at timestamptz(3),
        CONSTRAINT inbound_delivery_pk PRIMARY KEY (id),
        CONSTRAINT inbound_delivery_once UNIQUE (connection_id, delivery_key),
        CONSTRAINT inbound_delivery_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT inbound_delivery_status_known CHECK (status IN ('RECEIVED', 'APPLIED', 'IGNORED', 'DUPLICATE', 'QUARANTINED', 'FAILED')),
        CONSTRAINT inbound_delivery_counts CHECK (repetitions >= 0 AND attempts >= 0),
        CONSTRAINT inbound_delivery_due CHECK (due_at IS NULL OR status = 'RECEIVED'),
        CONSTRAINT inbound_delivery_says_why CHECK (reason <> '' AND (reason IS NOT NULL OR status NOT IN ('QUARANTINED', 'FAILED')))
      );
      CREATE INDEX inbound_delivery_history_idx ON inbound_delivery (connection_id, received_at, id);
      CREATE INDEX inbound_delivery_status_idx ON inbound_delivery (connection_id, status, received_at, id);
      CREATE INDEX inbound_delivery_due_idx ON inbound_delivery (due_at) WHERE due_at IS NOT NULL;

      -- What a delivery did not say and the tool has to be asked for. Wishes for the same are one.
      CREATE TABLE refetch_wish (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        what text NOT NULL,
        -- Of the ticket: its id, or its key where that is all there is.
        ticket text NOT NULL,
        by_key boolean NOT NULL,
        worklog_external_id text,
        why text NOT NULL,
        wished_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz(3),
        failure text,
        CONSTRAINT refetch_wish_pk PRIMARY KEY (id),
        CONSTRAINT refetch_wish_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT refetch_wish_what_known CHECK (what IN ('TICKET', 'WORKLOG')),
        CONSTRAINT refetch_wish_worklog CHECK ((what = 'WORKLOG') = (worklog_external_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX refetch_wish_once ON refetch_wish (connection_id, what, by_key, ticket, coalesce(worklog_external_id, ''));
      CREATE INDEX refetch_wish_due_idx ON refetch_wish (due_at) WHERE due_at IS NOT NULL;

      ALTER TABLE classification_rule ADD CONSTRAINT classification_rule_connection_fk
        FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE classification_rule DROP CONSTRAINT classification_rule_connection_fk;
      DROP TABLE refetch_wish;
      DROP TABLE inbound_delivery;
      DROP TABLE integration_connection;
    `);
  }
}
