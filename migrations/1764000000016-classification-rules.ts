import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules that give effort its category, version by version; the default category of an initiative; how far a reclassification has come. */
export class ClassificationRules1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE classification_rules (
        portfolio_id uuid NOT NULL,
        version integer NOT NULL,
        previous_version integer,
        published_at timestamptz(3) NOT NULL,
        published_by uuid NOT NULL,
        CONSTRAINT classification_rules_pk PRIMARY KEY (portfolio_id, version),
        CONSTRAINT classification_rules_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT classification_rules_published_by_fk FOREIGN KEY (published_by) REFERENCES app_user (id),
        CONSTRAINT classification_rules_previous_fk FOREIGN KEY (portfolio_id, previous_version)
          REFERENCES classification_rules (portfolio_id, version),
        CONSTRAINT classification_rules_gapless CHECK (version >= 1 AND previous_version IS NOT DISTINCT FROM NULLIF(version - 1, 0))
      );
      CREATE TRIGGER classification_rules_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON classification_rules EXECUTE FUNCTION refuse_change();

      CREATE TABLE classification_rule (
        portfolio_id uuid NOT NULL,
        version integer NOT NULL,
        -- The rank of the rule: the first match wins.
        position integer NOT NULL,
        name text NOT NULL,
        connection_id uuid,
        labels text[] NOT NULL,
        components text[] NOT NULL,
        ticket_types text[] NOT NULL,
        project_keys text[] NOT NULL,
        category_key text,
        initiative_id uuid,
        CONSTRAINT classification_rule_pk PRIMARY KEY (portfolio_id, version, position),
        CONSTRAINT classification_rule_name_unique UNIQUE (portfolio_id, version, name),
        CONSTRAINT classification_rule_rules_fk FOREIGN KEY (portfolio_id, version) REFERENCES classification_rules (portfolio_id, version),
        CONSTRAINT classification_rule_category_fk FOREIGN KEY (portfolio_id, category_key) REFERENCES effort_category (portfolio_id, key),
        CONSTRAINT classification_rule_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT classification_rule_place CHECK (position >= 1 AND name <> ''),
        CONSTRAINT classification_rule_asks CHECK (
          connection_id IS NOT NULL OR cardinality(labels) + cardinality(components) + cardinality(ticket_types) + cardinality(project_keys) > 0
        ),
        CONSTRAINT classification_rule_gives CHECK (num_nonnulls(category_key, initiative_id) > 0)
      );
      CREATE TRIGGER classification_rule_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON classification_rule EXECUTE FUNCTION refuse_change();

      ALTER TABLE initiative ADD COLUMN default_category_key text;
      ALTER TABLE initiative ADD CONSTRAINT initiative_default_category_fk FOREIGN KEY (portfolio_id, default_category_key)
        REFERENCES effort_category (portfolio_id, key);

      -- A walk through the entries of a portfolio, or of one initiative of it, day by day: whoever goes on finds where it stands.
      CREATE TABLE effort_reclassification (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid,
        begun_at timestamptz(3) NOT NULL,
        begun_by uuid NOT NULL,
        reached_day date,
        reached_id uuid,
        changed_entries integer NOT NULL,
        finished_at timestamptz(3),
        CONSTRAINT effort_reclassification_pk PRIMARY KEY (id),
        CONSTRAINT effort_reclassification_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT effort_reclassification_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT effort_reclassification_begun_by_fk FOREIGN KEY (begun_by) REFERENCES app_user (id),
        CONSTRAINT effort_reclassification_reached CHECK (num_nulls(reached_day, reached_id) IN (0, 2)),
        CONSTRAINT effort_reclassification_changed CHECK (changed_entries >= 0)
      );
      CREATE INDEX effort_reclassification_under_way_idx ON effort_reclassification (portfolio_id) WHERE finished_at IS NULL;

      -- A walk only goes forward, and once at its end it stays there.
      CREATE FUNCTION guard_reclassification() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'UPDATE' THEN
          RAISE EXCEPTION 'effort_reclassification: % is refused', TG_OP
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'effort_reclassification_kept';
        END IF;
        IF OLD.finished_at IS NOT NULL
          OR to_jsonb(OLD) - ARRAY['reached_day', 'reached_id', 'changed_entries', 'finished_at']
            <> to_jsonb(NEW) - ARRAY['reached_day', 'reached_id', 'changed_entries', 'finished_at']
          OR NEW.changed_entries < OLD.changed_entries
          OR OLD.reached_day IS NOT NULL AND (NEW.reached_day, NEW.reached_id) < (OLD.reached_day, OLD.reached_id)
        THEN
          RAISE EXCEPTION 'effort_reclassification: it goes forward until it is finished, and nothing else of it changes'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'effort_reclassification_forward';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER effort_reclassification_forward BEFORE UPDATE ON effort_reclassification
        FOR EACH ROW EXECUTE FUNCTION guard_reclassification();
      CREATE TRIGGER effort_reclassification_kept BEFORE DELETE OR TRUNCATE ON effort_reclassification
        EXECUTE FUNCTION guard_reclassification();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE effort_reclassification;
      DROP FUNCTION guard_reclassification();
      ALTER TABLE initiative DROP COLUMN default_category_key;
      DROP TABLE classification_rule;
      DROP TABLE classification_rules;
    `);
  }
}
