import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Initiatives, where they stand and stood, and what was said of them in every version. */
export class Initiatives1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A function, for the driver of the ORM answers an UPDATE with something else than its rows.
      CREATE FUNCTION take_initiative_numbers(p_portfolio_id uuid, p_count integer) RETURNS integer LANGUAGE sql AS $$
        UPDATE portfolio SET last_initiative_number = last_initiative_number + p_count WHERE id = p_portfolio_id
        RETURNING last_initiative_number
      $$;

      CREATE TABLE initiative (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        number integer NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        problem text NOT NULL,
        value_thesis text NOT NULL,
        solution_type text,
        investment_class text NOT NULL,
        risk_tier text NOT NULL,
        business_unit text,
        owner_id uuid NOT NULL,
        sponsor_id uuid,
        template_id uuid NOT NULL,
        stage_key text NOT NULL,
        -- Always true: the other half of the foreign key to the one open visit.
        stands boolean NOT NULL DEFAULT true,
        status text NOT NULL,
        external_ref text,
        version integer NOT NULL,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT initiative_pk PRIMARY KEY (id),
        CONSTRAINT initiative_key_unique UNIQUE (key),
        CONSTRAINT initiative_number_unique UNIQUE (portfolio_id, number),
        CONSTRAINT initiative_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT initiative_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT initiative_owner_fk FOREIGN KEY (owner_id) REFERENCES app_user (id),
        CONSTRAINT initiative_sponsor_fk FOREIGN KEY (sponsor_id) REFERENCES app_user (id),
        CONSTRAINT initiative_stage_fk FOREIGN KEY (template_id, stage_key) REFERENCES template_stage (template_id, key),
        CONSTRAINT initiative_stands CHECK (stands),
        CONSTRAINT initiative_version_positive CHECK (version >= 1),
        CONSTRAINT initiative_status_known CHECK (status IN ('ACTIVE', 'ON_HOLD', 'KILLED', 'RETIRED')),
        CONSTRAINT initiative_value_thesis_known CHECK (value_thesis IN ('PRODUCTIVITY', 'COST', 'GROWTH', 'RISK_REDUCTION', 'EXPERIENCE')),
        CONSTRAINT initiative_solution_type_known CHECK (
          solution_type IN ('CHAT_ASSISTANT', 'WORKFLOW_EMBEDDED', 'DECISION_SERVICE', 'AGENT', 'PLATFORM_CAPABILITY')
        ),
        CONSTRAINT initiative_investment_class_known CHECK (investment_class IN ('CORE', 'ADJACENT', 'TRANSFORMATIONAL')),
        CONSTRAINT initiative_risk_tier_known CHECK (risk_tier IN ('MINIMAL', 'LIMITED', 'HIGH'))
      );
      CREATE UNIQUE INDEX initiative_external_ref_unique ON initiative (portfolio_id, external_ref) WHERE external_ref IS NOT NULL;
      CREATE INDEX initiative_updated_idx ON initiative (portfolio_id, updated_at, id);
      CREATE INDEX initiative_name_idx ON initiative (portfolio_id, name, id);
      CREATE INDEX initiative_stage_idx ON initiative (template_id, stage_key);
      CREATE INDEX initiative_owner_idx ON initiative (owner_id);
      CREATE INDEX initiative_sponsor_idx ON initiative (sponsor_id);

      CREATE TABLE initiative_revision (
        initiative_id uuid NOT NULL,
        version integer NOT NULL,
        portfolio_id uuid NOT NULL,
        risk_tier text NOT NULL,
        attributes jsonb NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL,
        CONSTRAINT initiative_revision_pk PRIMARY KEY (initiative_id, version),
        CONSTRAINT initiative_revision_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT initiative_revision_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES app_user (id),
        CONSTRAINT initiative_revision_risk_tier_known CHECK (risk_tier IN ('MINIMAL', 'LIMITED', 'HIGH'))
      );
      CREATE TRIGGER initiative_revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON initiative_revision EXECUTE FUNCTION refuse_change();

      CREATE TABLE stage_visit (
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        template_id uuid NOT NULL,
        stage_key text NOT NULL,
        entered_at timestamptz(3) NOT NULL,
        left_at timestamptz(3),
        -- True while the visit lasts, null after: what initiative.stage_key points at.
        is_open boolean,
        recorded_at timestamptz(3) NOT NULL,
        -- Set when an import re-dates history: the row stays for questions about the past.
        superseded_at timestamptz(3),
        CONSTRAINT stage_visit_pk PRIMARY KEY (id),
        CONSTRAINT stage_visit_open_unique UNIQUE (initiative_id, stage_key, is_open),
        CONSTRAINT stage_visit_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT stage_visit_stage_fk FOREIGN KEY (template_id, stage_key) REFERENCES template_stage (template_id, key),
        CONSTRAINT stage_visit_interval CHECK (left_at IS NULL OR left_at >= entered_at),
        CONSTRAINT stage_visit_open_flag CHECK (
          is_open IS NOT DISTINCT FROM (CASE WHEN left_at IS NULL AND superseded_at IS NULL THEN true END)
        ),
        CONSTRAINT stage_visit_no_overlap EXCLUDE USING gist (
          initiative_id WITH =, tstzrange(entered_at, left_at) WITH &&
        ) WHERE (superseded_at IS NULL)
      );
      CREATE UNIQUE INDEX stage_visit_one_open ON stage_visit (initiative_id) WHERE is_open;
      CREATE INDEX stage_visit_history_idx ON stage_visit (portfolio_id, initiative_id, entered_at);
      CREATE INDEX stage_visit_stage_idx ON stage_visit (template_id, stage_key);

      ALTER TABLE initiative ADD CONSTRAINT initiative_open_visit_fk FOREIGN KEY (id, stage_key, stands)
        REFERENCES stage_visit (initiative_id, stage_key, is_open) DEFERRABLE INITIALLY DEFERRED;

      CREATE TABLE status_change (
        initiative_id uuid NOT NULL,
        sequence integer NOT NULL,
        portfolio_id uuid NOT NULL,
        status text NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        changed_by uuid NOT NULL,
        reason text,
        CONSTRAINT status_change_pk PRIMARY KEY (initiative_id, sequence),
        CONSTRAINT status_change_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT status_change_changed_by_fk FOREIGN KEY (changed_by) REFERENCES app_user (id),
        CONSTRAINT status_change_status_known CHECK (status IN ('ACTIVE', 'ON_HOLD', 'KILLED', 'RETIRED'))
      );
      CREATE TRIGGER status_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON status_change EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE status_change;
      ALTER TABLE initiative DROP CONSTRAINT initiative_open_visit_fk;
      DROP TABLE stage_visit;
      DROP TABLE initiative_revision;
      DROP TABLE initiative;
      DROP FUNCTION take_initiative_numbers(uuid, integer);
    `);
  }
}
