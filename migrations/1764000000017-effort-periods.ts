import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Periods of effort that are closed, and the queue of what comes late for them. */
export class EffortPeriods1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE effort_period_closing (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        -- What the ledger held of these days when they were closed.
        person_days numeric NOT NULL,
        note text,
        closed_at timestamptz(3) NOT NULL,
        closed_by uuid NOT NULL,
        reopened_at timestamptz(3),
        reopened_by uuid,
        reopen_reason text,
        CONSTRAINT effort_period_closing_pk PRIMARY KEY (id),
        CONSTRAINT effort_period_closing_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT effort_period_closing_closed_by_fk FOREIGN KEY (closed_by) REFERENCES app_user (id),
        CONSTRAINT effort_period_closing_reopened_by_fk FOREIGN KEY (reopened_by) REFERENCES app_user (id),
        CONSTRAINT effort_period_closing_days CHECK (first_day <= last_day),
        CONSTRAINT effort_period_closing_note CHECK (note <> ''),
        CONSTRAINT effort_period_closing_reopening CHECK (
          num_nulls(reopened_at, reopened_by, reopen_reason) IN (0, 3) AND reopen_reason <> ''
        ),
        CONSTRAINT effort_period_closing_no_overlap EXCLUDE USING gist (
          portfolio_id WITH =, daterange(first_day, last_day, '[]') WITH &&
        ) WHERE (reopened_at IS NULL)
      );
      CREATE INDEX effort_period_closing_history_idx ON effort_period_closing (portfolio_id, closed_at, id);

      -- A closing stays as it was made, and is undone at most once.
      CREATE FUNCTION guard_effort_period_closing() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        written CONSTANT text[] := ARRAY['reopened_at', 'reopened_by', 'reopen_reason'];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.reopened_at IS NOT NULL THEN
            RAISE EXCEPTION 'effort_period_closing: it begins closed'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'effort_period_closing_begins_closed';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP <> 'UPDATE' THEN
          RAISE EXCEPTION 'effort_period_closing: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'effort_period_closing_kept';
        END IF;
        IF OLD.reopened_at IS NOT NULL OR NEW.reopened_at IS NULL OR to_jsonb(OLD) - written <> to_jsonb(NEW) - written THEN
          RAISE EXCEPTION 'effort_period_closing: it is reopened once, and else stays as it is'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'effort_period_closing_unchanged';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER effort_period_closing_lawful BEFORE INSERT OR UPDATE ON effort_period_closing
        FOR EACH ROW EXECUTE FUNCTION guard_effort_period_closing();
      CREATE TRIGGER effort_period_closing_kept BEFORE DELETE OR TRUNCATE ON effort_period_closing
        EXECUTE FUNCTION guard_effort_period_closing();

      CREATE TABLE late_effort (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        -- What is to be entered, as it was sent; of a deletion what is to be taken back.
        initiative_id uuid NOT NULL,
        category_key text,
        amount numeric NOT NULL,
        unit text NOT NULL,
        worked_on date NOT NULL,
        person text,
        note text,
        labels text[] NOT NULL,
        source text NOT NULL,
        external_id text NOT NULL,
        method text NOT NULL,
        components text[] NOT NULL DEFAULT '{}',
        ticket_type text,
        project_key text,
        connection_id uuid,
        -- The day of the entry that it takes back.
        replaces_on date,
        received_at timestamptz(3) NOT NULL,
        received_by uuid NOT NULL,
        decided_at timestamptz(3),
        decided_by uuid,
        reason text,
        CONSTRAINT late_effort_pk PRIMARY KEY (id),
        CONSTRAINT late_effort_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT late_effort_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT late_effort_category_fk FOREIGN KEY (portfolio_id, category_key) REFERENCES effort_category (portfolio_id, key),
        CONSTRAINT late_effort_received_by_fk FOREIGN KEY (received_by) REFERENCES app_user (id),
        CONSTRAINT late_effort_decided_by_fk FOREIGN KEY (decided_by) REFERENCES app_user (id),
        CONSTRAINT late_effort_kind_known CHECK (kind IN ('RECORD', 'DELETE')),
        CONSTRAINT late_effort_status_known CHECK (status IN ('PENDING', 'ACCEPTED', 'REFUSED', 'SUPERSEDED')),
        CONSTRAINT late_effort_unit_known CHECK (unit IN ('HOURS', 'PERSON_DAYS', 'FTE_MONTHS')),
        CONSTRAINT late_effort_method_known CHECK (method IN ('WORKLOG', 'COUNTER', 'MANUAL', 'ESTIMATED')),
        CONSTRAINT late_effort_amount CHECK (amount > 0 AND amount < 1e12),
        CONSTRAINT late_effort_deletes_something CHECK (kind <> 'DELETE' OR replaces_on IS NOT NULL),
        CONSTRAINT late_effort_decision CHECK (
          num_nulls(decided_at, decided_by) = CASE status WHEN 'PENDING' THEN 2 ELSE 0 END
          AND (reason IS NULL OR status IN ('ACCEPTED', 'REFUSED'))
          AND (reason IS NOT NULL OR status <> 'REFUSED') AND reason <> ''
        )
      );
      CREATE UNIQUE INDEX late_effort_one_pending ON late_effort (portfolio_id, source, external_id) WHERE status = 'PENDING';
      CREATE INDEX late_effort_history_idx ON late_effort (portfolio_id, received_at, id);

      -- It waits, or was outdone within the call that brought it; then it is settled once, and what was sent stays.
      CREATE FUNCTION guard_late_effort() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        written CONSTANT text[] := ARRAY['status', 'decided_at', 'decided_by', 'reason'];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'PENDING' AND (NEW.status <> 'SUPERSEDED' OR NEW.decided_at <> NEW.received_at) THEN
            RAISE EXCEPTION 'late_effort: it begins PENDING, not %', NEW.status
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'late_effort_begins_pending';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP <> 'UPDATE' THEN
          RAISE EXCEPTION 'late_effort: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'late_effort_kept';
        END IF;
        IF OLD.status <> 'PENDING' OR NEW.status = 'PENDING' OR to_jsonb(OLD) - written <> to_jsonb(NEW) - written THEN
          RAISE EXCEPTION 'late_effort: it is settled once, and what was sent stays'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'late_effort_unchanged';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER late_effort_lawful BEFORE INSERT OR UPDATE ON late_effort FOR EACH ROW EXECUTE FUNCTION guard_late_effort();
      CREATE TRIGGER late_effort_kept BEFORE DELETE OR TRUNCATE ON late_effort EXECUTE FUNCTION guard_late_effort();

      ALTER TABLE effort_entry ADD CONSTRAINT effort_entry_late_fk FOREIGN KEY (portfolio_id, late_id) REFERENCES late_effort (portfolio_id, id);

      -- Into a closed period goes only what a late entry says that was accepted at that very instant.
      CREATE FUNCTION refuse_effort_of_closed_periods() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        v_found record;
      BEGIN
        SELECT e.worked_on, c.first_day, c.last_day INTO v_found
        FROM entered e
        JOIN effort_period_closing c ON c.portfolio_id = e.portfolio_id AND e.worked_on BETWEEN c.first_day AND c.last_day
        WHERE c.reopened_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM late_effort l
          WHERE l.portfolio_id = e.portfolio_id AND l.id = e.late_id AND l.source = e.source AND l.external_id = e.external_id
            AND l.status = 'ACCEPTED' AND l.decided_at = e.recorded_at AND (e.is_reversal OR l.kind = 'RECORD')
        ) LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION 'effort_entry: % lies in the closed period % to %', v_found.worked_on, v_found.first_day, v_found.last_day
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'effort_entry_period_open';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER effort_entry_period_open AFTER INSERT ON effort_entry REFERENCING NEW TABLE AS entered
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_effort_of_closed_periods();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER effort_entry_period_open ON effort_entry;
      DROP FUNCTION refuse_effort_of_closed_periods();
      ALTER TABLE effort_entry DROP CONSTRAINT effort_entry_late_fk;
      DROP TABLE late_effort;
      DROP FUNCTION guard_late_effort();
      DROP TABLE effort_period_closing;
      DROP FUNCTION guard_effort_period_closing();
    `);
  }
}
