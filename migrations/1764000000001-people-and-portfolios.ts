import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is there: users, API tokens, workflow templates, portfolios and their members. */
export class PeopleAndPortfolios1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      -- What is append-only stays so for every role, the owner included; only a superuser who switches triggers off gets past.
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'append_only: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;

      CREATE TABLE app_user (
        id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        is_instance_admin boolean NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT app_user_pk PRIMARY KEY (id),
        CONSTRAINT app_user_email_unique UNIQUE (email),
        CONSTRAINT app_user_email_lower CHECK (email = lower(email))
      );

      CREATE TABLE api_token (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        name text NOT NULL,
        token_sha256 text NOT NULL,
        expires_on date,
        created_at timestamptz(3) NOT NULL,
        created_by uuid NOT NULL,
        revoked_at timestamptz(3),
        revoked_by uuid,
        CONSTRAINT api_token_pk PRIMARY KEY (id),
        CONSTRAINT api_token_sha256_unique UNIQUE (token_sha256),
        CONSTRAINT api_token_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id),
        CONSTRAINT api_token_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user (id),
        CONSTRAINT api_token_revoked_by_fk FOREIGN KEY (revoked_by) REFERENCES app_user (id),
        CONSTRAINT api_token_sha256_form CHECK (token_sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT api_token_revocation CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      );
      CREATE INDEX api_token_user_idx ON api_token (user_id);

      CREATE TABLE workflow_template (
        id uuid NOT NULL,
        key text NOT NULL,
        version integer NOT NULL,
        name text NOT NULL,
        published_at timestamptz(3) NOT NULL,
        published_by uuid,
        CONSTRAINT workflow_template_pk PRIMARY KEY (id),
        CONSTRAINT workflow_template_version_unique UNIQUE (key, version),
        CONSTRAINT workflow_template_published_by_fk FOREIGN KEY (published_by) REFERENCES app_user (id),
        CONSTRAINT workflow_template_version_positive CHECK (version >= 1)
      );

      CREATE TABLE template_stage (
        template_id uuid NOT NULL,
        key text NOT NULL,
        position integer NOT NULL,
        name text NOT NULL,
        category text NOT NULL,
        time_box_days integer,
        wip_limit integer,
        exit_gate jsonb,
        CONSTRAINT template_stage_pk PRIMARY KEY (template_id, key),
        CONSTRAINT template_stage_position_unique UNIQUE (template_id, position),
        CONSTRAINT template_stage_template_fk FOREIGN KEY (template_id) REFERENCES workflow_template (id),
        CONSTRAINT template_stage_category_known CHECK (category IN ('INTAKE', 'POC', 'PILOT', 'PRODUCTION'))
      );

      CREATE TRIGGER workflow_template_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON workflow_template EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER template_stage_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON template_stage EXECUTE FUNCTION refuse_change();

      CREATE TABLE portfolio (
        id uuid NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        time_zone text NOT NULL,
        template_id uuid NOT NULL,
        last_initiative_number integer NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT portfolio_pk PRIMARY KEY (id),
        CONSTRAINT portfolio_key_unique UNIQUE (key),
        CONSTRAINT portfolio_template_fk FOREIGN KEY (template_id) REFERENCES workflow_template (id),
        CONSTRAINT portfolio_key_form CHECK (key ~ '^[A-Z][A-Z0-9]{1,15}$')
      );
      CREATE INDEX portfolio_template_idx ON portfolio (template_id);

      CREATE TABLE portfolio_member (
        portfolio_id uuid NOT NULL,
        user_id uuid NOT NULL,
        roles text[] NOT NULL,
        CONSTRAINT portfolio_member_pk PRIMARY KEY (portfolio_id, user_id),
        CONSTRAINT portfolio_member_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT portfolio_member_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id),
        CONSTRAINT portfolio_member_roles_known CHECK (
          cardinality(roles) > 0 AND
          roles <@ ARRAY['ADMIN', 'PROCESS_DESIGNER', 'PROGRAM_MANAGER', 'GATEKEEPER', 'EVIDENCE_REVIEWER', 'REVIEWER', 'INTEGRATION']
        )
      );
      CREATE INDEX portfolio_member_user_idx ON portfolio_member (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE portfolio_member;
      DROP TABLE portfolio;
      DROP TABLE template_stage;
      DROP TABLE workflow_template;
      DROP TABLE api_token;
      DROP TABLE app_user;
      DROP FUNCTION refuse_change();
    `);
  }
}
