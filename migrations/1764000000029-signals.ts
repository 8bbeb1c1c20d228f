import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is watched once a solution runs: readings of signals, where they are pulled from, and the reviews of benefits. */
export class Signals1764000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signal_reading (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        -- The accepted plan by which the signal was watched when the reading came.
        plan_id uuid NOT NULL,
        signal text NOT NULL,
        at timestamptz(3) NOT NULL,
        -- A clock that runs ahead is taken for the instant of recording.
        heard_at timestamptz(3) NOT NULL,
        value numeric NOT NULL,
        source text NOT NULL,
        external_id text,
        -- Since when the signal is on the level of this value, by the plan of the reading.
        level_since timestamptz(3) NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL,
        CONSTRAINT signal_reading_pk PRIMARY KEY (id),
        CONSTRAINT signal_reading_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT signal_reading_plan_fk FOREIGN KEY (plan_id) REFERENCES evidence (id),
        CONSTRAINT signal_reading_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES app_user (id),
        CONSTRAINT signal_reading_number CHECK (value <> 'NaN' AND value NOT IN ('Infinity', '-Infinity')),
        CONSTRAINT signal_reading_texts CHECK (signal <> '' AND source <> '' AND external_id <> ''),
        CONSTRAINT signal_reading_heard CHECK (heard_at = LEAST(at, recorded_at))
      );
      CREATE UNIQUE INDEX signal_reading_external_unique ON signal_reading (portfolio_id, source, external_id) WHERE external_id IS NOT NULL;
      CREATE UNIQUE INDEX signal_reading_instant_unique ON signal_reading (initiative_id, signal, source, at) WHERE external_id IS NULL;
      CREATE INDEX signal_reading_newest_idx ON signal_reading (initiative_id, signal, heard_at, id);
      CREATE TRIGGER signal_reading_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signal_reading EXECUTE FUNCTION refuse_change();

      CREATE TABLE signal_source (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        signal text NOT NULL,
        url text NOT NULL,
        query text NOT NULL,
        interval_seconds integer NOT NULL,
        token bytea,
        -- Counts the changes, so that what was asked by an older setting is not noted on a newer one.
        version integer NOT NULL DEFAULT 1,
        set_at timestamptz(3) NOT NULL,
        set_by uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        -- Until then one process has it in hand.
        leased_until timestamptz(3),
        last_pulled_at timestamptz(3),
        last_problem text,
        CONSTRAINT signal_source_pk PRIMARY KEY (id),
        CONSTRAINT signal_source_one UNIQUE (initiative_id, signal),
        CONSTRAINT signal_source_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT signal_source_set_by_fk FOREIGN KEY (set_by) REFERENCES app_user (id),
        CONSTRAINT signal_source_interval CHECK (interval_seconds BETWEEN 60 AND 604800)
      );
      CREATE INDEX signal_source_due_idx ON signal_source (due_at);

      CREATE TABLE benefits_review (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        milestone_days integer NOT NULL,
        production_entered_on date NOT NULL,
        due_on date NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        completed_at timestamptz(3),
        completed_by uuid,
        outcome text,
        note text,
        -- What the KPIs had come to when it was completed.
        snapshot jsonb,
        CONSTRAINT benefits_review_pk PRIMARY KEY (id),
        CONSTRAINT benefits_review_once UNIQUE (initiative_id, milestone_days),
        CONSTRAINT benefits_review_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT benefits_review_completed_by_fk FOREIGN KEY (completed_by) REFERENCES app_user (id),
        CONSTRAINT benefits_review_milestone_known CHECK (milestone_days IN (30, 60, 90)),
        CONSTRAINT benefits_review_outcome_known CHECK (outcome IN ('ON_COURSE', 'OFF_COURSE', 'NOT_REALISED')),
        CONSTRAINT benefits_review_completion CHECK (num_nulls(completed_at, completed_by, outcome, note, snapshot) IN (0, 5))
      );
      CREATE INDEX benefits_review_open_idx ON benefits_review (portfolio_id) WHERE completed_at IS NULL;

      -- A review is completed once, and all else of it stays as it was opened.
      CREATE FUNCTION guard_benefits_review() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        written CONSTANT text[] := ARRAY['completed_at', 'completed_by', 'outcome', 'note', 'snapshot'];
      BEGIN
        IF TG_OP <> 'UPDATE' THEN
          RAISE EXCEPTION 'benefits_review: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'benefits_review_kept';
        END IF;
        IF OLD.completed_at IS NOT NULL OR to_jsonb(OLD) - written <> to_jsonb(NEW) - written THEN
          RAISE EXCEPTION 'benefits_review: it is completed once, and all else stays'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'benefits_review_lawful';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER benefits_review_lawful BEFORE UPDATE ON benefits_review FOR EACH ROW EXECUTE FUNCTION guard_benefits_review();
      CREATE TRIGGER benefits_review_kept BEFORE DELETE OR TRUNCATE ON benefits_review EXECUTE FUNCTION guard_benefits_review();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE benefits_review;
      DROP FUNCTION guard_benefits_review();
      DROP TABLE signal_source;
      DROP TABLE signal_reading;
    `);
  }
}
