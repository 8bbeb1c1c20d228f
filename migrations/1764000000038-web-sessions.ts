import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SYSTEM_USER_ID } from '../src/domain/access/system-user.js';

/** Sessions of people in the board, and whom an OpenID provider knows a user as. */
export class WebSessions1764000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE app_user
        ADD COLUMN oidc_issuer text,
        ADD COLUMN oidc_subject text,
        ADD CONSTRAINT app_user_oidc_unique UNIQUE (oidc_issuer, oidc_subject),
        ADD CONSTRAINT app_user_oidc_whole CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL)),
        ADD CONSTRAINT app_user_oidc_not_the_system CHECK (id <> '${SYSTEM_USER_ID}' OR oidc_subject IS NULL);

      ALTER TABLE api_token ADD CONSTRAINT api_token_of_user_unique UNIQUE (id, user_id);

      CREATE TABLE web_session (
        id uuid NOT NULL,
        secret_sha256 text NOT NULL,
        user_id uuid NOT NULL,
        method text NOT NULL,
        api_token_id uuid,
        created_at timestamptz(3) NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        CONSTRAINT web_session_pk PRIMARY KEY (id),
        CONSTRAINT web_session_secret_unique UNIQUE (secret_sha256),
        CONSTRAINT web_session_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id),
        -- Who signs in with a token is whose token it is.
        CONSTRAINT web_session_token_fk FOREIGN KEY (api_token_id, user_id) REFERENCES api_token (id, user_id),
        CONSTRAINT web_session_secret_form CHECK (secret_sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT web_session_method_known CHECK (method IN ('TOKEN', 'OIDC', 'SAMPLE')),
        CONSTRAINT web_session_token_with_method CHECK ((method = 'TOKEN') = (api_token_id IS NOT NULL)),
        CONSTRAINT web_session_not_of_the_system CHECK (user_id <> '${SYSTEM_USER_ID}'),
        CONSTRAINT web_session_term CHECK (expires_at > created_at AND expires_at <= created_at + interval '12 hours'),
        CONSTRAINT web_session_order CHECK (seen_at >= created_at AND ended_at >= created_at)
      );
      CREATE INDEX web_session_user_idx ON web_session (user_id);
      CREATE INDEX web_session_token_idx ON web_session (api_token_id, user_id) WHERE api_token_id IS NOT NULL;
      CREATE INDEX web_session_expiry_idx ON web_session (expires_at);

      -- A session is prolonged by nobody, goes to nobody else, and once ended it stays so.
      CREATE FUNCTION guard_web_session() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.id, NEW.secret_sha256, NEW.user_id, NEW.method, NEW.created_at, NEW.expires_at)
            <> (OLD.id, OLD.secret_sha256, OLD.user_id, OLD.method, OLD.created_at, OLD.expires_at)
          OR NEW.api_token_id IS DISTINCT FROM OLD.api_token_id
          OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN
          RAISE EXCEPTION 'web_session_stays: a session stays what it was made as' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER web_session_stays BEFORE UPDATE ON web_session FOR EACH ROW EXECUTE FUNCTION guard_web_session();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE web_session;
      DROP FUNCTION guard_web_session();
      ALTER TABLE api_token DROP CONSTRAINT api_token_of_user_unique;
      ALTER TABLE app_user
        DROP CONSTRAINT app_user_oidc_not_the_system,
        DROP CONSTRAINT app_user_oidc_whole,
        DROP CONSTRAINT app_user_oidc_unique,
        DROP COLUMN oidc_subject,
        DROP COLUMN oidc_issuer;
    `);
  }
}
