import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the days of each portfolio have begun, and what the system noted of itself: reviews overdue, evidence that ran out. */
export class Schedule1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE portfolio_day (
        portfolio_id uuid NOT NULL,
        -- The last date, in the portfolio's time zone, whose jobs are in the queue or done.
        begun_through date NOT NULL,
        CONSTRAINT portfolio_day_pk PRIMARY KEY (portfolio_id),
        CONSTRAINT portfolio_day_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT portfolio_day_finite CHECK (isfinite(begun_through))
      );

      CREATE FUNCTION refuse_day_again() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'portfolio_day_forward: a day begins once, and % has begun', OLD.begun_through
          USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER portfolio_day_forward BEFORE UPDATE ON portfolio_day FOR EACH ROW
        WHEN (NEW.begun_through < OLD.begun_through OR NEW.portfolio_id <> OLD.portfolio_id) EXECUTE FUNCTION refuse_day_again();

      -- What a portfolio left undone before there was a schedule is done with its first day, and is not caught up day by day.
      INSERT INTO portfolio_day (portfolio_id, begun_through) SELECT id, (now() AT TIME ZONE 'UTC')::date - 1 FROM portfolio;

      CREATE TABLE overdue_review (
        review_id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        noted_at timestamptz(3) NOT NULL,
        CONSTRAINT overdue_review_pk PRIMARY KEY (review_id),
        CONSTRAINT overdue_review_review_fk FOREIGN KEY (portfolio_id, review_id) REFERENCES gate_review (portfolio_id, id)
      );
      CREATE TRIGGER overdue_review_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON overdue_review EXECUTE FUNCTION refuse_change();
      CREATE INDEX gate_review_due_idx ON gate_review (portfolio_id, due_on) WHERE status = 'OPEN';

      CREATE TABLE evidence_expiry (
        evidence_id uuid NOT NULL,
        last_day date NOT NULL,
        noted_at timestamptz(3) NOT NULL,
        CONSTRAINT evidence_expiry_pk PRIMARY KEY (evidence_id),
        CONSTRAINT evidence_expiry_evidence_fk FOREIGN KEY (evidence_id) REFERENCES evidence (id)
      );
      CREATE TRIGGER evidence_expiry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_expiry EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE evidence_expiry;
      DROP INDEX gate_review_due_idx;
      DROP TABLE overdue_review;
      DROP TABLE portfolio_day;
      DROP FUNCTION refuse_day_again();
    `);
  }
}
