import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Endpoints that are told of events, the events that concern them, the messages made of these, and every attempt to deliver one. */
export class OutboundWebhooks1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_endpoint (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        url text NOT NULL,
        events text[] NOT NULL,
        format text NOT NULL,
        -- Sealed: what messages are signed by; the one before it signs too until its end.
        secret bytea NOT NULL,
        previous_secret bytea,
        previous_secret_until timestamptz(3),
        -- Since the first of attempts that all failed.
        failing_since timestamptz(3),
        disabled_at timestamptz(3),
        disabled_reason text,
        created_at timestamptz(3) NOT NULL,
        created_by uuid NOT NULL,
        deleted_at timestamptz(3),
        CONSTRAINT webhook_endpoint_pk PRIMARY KEY (id),
        CONSTRAINT webhook_endpoint_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT webhook_endpoint_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT webhook_endpoint_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user (id),
        CONSTRAINT webhook_endpoint_format_known CHECK (format IN ('STANDARD', 'CLOUD_EVENTS', 'SLACK', 'TEAMS')),
        CONSTRAINT webhook_endpoint_events_known CHECK (cardinality(events) > 0 AND events <@ ARRAY[
          'GATE_DECIDED', 'GATE_REVIEW_REQUESTED', 'STAGE_CHANGED', 'CRITERION_CHANGED', 'CONDITION_BREACHED',
          'INITIATIVE_CREATED', 'FINDING_RAISED', 'EFFORT_OFF_TARGET']),
        CONSTRAINT webhook_endpoint_rotation CHECK (num_nulls(previous_secret, previous_secret_until) IN (0, 2)),
        CONSTRAINT webhook_endpoint_disabled CHECK (
          num_nulls(disabled_at, disabled_reason) IN (0, 2) AND disabled_reason IN ('BY_HAND', 'GONE', 'FAILING'))
      );
      CREATE INDEX webhook_endpoint_living_idx ON webhook_endpoint (portfolio_id) WHERE deleted_at IS NULL;

      -- An event of the audit trail that endpoints are to be told of: written by a trigger, so that it is there exactly if
      -- the event is.
      CREATE TABLE outbound_event (
        chain text NOT NULL,
        sequence integer NOT NULL,
        portfolio_id uuid NOT NULL,
        -- Those that wanted to know when it happened.
        endpoints uuid[] NOT NULL,
        -- When its messages were made; null before that.
        ready_at timestamptz(3),
        -- When to try again where they could not be.
        retry_at timestamptz(3),
        -- What the gate said as of this event, for the next one of the same instant.
        criteria jsonb,
        CONSTRAINT outbound_event_pk PRIMARY KEY (chain, sequence),
        CONSTRAINT outbound_event_audit_fk FOREIGN KEY (chain, sequence) REFERENCES audit_event (chain, sequence),
        CONSTRAINT outbound_event_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id)
      );
      CREATE INDEX outbound_event_waiting_idx ON outbound_event (chain, sequence) WHERE ready_at IS NULL;
      CREATE INDEX outbound_event_ready_idx ON outbound_event (ready_at) WHERE ready_at IS NOT NULL;

      CREATE TABLE webhook_message (
        -- Sent as webhook-id, the same at every attempt.
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        -- The event it tells of, and its place among the messages of that event.
        chain text NOT NULL,
        sequence integer NOT NULL,
        place integer NOT NULL,
        event_type text NOT NULL,
        occurred_at timestamptz(3) NOT NULL,
        data jsonb NOT NULL,
        status text NOT NULL,
        -- Sent again by hand: it neither waits for others nor lets others wait.
        is_resent boolean NOT NULL DEFAULT false,
        failures integer NOT NULL DEFAULT 0,
        due_at timestamptz(3),
        -- Who is sending it, and until when nobody else does.
        lease uuid,
        leased_until timestamptz(3),
        settled_at timestamptz(3),
        CONSTRAINT webhook_message_pk PRIMARY KEY (id),
        CONSTRAINT webhook_message_once UNIQUE (endpoint_id, chain, sequence, place),
        CONSTRAINT webhook_message_endpoint_fk FOREIGN KEY (portfolio_id, endpoint_id) REFERENCES webhook_endpoint (portfolio_id, id),
        CONSTRAINT webhook_message_status_known CHECK (status IN ('PENDING', 'DELIVERED', 'GIVEN_UP')),
        CONSTRAINT webhook_message_settled CHECK ((status = 'PENDING') = (due_at IS NOT NULL) AND (status = 'PENDING') = (settled_at IS NULL)),
        CONSTRAINT webhook_message_lease CHECK (num_nulls(lease, leased_until) IN (0, 2) AND (lease IS NULL OR status = 'PENDING'))
      );
      CREATE INDEX webhook_message_due_idx ON webhook_message (due_at) WHERE status = 'PENDING';
      CREATE INDEX webhook_message_order_idx ON webhook_message (endpoint_id, chain, sequence, place) WHERE status = 'PENDING';
      CREATE INDEX webhook_message_history_idx ON webhook_message (endpoint_id, id);
      CREATE INDEX webhook_message_settled_idx ON webhook_message (settled_at) WHERE settled_at IS NOT NULL;

      CREATE TABLE webhook_attempt (
        message_id uuid NOT NULL,
        number integer NOT NULL,
        attempted_at timestamptz(3) NOT NULL,
        duration_ms integer NOT NULL,
        -- Without the signature.
        request_headers jsonb NOT NULL,
        -- Of HTTP; null where there was no answer.
        status integer,
        -- The first KB of it.
        response text,
        error text,
        CONSTRAINT webhook_attempt_pk PRIMARY KEY (message_id, number),
        CONSTRAINT webhook_attempt_message_fk FOREIGN KEY (message_id) REFERENCES webhook_message (id) ON DELETE CASCADE,
        CONSTRAINT webhook_attempt_says_why CHECK ((status IS NULL) = (error IS NOT NULL))
      );

      -- What kinds of events an action of the audit trail may be told as. The action stands near the beginning of the event:
      -- to find it, the event is not read as JSON, for some are long.
      CREATE FUNCTION webhook_events_of(p_body text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
      BEGIN
        RETURN CASE substring(left(p_body, 200) FROM '"action":"([A-Za-z.]+)"')
          WHEN 'gate.decided' THEN '{GATE_DECIDED,STAGE_CHANGED}'::text[]
          WHEN 'gateReview.requested' THEN '{GATE_REVIEW_REQUESTED}'
          WHEN 'gateCondition.breached' THEN '{CONDITION_BREACHED}'
          WHEN 'initiative.created' THEN '{INITIATIVE_CREATED}'
          WHEN 'initiative.updated' THEN '{STAGE_CHANGED,CRITERION_CHANGED}'
          WHEN 'initiative.templateMigrated' THEN '{STAGE_CHANGED}'
          WHEN 'evidence.submitted' THEN '{CRITERION_CHANGED}'
          WHEN 'evidence.reviewed' THEN '{CRITERION_CHANGED}'
          WHEN 'evidence.ranOut' THEN '{CRITERION_CHANGED}'
          WHEN 'waiver.decided' THEN '{CRITERION_CHANGED}'
          WHEN 'waiver.revoked' THEN '{CRITERION_CHANGED}'
          WHEN 'waiver.expired' THEN '{CRITERION_CHANGED}'
          WHEN 'kpi.defined' THEN '{CRITERION_CHANGED}'
          WHEN 'kpi.revised' THEN '{CRITERION_CHANGED}'
          WHEN 'measurements.recorded' THEN '{CRITERION_CHANGED}'
          WHEN 'ticket.linked' THEN '{CRITERION_CHANGED}'
          WHEN 'ticket.unlinked' THEN '{CRITERION_CHANGED}'
          WHEN 'ticket.done' THEN '{CRITERION_CHANGED}'
          WHEN 'ticket.reopened' THEN '{CRITERION_CHANGED}'
          WHEN 'effortPeriod.closed' THEN '{EFFORT_OFF_TARGET}'
        END;
      END $$;

      CREATE FUNCTION note_outbound_event() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        v_events text[] := webhook_events_of(NEW.body);
        v_portfolio uuid;
        v_endpoints uuid[];
      BEGIN
        IF v_events IS NULL THEN
          RETURN NULL;
        END IF;
        SELECT c.portfolio_id, array_agg(e.id) INTO v_portfolio, v_endpoints
        FROM audit_chain c JOIN webhook_endpoint e ON e.portfolio_id = c.portfolio_id
        WHERE c.chain = NEW.chain AND e.deleted_at IS NULL AND e.disabled_at IS NULL AND e.events && v_events
        GROUP BY c.portfolio_id;
        IF FOUND THEN
          INSERT INTO outbound_event (chain, sequence, portfolio_id, endpoints)
          VALUES (NEW.chain, NEW.sequence, v_portfolio, v_endpoints);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_event_outbound AFTER INSERT ON audit_event
        -- Recorded effort is the bulk of the trail and tells nobody anything: it must cost next to nothing.
        FOR EACH ROW WHEN (left(NEW.body, 200) !~ '"action":"effort[.]') EXECUTE FUNCTION note_outbound_event();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_event_outbound ON audit_event;
      DROP FUNCTION note_outbound_event();
      DROP FUNCTION webhook_events_of(text);
      DROP TABLE webhook_attempt;
      DROP TABLE webhook_message;
      DROP TABLE outbound_event;
      DROP TABLE webhook_endpoint;
    `);
  }
}
