import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews at a gate, the votes cast in them and the decisions made. */
export class Gates1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gate_review (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        gate_key text NOT NULL,
        status text NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        requested_by uuid NOT NULL,
        due_on date,
        note text,
        CONSTRAINT gate_review_pk PRIMARY KEY (id),
        CONSTRAINT gate_review_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT gate_review_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT gate_review_requested_by_fk FOREIGN KEY (requested_by) REFERENCES app_user (id),
        CONSTRAINT gate_review_status_known CHECK (status IN ('OPEN', 'DECIDED', 'CANCELLED'))
      );
      CREATE UNIQUE INDEX gate_review_one_open ON gate_review (initiative_id) WHERE status = 'OPEN';
      CREATE INDEX gate_review_initiative_idx ON gate_review (initiative_id, requested_at);

      CREATE TABLE gate_vote (
        review_id uuid NOT NULL,
        sequence integer NOT NULL,
        portfolio_id uuid NOT NULL,
        voter_id uuid NOT NULL,
        -- Null: abstains.
        outcome text,
        comment text,
        cast_at timestamptz(3) NOT NULL,
        CONSTRAINT gate_vote_pk PRIMARY KEY (review_id, sequence),
        CONSTRAINT gate_vote_review_fk FOREIGN KEY (portfolio_id, review_id) REFERENCES gate_review (portfolio_id, id),
        CONSTRAINT gate_vote_voter_fk FOREIGN KEY (voter_id) REFERENCES app_user (id),
        CONSTRAINT gate_vote_outcome_known CHECK (outcome IN ('GO', 'CONDITIONAL_GO', 'RECYCLE', 'HOLD', 'KILL'))
      );
      CREATE TRIGGER gate_vote_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON gate_vote EXECUTE FUNCTION refuse_change();

      CREATE TABLE gate_decision (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        review_id uuid NOT NULL,
        gate_key text NOT NULL,
        outcome text NOT NULL,
        rationale text NOT NULL,
        template_id uuid NOT NULL,
        from_stage_key text NOT NULL,
        to_stage_key text,
        snapshot text NOT NULL,
        snapshot_sha256 text NOT NULL,
        decided_at timestamptz(3) NOT NULL,
        decided_by uuid NOT NULL,
        CONSTRAINT gate_decision_pk PRIMARY KEY (id),
        CONSTRAINT gate_decision_review_unique UNIQUE (review_id),
        CONSTRAINT gate_decision_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT gate_decision_review_fk FOREIGN KEY (portfolio_id, review_id) REFERENCES gate_review (portfolio_id, id),
        CONSTRAINT gate_decision_from_stage_fk FOREIGN KEY (template_id, from_stage_key) REFERENCES template_stage (template_id, key),
        CONSTRAINT gate_decision_to_stage_fk FOREIGN KEY (template_id, to_stage_key) REFERENCES template_stage (template_id, key),
        CONSTRAINT gate_decision_decided_by_fk FOREIGN KEY (decided_by) REFERENCES app_user (id),
        CONSTRAINT gate_decision_outcome_known CHECK (outcome IN ('GO', 'CONDITIONAL_GO', 'RECYCLE', 'HOLD', 'KILL')),
        CONSTRAINT gate_decision_snapshot_hash CHECK (snapshot_sha256 = encode(sha256(convert_to(snapshot, 'UTF8')), 'hex'))
      );
      CREATE INDEX gate_decision_initiative_idx ON gate_decision (initiative_id, decided_at, id);
      CREATE TRIGGER gate_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON gate_decision EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE gate_decision;
      DROP TABLE gate_vote;
      DROP TABLE gate_review;
    `);
  }
}
