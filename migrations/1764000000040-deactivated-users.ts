import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SYSTEM_USER_ID } from '../src/domain/access/system-user.js';

/** People who left: they are known still, for what they did stays, and can do nothing any more. */
export class DeactivatedUsers1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE app_user
        ADD COLUMN deactivated_at timestamptz(3),
        ADD COLUMN external_id text,
        ADD CONSTRAINT app_user_external_id_unique UNIQUE (external_id),
        ADD CONSTRAINT app_user_system_stays_active CHECK (id <> '${SYSTEM_USER_ID}' OR deactivated_at IS NULL);

      -- Whoever is deactivated holds no role, no token and no session: whatever else is asked of the database, by whomever.
      CREATE FUNCTION refuse_deactivated() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        since timestamptz;
      BEGIN
        -- Waits for a deactivation that is under way, and sees it.
        SELECT deactivated_at INTO since FROM app_user WHERE id = NEW.user_id FOR SHARE;
        IF since IS NOT NULL THEN
          RAISE EXCEPTION 'user_deactivated: % of a deactivated user is refused', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER portfolio_member_of_active_user BEFORE INSERT OR UPDATE ON portfolio_member FOR EACH ROW EXECUTE FUNCTION refuse_deactivated();
      CREATE TRIGGER api_token_of_active_user BEFORE INSERT ON api_token FOR EACH ROW EXECUTE FUNCTION refuse_deactivated();
      CREATE TRIGGER web_session_of_active_user BEFORE INSERT ON web_session FOR EACH ROW EXECUTE FUNCTION refuse_deactivated();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER web_session_of_active_user ON web_session;
      DROP TRIGGER api_token_of_active_user ON api_token;
      DROP TRIGGER portfolio_member_of_active_user ON portfolio_member;
      DROP FUNCTION refuse_deactivated();
      ALTER TABLE app_user
        DROP CONSTRAINT app_user_system_stays_active,
        DROP CONSTRAINT app_user_external_id_unique,
        DROP COLUMN external_id,
        DROP COLUMN deactivated_at;
    `);
  }
}
