import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moves of initiatives to a newer version of their template, and that none happens without a record. */
export class TemplateMigrations1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE template_migration (
        initiative_id uuid NOT NULL,
        -- The version of the initiative that the move made.
        version integer NOT NULL,
        portfolio_id uuid NOT NULL,
        from_template_id uuid NOT NULL,
        to_template_id uuid NOT NULL,
        from_stage_key text NOT NULL,
        to_stage_key text NOT NULL,
        reason text NOT NULL,
        migrated_at timestamptz(3) NOT NULL,
        migrated_by uuid NOT NULL,
        CONSTRAINT template_migration_pk PRIMARY KEY (initiative_id, version),
        CONSTRAINT template_migration_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT template_migration_revision_fk FOREIGN KEY (initiative_id, version) REFERENCES initiative_revision (initiative_id, version),
        CONSTRAINT template_migration_from_stage_fk FOREIGN KEY (from_template_id, from_stage_key) REFERENCES template_stage (template_id, key),
        CONSTRAINT template_migration_to_stage_fk FOREIGN KEY (to_template_id, to_stage_key) REFERENCES template_stage (template_id, key),
        CONSTRAINT template_migration_migrated_by_fk FOREIGN KEY (migrated_by) REFERENCES app_user (id),
        CONSTRAINT template_migration_to_another CHECK (from_template_id <> to_template_id),
        CONSTRAINT template_migration_says_why CHECK (length(reason) > 0)
      );
      CREATE TRIGGER template_migration_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON template_migration EXECUTE FUNCTION refuse_change();

      -- What is known of the past of an initiative hangs on these records: no template without one.
      CREATE FUNCTION require_template_migration() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT 1 FROM template_migration m
          WHERE m.initiative_id = NEW.id AND m.version = NEW.version
            AND m.from_template_id = OLD.template_id AND m.to_template_id = NEW.template_id
        ) THEN
          RAISE EXCEPTION 'unrecorded_template: % changed its template without a template_migration', NEW.key
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'initiative_template_recorded';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER initiative_template_recorded AFTER UPDATE ON initiative DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (OLD.template_id <> NEW.template_id) EXECUTE FUNCTION require_template_migration();

      -- The open visit is to a stage of the very version the initiative is on.
      ALTER TABLE initiative DROP CONSTRAINT initiative_open_visit_fk;
      ALTER TABLE stage_visit DROP CONSTRAINT stage_visit_open_unique;
      ALTER TABLE stage_visit ADD CONSTRAINT stage_visit_open_unique UNIQUE (initiative_id, template_id, stage_key, is_open);
      ALTER TABLE initiative ADD CONSTRAINT initiative_open_visit_fk FOREIGN KEY (id, template_id, stage_key, stands)
        REFERENCES stage_visit (initiative_id, template_id, stage_key, is_open) DEFERRABLE INITIALLY DEFERRED;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE initiative DROP CONSTRAINT initiative_open_visit_fk;
      ALTER TABLE stage_visit DROP CONSTRAINT stage_visit_open_unique;
      ALTER TABLE stage_visit ADD CONSTRAINT stage_visit_open_unique UNIQUE (initiative_id, stage_key, is_open);
      ALTER TABLE initiative ADD CONSTRAINT initiative_open_visit_fk FOREIGN KEY (id, stage_key, stands)
        REFERENCES stage_visit (initiative_id, stage_key, is_open) DEFERRABLE INITIALLY DEFERRED;
      DROP TRIGGER initiative_template_recorded ON initiative;
      DROP FUNCTION require_template_migration();
      DROP TABLE template_migration;
    `);
  }
}
