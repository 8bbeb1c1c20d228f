import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conditions of a CONDITIONAL_GO with what becomes of them, and who called a review off and why. */
export class GateConditions1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE gate_review
        ADD COLUMN cancelled_at timestamptz(3),
        ADD COLUMN cancelled_by uuid,
        ADD COLUMN cancel_reason text,
        ADD CONSTRAINT gate_review_cancelled_by_fk FOREIGN KEY (cancelled_by) REFERENCES app_user (id),
        ADD CONSTRAINT gate_review_cancellation CHECK (
          (status = 'CANCELLED') = (cancelled_at IS NOT NULL)
          AND (cancelled_at IS NULL) = (cancelled_by IS NULL)
          AND (cancelled_at IS NULL) = (cancel_reason IS NULL)
        );

      -- What is decided is decided: a review that was closed stays as it was closed.
      CREATE FUNCTION gate_review_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'OPEN' THEN
          RAISE EXCEPTION 'gate_review_closed: review % is %', OLD.id, OLD.status USING ERRCODE = 'check_violation', CONSTRAINT = 'gate_review_closed';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER gate_review_closed BEFORE UPDATE ON gate_review FOR EACH ROW EXECUTE FUNCTION gate_review_guard();

      ALTER TABLE gate_decision ADD CONSTRAINT gate_decision_of_initiative_unique UNIQUE (portfolio_id, initiative_id, id, outcome);

      CREATE TABLE gate_condition (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        -- Always CONDITIONAL_GO: no other decision has conditions.
        decision_outcome text NOT NULL DEFAULT 'CONDITIONAL_GO',
        text text NOT NULL,
        owner_id uuid NOT NULL,
        due_on date NOT NULL,
        criterion_key text,
        status text NOT NULL,
        made_at timestamptz(3) NOT NULL,
        breached_at timestamptz(3),
        closed_at timestamptz(3),
        closed_by uuid,
        close_note text,
        close_url text,
        CONSTRAINT gate_condition_pk PRIMARY KEY (id),
        CONSTRAINT gate_condition_decision_fk FOREIGN KEY (portfolio_id, initiative_id, decision_id, decision_outcome)
          REFERENCES gate_decision (portfolio_id, initiative_id, id, outcome),
        CONSTRAINT gate_condition_owner_fk FOREIGN KEY (owner_id) REFERENCES app_user (id),
        CONSTRAINT gate_condition_closed_by_fk FOREIGN KEY (closed_by) REFERENCES app_user (id),
        CONSTRAINT gate_condition_conditional CHECK (decision_outcome = 'CONDITIONAL_GO'),
        CONSTRAINT gate_condition_status_told CHECK (
          status = CASE WHEN closed_at IS NOT NULL THEN 'CLOSED' WHEN breached_at IS NOT NULL THEN 'BREACHED' ELSE 'OPEN' END
        ),
        CONSTRAINT gate_condition_closure CHECK (
          (closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (close_note IS NULL)
          AND (close_url IS NULL OR closed_at IS NOT NULL)
        )
      );
      CREATE INDEX gate_condition_initiative_idx ON gate_condition (initiative_id, made_at, id);
      CREATE INDEX gate_condition_decision_idx ON gate_condition (decision_id);
      CREATE INDEX gate_condition_due_idx ON gate_condition (portfolio_id, due_on, id) WHERE status = 'OPEN';
      CREATE INDEX gate_condition_owner_idx ON gate_condition (owner_id) WHERE status <> 'CLOSED';

      -- A condition is breached once and closed once; what was agreed is never changed.
      CREATE FUNCTION gate_condition_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.closed_at IS NOT NULL
          OR (OLD.breached_at IS NOT NULL AND NEW.breached_at IS DISTINCT FROM OLD.breached_at)
          OR (NEW.id, NEW.portfolio_id, NEW.initiative_id, NEW.decision_id, NEW.text, NEW.owner_id, NEW.due_on, NEW.made_at)
            <> (OLD.id, OLD.portfolio_id, OLD.initiative_id, OLD.decision_id, OLD.text, OLD.owner_id, OLD.due_on, OLD.made_at)
          OR NEW.criterion_key IS DISTINCT FROM OLD.criterion_key
        THEN
          RAISE EXCEPTION 'gate_condition_agreed: condition % is % and stays as it was agreed', OLD.id, OLD.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'gate_condition_agreed';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER gate_condition_agreed BEFORE UPDATE ON gate_condition FOR EACH ROW EXECUTE FUNCTION gate_condition_guard();
      CREATE TRIGGER gate_condition_kept BEFORE DELETE OR TRUNCATE ON gate_condition EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE gate_condition;
      DROP FUNCTION gate_condition_guard();
      ALTER TABLE gate_decision DROP CONSTRAINT gate_decision_of_initiative_unique;
      DROP TRIGGER gate_review_closed ON gate_review;
      DROP FUNCTION gate_review_guard();
      ALTER TABLE gate_review
        DROP CONSTRAINT gate_review_cancellation,
        DROP CONSTRAINT gate_review_cancelled_by_fk,
        DROP COLUMN cancel_reason,
        DROP COLUMN cancelled_by,
        DROP COLUMN cancelled_at;
    `);
  }
}
