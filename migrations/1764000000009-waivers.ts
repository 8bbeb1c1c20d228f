import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waivers: a criterion of a gate that may go unmet for a while, requested by one person and decided by another. */
export class Waivers1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE waiver (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        gate_key text NOT NULL,
        criterion_key text NOT NULL,
        status text NOT NULL,
        reason text NOT NULL,
        compensating_control text NOT NULL,
        requested_on date NOT NULL,
        expires_on date NOT NULL,
        renewals integer NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        requested_by uuid NOT NULL,
        decided_at timestamptz(3),
        decided_by uuid,
        decision_comment text,
        revoked_at timestamptz(3),
        revoked_by uuid,
        revoke_reason text,
        expired_at timestamptz(3),
        CONSTRAINT waiver_pk PRIMARY KEY (id),
        CONSTRAINT waiver_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT waiver_requested_by_fk FOREIGN KEY (requested_by) REFERENCES app_user (id),
        CONSTRAINT waiver_decided_by_fk FOREIGN KEY (decided_by) REFERENCES app_user (id),
        CONSTRAINT waiver_revoked_by_fk FOREIGN KEY (revoked_by) REFERENCES app_user (id),
        CONSTRAINT waiver_status_known CHECK (status IN ('PENDING', 'APPROVED', 'DENIED', 'REVOKED', 'EXPIRED')),
        CONSTRAINT waiver_says_why CHECK (reason <> '' AND compensating_control <> ''),
        CONSTRAINT waiver_term CHECK (expires_on BETWEEN requested_on AND requested_on + 90),
        CONSTRAINT waiver_renewals CHECK (renewals >= 0),
        CONSTRAINT waiver_not_own_decision CHECK (decided_by <> requested_by),
        CONSTRAINT waiver_decision CHECK (
          num_nulls(decided_at, decided_by, decision_comment) IN (0, 3) AND
          CASE status
            WHEN 'PENDING' THEN decided_at IS NULL
            WHEN 'APPROVED' THEN decided_at IS NOT NULL
            WHEN 'DENIED' THEN decided_at IS NOT NULL
            ELSE true
          END
        ),
        CONSTRAINT waiver_revocation CHECK (
          num_nulls(revoked_at, revoked_by, revoke_reason) = CASE status WHEN 'REVOKED' THEN 0 ELSE 3 END
        ),
        CONSTRAINT waiver_expiry CHECK ((status = 'EXPIRED') = (expired_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX waiver_one_live ON waiver (initiative_id, gate_key, criterion_key) WHERE status IN ('PENDING', 'APPROVED');
      CREATE INDEX waiver_history_idx ON waiver (initiative_id, requested_at, id);
      CREATE INDEX waiver_lapse_idx ON waiver (portfolio_id, expires_on) WHERE status IN ('PENDING', 'APPROVED');

      -- A waiver begins PENDING, goes on only by a lawful step, and each step writes only what belongs to it.
      CREATE FUNCTION guard_waiver() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        written text[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'PENDING' THEN
            RAISE EXCEPTION 'waiver: it begins PENDING, not %', NEW.status
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'waiver_begins_pending';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP <> 'UPDATE' THEN
          RAISE EXCEPTION 'waiver: % is refused', TG_OP USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'waiver_kept';
        END IF;
        IF (OLD.status, NEW.status) NOT IN (
          ('PENDING', 'APPROVED'), ('PENDING', 'DENIED'), ('PENDING', 'REVOKED'), ('PENDING', 'EXPIRED'),
          ('APPROVED', 'REVOKED'), ('APPROVED', 'EXPIRED')
        ) THEN
          RAISE EXCEPTION 'waiver: % does not become %', OLD.status, NEW.status
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'waiver_lawful_step';
        END IF;
        written := ARRAY['status'] || CASE NEW.status
          WHEN 'REVOKED' THEN ARRAY['revoked_at', 'revoked_by', 'revoke_reason']
          WHEN 'EXPIRED' THEN ARRAY['expired_at']
          ELSE ARRAY['decided_at', 'decided_by', 'decision_comment']
        END;
        IF to_jsonb(OLD) - written <> to_jsonb(NEW) - written THEN
          RAISE EXCEPTION 'waiver: what was requested and decided stays'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'waiver_unchanged';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER waiver_lawful BEFORE INSERT OR UPDATE ON waiver FOR EACH ROW EXECUTE FUNCTION guard_waiver();
      CREATE TRIGGER waiver_kept BEFORE DELETE OR TRUNCATE ON waiver EXECUTE FUNCTION guard_waiver();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE waiver;
      DROP FUNCTION guard_waiver();
    `);
  }
}
