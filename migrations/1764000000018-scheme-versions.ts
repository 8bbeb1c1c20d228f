import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What must hold of every published scheme, whoever writes it: versions without a gap, targets that add up to 100. */
export class SchemeVersions1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Two that publish at once cannot both pass: the second waits for the unique key, and fails there.
      CREATE FUNCTION guard_scheme_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.version <> 1 + (SELECT count(*) FROM allocation_scheme s WHERE s.portfolio_id = NEW.portfolio_id) THEN
          RAISE EXCEPTION 'allocation_scheme: version % is not the next one', NEW.version
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'allocation_scheme_gapless';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER allocation_scheme_gapless BEFORE INSERT ON allocation_scheme FOR EACH ROW EXECUTE FUNCTION guard_scheme_version();

      CREATE FUNCTION guard_scheme_targets() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        scheme uuid := CASE TG_TABLE_NAME WHEN 'allocation_scheme' THEN to_jsonb(NEW)->>'id' ELSE to_jsonb(NEW)->>'scheme_id' END;
        total numeric := (SELECT coalesce(sum(c.target_percent), 0) FROM allocation_category c WHERE c.scheme_id = scheme);
      BEGIN
        IF total <> 100 THEN
          RAISE EXCEPTION 'allocation_scheme: the targets of % add up to %, not to 100', scheme, total
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'allocation_scheme_targets';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER allocation_scheme_targets AFTER INSERT ON allocation_scheme
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_scheme_targets();
      CREATE CONSTRAINT TRIGGER allocation_category_targets AFTER INSERT ON allocation_category
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_scheme_targets();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER allocation_category_targets ON allocation_category;
      DROP TRIGGER allocation_scheme_targets ON allocation_scheme;
      DROP TRIGGER allocation_scheme_gapless ON allocation_scheme;
      DROP FUNCTION guard_scheme_targets();
      DROP FUNCTION guard_scheme_version();
    `);
  }
}
