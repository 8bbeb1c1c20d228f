import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets as their tools tell of them, the work on them, what they are linked to, and what that changed. */
export class Tickets1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        -- What the tool knows it by for good; the key is what people call it now.
        external_id text NOT NULL,
        key text NOT NULL,
        -- Every key it was ever told under, the present one too.
        known_keys text[] NOT NULL,
        url text,
        project_key text,
        parent_external_id text,
        title text NOT NULL,
        type text,
        status_name text,
        status_category text NOT NULL,
        resolution text,
        labels text[] NOT NULL,
        components text[] NOT NULL,
        points numeric,
        -- Of which version they are: not every word on a ticket says anything of them.
        points_at timestamptz(3),
        original_estimate_seconds bigint,
        time_spent_seconds bigint,
        remaining_seconds bigint,
        assignee_id text,
        assignee_name text,
        tool_created_at timestamptz(3),
        -- Null: nothing is known of it but that it was deleted or brought back.
        tool_updated_at timestamptz(3),
        tool_resolved_at timestamptz(3),
        revision bigint,
        origin text NOT NULL,
        deleted_at timestamptz(3),
        restored_at timestamptz(3),
        first_seen_at timestamptz(3) NOT NULL,
        -- Why some of the work on it is not in the ledger; null: all of it is, as far as it is linked.
        effort_problem text,
        changed_at timestamptz(3) NOT NULL,
        CONSTRAINT ticket_pk PRIMARY KEY (id),
        CONSTRAINT ticket_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT ticket_once UNIQUE (connection_id, external_id),
        CONSTRAINT ticket_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT ticket_status_category_known CHECK (status_category IN ('TODO', 'IN_PROGRESS', 'DONE', 'CANCELED', 'UNKNOWN')),
        CONSTRAINT ticket_origin_known CHECK (origin IN ('HOOK', 'PULL')),
        CONSTRAINT ticket_known_by_its_key CHECK (key = ANY (known_keys)),
        CONSTRAINT ticket_heard_of CHECK (tool_updated_at IS NOT NULL OR deleted_at IS NOT NULL OR restored_at IS NOT NULL)
      );
      CREATE INDEX ticket_key_idx ON ticket (connection_id, key);
      CREATE INDEX ticket_known_keys_idx ON ticket USING gin (known_keys);
      CREATE INDEX ticket_portfolio_idx ON ticket (portfolio_id, id);

      -- What was known of its status, from when on.
      CREATE TABLE ticket_state (
        id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        status_category text NOT NULL,
        status_name text,
        is_deleted boolean NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT ticket_state_pk PRIMARY KEY (id),
        CONSTRAINT ticket_state_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT ticket_state_category_known CHECK (status_category IN ('TODO', 'IN_PROGRESS', 'DONE', 'CANCELED', 'UNKNOWN'))
      );
      CREATE INDEX ticket_state_history_idx ON ticket_state (ticket_id, recorded_at, id);
      CREATE TRIGGER ticket_state_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_state
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE worklog (
        connection_id uuid NOT NULL,
        external_id text NOT NULL,
        portfolio_id uuid NOT NULL,
        -- All null: nothing is known of it but that it was deleted.
        ticket_external_id text,
        author_id text,
        author_name text,
        local_date date,
        seconds bigint,
        tool_updated_at timestamptz(3),
        -- Once set it stays: an entry that was deleted does not come back.
        deleted_at timestamptz(3),
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT worklog_pk PRIMARY KEY (connection_id, external_id),
        CONSTRAINT worklog_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT worklog_whole CHECK (num_nulls(local_date, seconds, tool_updated_at) IN (0, 3)
          AND (tool_updated_at IS NULL OR ticket_external_id IS NOT NULL)),
        CONSTRAINT worklog_heard_of CHECK (tool_updated_at IS NOT NULL OR deleted_at IS NOT NULL),
        CONSTRAINT worklog_seconds CHECK (seconds >= 0),
        CONSTRAINT worklog_day_finite CHECK (isfinite(local_date))
      );
      CREATE INDEX worklog_ticket_idx ON worklog (connection_id, ticket_external_id);

      -- What the running total of a ticket was read as: a set, for what it comes to does not depend on the order of reading.
      CREATE TABLE counter_reading (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        ticket_external_id text NOT NULL,
        cumulative_seconds bigint NOT NULL,
        previous_seconds bigint,
        by_id text,
        by_name text,
        at timestamptz(3) NOT NULL,
        revision bigint,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT counter_reading_pk PRIMARY KEY (id),
        CONSTRAINT counter_reading_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT counter_reading_seconds CHECK (cumulative_seconds >= 0 AND previous_seconds >= 0)
      );
      CREATE UNIQUE INDEX counter_reading_once
        ON counter_reading (connection_id, ticket_external_id, coalesce(revision, -1), at, cumulative_seconds);

      CREATE TABLE ticket_link (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        share_percent numeric NOT NULL,
        -- Null: by hand.
        rule_name text,
        linked_at timestamptz(3) NOT NULL,
        linked_by uuid NOT NULL,
        unlinked_at timestamptz(3),
        unlinked_by uuid,
        CONSTRAINT ticket_link_pk PRIMARY KEY (id),
        CONSTRAINT ticket_link_ticket_fk FOREIGN KEY (portfolio_id, ticket_id) REFERENCES ticket (portfolio_id, id),
        CONSTRAINT ticket_link_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT ticket_link_linked_by_fk FOREIGN KEY (linked_by) REFERENCES app_user (id),
        CONSTRAINT ticket_link_unlinked_by_fk FOREIGN KEY (unlinked_by) REFERENCES app_user (id),
        CONSTRAINT ticket_link_share CHECK (share_percent > 0 AND share_percent <= 100),
        CONSTRAINT ticket_link_end CHECK (num_nulls(unlinked_at, unlinked_by) IN (0, 2))
      );
      CREATE UNIQUE INDEX ticket_link_one ON ticket_link (ticket_id, initiative_id) WHERE unlinked_at IS NULL;
      CREATE INDEX ticket_link_initiative_idx ON ticket_link (initiative_id, ticket_id) WHERE unlinked_at IS NULL;

      CREATE TABLE ticket_criterion (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        criterion_key text NOT NULL,
        rule_name text,
        linked_at timestamptz(3) NOT NULL,
        linked_by uuid NOT NULL,
        unlinked_at timestamptz(3),
        unlinked_by uuid,
        CONSTRAINT ticket_criterion_pk PRIMARY KEY (id),
        CONSTRAINT ticket_criterion_ticket_fk FOREIGN KEY (portfolio_id, ticket_id) REFERENCES ticket (portfolio_id, id),
        CONSTRAINT ticket_criterion_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT ticket_criterion_linked_by_fk FOREIGN KEY (linked_by) REFERENCES app_user (id),
        CONSTRAINT ticket_criterion_unlinked_by_fk FOREIGN KEY (unlinked_by) REFERENCES app_user (id),
        CONSTRAINT ticket_criterion_end CHECK (num_nulls(unlinked_at, unlinked_by) IN (0, 2))
      );
      CREATE UNIQUE INDEX ticket_criterion_one ON ticket_criterion (ticket_id, initiative_id, criterion_key) WHERE unlinked_at IS NULL;
      CREATE INDEX ticket_criterion_initiative_idx ON ticket_criterion (initiative_id, criterion_key);

      -- Shares of a ticket never come to more than the whole of it, whoever links at once.
      CREATE FUNCTION guard_ticket_shares() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM ticket WHERE id = NEW.ticket_id FOR NO KEY UPDATE;
        IF (SELECT sum(share_percent) FROM ticket_link WHERE ticket_id = NEW.ticket_id AND unlinked_at IS NULL) > 100 THEN
          RAISE EXCEPTION 'ticket_link: the shares of a ticket come to more than 100 percent'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ticket_link_shares';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER ticket_link_shares AFTER INSERT OR UPDATE ON ticket_link
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_ticket_shares();

      -- Links are ended, and else stay as they were made.
      CREATE FUNCTION guard_ticket_link() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        written CONSTANT text[] := ARRAY['unlinked_at', 'unlinked_by'];
      BEGIN
        IF TG_OP <> 'UPDATE' THEN
          RAISE EXCEPTION '%: % is refused', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_kept';
        END IF;
        IF OLD.unlinked_at IS NOT NULL OR NEW.unlinked_at IS NULL OR to_jsonb(OLD) - written <> to_jsonb(NEW) - written THEN
          RAISE EXCEPTION '%: it is ended once, and else stays as it is', TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_unchanged';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ticket_link_lawful BEFORE UPDATE ON ticket_link FOR EACH ROW EXECUTE FUNCTION guard_ticket_link();
      CREATE TRIGGER ticket_link_kept BEFORE DELETE OR TRUNCATE ON ticket_link EXECUTE FUNCTION guard_ticket_link();
      CREATE TRIGGER ticket_criterion_lawful BEFORE UPDATE ON ticket_criterion FOR EACH ROW EXECUTE FUNCTION guard_ticket_link();
      CREATE TRIGGER ticket_criterion_kept BEFORE DELETE OR TRUNCATE ON ticket_criterion EXECUTE FUNCTION guard_ticket_link();

      -- Which entries of effort the work on a ticket is booked as: what is not wanted any more can be taken back.
      CREATE TABLE ticket_effort (
        connection_id uuid NOT NULL,
        external_id text NOT NULL,
        portfolio_id uuid NOT NULL,
        ticket_external_id text NOT NULL,
        CONSTRAINT ticket_effort_pk PRIMARY KEY (connection_id, external_id),
        CONSTRAINT ticket_effort_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id)
      );
      CREATE INDEX ticket_effort_ticket_idx ON ticket_effort (connection_id, ticket_external_id);

      -- That what a decision rested on is otherwise now; the decision stands.
      CREATE TABLE basis_change (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        criterion_key text NOT NULL,
        reason text NOT NULL,
        noted_at timestamptz(3) NOT NULL,
        CONSTRAINT basis_change_pk PRIMARY KEY (id),
        CONSTRAINT basis_change_decision_fk FOREIGN KEY (decision_id) REFERENCES gate_decision (id),
        CONSTRAINT basis_change_ticket_fk FOREIGN KEY (portfolio_id, ticket_id) REFERENCES ticket (portfolio_id, id),
        CONSTRAINT basis_change_says_why CHECK (reason <> '')
      );
      CREATE INDEX basis_change_decision_idx ON basis_change (decision_id, noted_at, id);
      CREATE TRIGGER basis_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON basis_change
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- A ticket that is done is evidence, and is withdrawn once it no longer is.
      ALTER TABLE evidence DROP CONSTRAINT evidence_kind_known, ADD CONSTRAINT evidence_kind_known CHECK (
        kind IN ('UX_REVIEW', 'MONITORING_PLAN', 'CHANGE_PLAN', 'DOCUMENT', 'CHECKLIST', 'SIGN_OFF', 'EXTERNAL_CHECK', 'TICKETS_DONE')
      );
      CREATE TABLE evidence_withdrawal (
        evidence_id uuid NOT NULL,
        reason text NOT NULL,
        withdrawn_at timestamptz(3) NOT NULL,
        CONSTRAINT evidence_withdrawal_pk PRIMARY KEY (evidence_id),
        CONSTRAINT evidence_withdrawal_evidence_fk FOREIGN KEY (evidence_id) REFERENCES evidence (id),
        CONSTRAINT evidence_withdrawal_says_why CHECK (reason <> '')
      );
      CREATE TRIGGER evidence_withdrawal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_withdrawal
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- Tickets like this also belong to this criterion of the initiative.
      ALTER TABLE classification_rule ADD COLUMN criterion_key text,
        ADD CONSTRAINT classification_rule_criterion CHECK (criterion_key IS NULL OR initiative_id IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE classification_rule DROP CONSTRAINT classification_rule_criterion, DROP COLUMN criterion_key;
      DROP TABLE evidence_withdrawal;
      ALTER TABLE evidence DISABLE TRIGGER evidence_append_only;
      DELETE FROM evidence WHERE kind = 'TICKETS_DONE';
      ALTER TABLE evidence ENABLE TRIGGER evidence_append_only;
      ALTER TABLE evidence DROP CONSTRAINT evidence_kind_known, ADD CONSTRAINT evidence_kind_known CHECK (
        kind IN ('UX_REVIEW', 'MONITORING_PLAN', 'CHANGE_PLAN', 'DOCUMENT', 'CHECKLIST', 'SIGN_OFF', 'EXTERNAL_CHECK')
      );
      DROP TABLE basis_change;
      DROP TABLE ticket_effort;
      DROP TABLE ticket_criterion;
      DROP TABLE ticket_link;
      DROP FUNCTION guard_ticket_link();
      DROP FUNCTION guard_ticket_shares();
      DROP TABLE counter_reading;
      DROP TABLE worklog;
      DROP TABLE ticket_state;
      DROP TABLE ticket;
    `);
  }
}
