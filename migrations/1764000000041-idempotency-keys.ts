import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered to requests that may come again. */
export class IdempotencyKeys1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        user_id uuid NOT NULL,
        key text NOT NULL,
        request_sha256 text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        -- Null only inside of the transaction that does what is asked for.
        answer text,
        CONSTRAINT idempotency_key_pk PRIMARY KEY (user_id, key),
        CONSTRAINT idempotency_key_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id),
        CONSTRAINT idempotency_key_form CHECK (key ~ '^[\\x21-\\x7e]{1,255}$'),
        CONSTRAINT idempotency_key_request_form CHECK (request_sha256 ~ '^[0-9a-f]{64}$')
      );
      CREATE INDEX idempotency_key_created_idx ON idempotency_key (created_at);

      CREATE FUNCTION require_answer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM idempotency_key WHERE user_id = NEW.user_id AND key = NEW.key AND answer IS NULL;
        IF FOUND THEN
          RAISE EXCEPTION 'idempotency_key_answered: a key is kept only with its answer' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER idempotency_key_answered AFTER INSERT OR UPDATE ON idempotency_key
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_answer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key; DROP FUNCTION require_answer();');
  }
}
