import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an initiative promises, what was measured, and the evidence handed in for its criteria. */
export class KpisAndEvidence1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kpi (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT kpi_pk PRIMARY KEY (id),
        CONSTRAINT kpi_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT kpi_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id)
      );
      CREATE INDEX kpi_initiative_idx ON kpi (initiative_id);

      CREATE TABLE kpi_definition (
        kpi_id uuid NOT NULL,
        version integer NOT NULL,
        portfolio_id uuid NOT NULL,
        name text NOT NULL,
        unit text NOT NULL,
        role text NOT NULL,
        class text NOT NULL,
        direction text NOT NULL,
        data_source text NOT NULL,
        owner_id uuid NOT NULL,
        baseline_value numeric,
        baseline_measured_on date,
        baseline_sample_size integer,
        target numeric,
        range_low numeric,
        range_high numeric,
        target_date date,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL,
        CONSTRAINT kpi_definition_pk PRIMARY KEY (kpi_id, version),
        CONSTRAINT kpi_definition_kpi_fk FOREIGN KEY (portfolio_id, kpi_id) REFERENCES kpi (portfolio_id, id),
        CONSTRAINT kpi_definition_owner_fk FOREIGN KEY (owner_id) REFERENCES app_user (id),
        CONSTRAINT kpi_definition_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES app_user (id),
        CONSTRAINT kpi_definition_role_known CHECK (role IN ('PRIMARY', 'GUARDRAIL', 'LEADING')),
        CONSTRAINT kpi_definition_class_known CHECK (class IN ('BUSINESS', 'MODEL', 'USAGE', 'COST', 'RISK')),
        CONSTRAINT kpi_definition_direction_known CHECK (direction IN ('INCREASE', 'DECREASE', 'RANGE')),
        CONSTRAINT kpi_definition_baseline_dated CHECK ((baseline_value IS NULL) = (baseline_measured_on IS NULL)),
        CONSTRAINT kpi_definition_numbers CHECK (
          baseline_value <> 'NaN' AND target <> 'NaN' AND range_low <> 'NaN' AND range_high <> 'NaN' AND range_low <= range_high
        )
      );
      CREATE TRIGGER kpi_definition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_definition EXECUTE FUNCTION refuse_change();

      CREATE TABLE kpi_measurement (
        id uuid NOT NULL,
        kpi_id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        value numeric NOT NULL,
        measured_on date NOT NULL,
        sample_size integer,
        source text NOT NULL,
        external_id text,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL,
        CONSTRAINT kpi_measurement_pk PRIMARY KEY (id),
        CONSTRAINT kpi_measurement_kpi_fk FOREIGN KEY (portfolio_id, kpi_id) REFERENCES kpi (portfolio_id, id),
        CONSTRAINT kpi_measurement_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES app_user (id),
        CONSTRAINT kpi_measurement_number CHECK (value <> 'NaN' AND value NOT IN ('Infinity', '-Infinity')),
        CONSTRAINT kpi_measurement_sample CHECK (sample_size >= 1)
      );
      CREATE UNIQUE INDEX kpi_measurement_external_unique ON kpi_measurement (portfolio_id, source, external_id) WHERE external_id IS NOT NULL;
      CREATE INDEX kpi_measurement_history_idx ON kpi_measurement (kpi_id, measured_on, id);
      CREATE TRIGGER kpi_measurement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_measurement EXECUTE FUNCTION refuse_change();

      CREATE TABLE evidence (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        criterion_key text NOT NULL,
        kind text NOT NULL,
        summary text NOT NULL,
        url text,
        content jsonb NOT NULL,
        effective_on date NOT NULL,
        external_id text,
        submitted_at timestamptz(3) NOT NULL,
        submitted_by uuid NOT NULL,
        CONSTRAINT evidence_pk PRIMARY KEY (id),
        CONSTRAINT evidence_submitter_unique UNIQUE (id, submitted_by),
        CONSTRAINT evidence_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT evidence_submitted_by_fk FOREIGN KEY (submitted_by) REFERENCES app_user (id),
        CONSTRAINT evidence_kind_known CHECK (
          kind IN ('UX_REVIEW', 'MONITORING_PLAN', 'CHANGE_PLAN', 'DOCUMENT', 'CHECKLIST', 'SIGN_OFF', 'EXTERNAL_CHECK')
        )
      );
      CREATE INDEX evidence_history_idx ON evidence (initiative_id, submitted_at, id);
      CREATE UNIQUE INDEX evidence_external_unique ON evidence (initiative_id, criterion_key, external_id) WHERE external_id IS NOT NULL;
      CREATE TRIGGER evidence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence EXECUTE FUNCTION refuse_change();

      CREATE TABLE evidence_review (
        evidence_id uuid NOT NULL,
        submitted_by uuid NOT NULL,
        outcome text NOT NULL,
        comment text,
        reviewed_at timestamptz(3) NOT NULL,
        reviewed_by uuid NOT NULL,
        CONSTRAINT evidence_review_pk PRIMARY KEY (evidence_id),
        CONSTRAINT evidence_review_evidence_fk FOREIGN KEY (evidence_id, submitted_by) REFERENCES evidence (id, submitted_by),
        CONSTRAINT evidence_review_reviewed_by_fk FOREIGN KEY (reviewed_by) REFERENCES app_user (id),
        CONSTRAINT evidence_review_outcome_known CHECK (outcome IN ('ACCEPTED', 'RETURNED')),
        CONSTRAINT evidence_review_not_own CHECK (reviewed_by <> submitted_by),
        CONSTRAINT evidence_review_returned_says_why CHECK (outcome <> 'RETURNED' OR length(comment) > 0)
      );
      CREATE TRIGGER evidence_review_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_review EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE evidence_review;
      DROP TABLE evidence;
      DROP TABLE kpi_measurement;
      DROP TABLE kpi_definition;
      DROP TABLE kpi;
    `);
  }
}
