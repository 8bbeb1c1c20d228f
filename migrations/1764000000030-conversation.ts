import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say: status updates of initiatives, comments on initiatives and reviews, and whom those mention. */
export class Conversation1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE status_update (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        -- Told by a person; computed health is kept nowhere near it.
        health text NOT NULL,
        text text NOT NULL,
        posted_at timestamptz(3) NOT NULL,
        posted_by uuid NOT NULL,
        CONSTRAINT status_update_pk PRIMARY KEY (id),
        CONSTRAINT status_update_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT status_update_posted_by_fk FOREIGN KEY (posted_by) REFERENCES app_user (id),
        CONSTRAINT status_update_health_told CHECK (health IN ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
        CONSTRAINT status_update_length CHECK (char_length(text) BETWEEN 1 AND 10000)
      );
      -- The newest of an initiative, its history, and whether it is lively, which the aging level asks.
      CREATE INDEX status_update_history_idx ON status_update (initiative_id, posted_at, id);
      CREATE INDEX status_update_poster_idx ON status_update (posted_by, posted_at);
      CREATE TRIGGER status_update_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON status_update EXECUTE FUNCTION refuse_change();

      CREATE TABLE comment (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        -- Null: on the initiative itself.
        review_id uuid,
        -- Null: it begins a thread.
        reply_to_id uuid,
        -- Of the text that stands.
        version integer NOT NULL,
        posted_at timestamptz(3) NOT NULL,
        posted_by uuid NOT NULL,
        deleted_at timestamptz(3),
        deleted_by uuid,
        CONSTRAINT comment_pk PRIMARY KEY (id),
        CONSTRAINT comment_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT comment_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT comment_review_fk FOREIGN KEY (portfolio_id, review_id) REFERENCES gate_review (portfolio_id, id),
        CONSTRAINT comment_reply_to_fk FOREIGN KEY (portfolio_id, reply_to_id) REFERENCES comment (portfolio_id, id),
        CONSTRAINT comment_posted_by_fk FOREIGN KEY (posted_by) REFERENCES app_user (id),
        CONSTRAINT comment_deleted_by_fk FOREIGN KEY (deleted_by) REFERENCES app_user (id),
        CONSTRAINT comment_deletion CHECK (num_nulls(deleted_at, deleted_by) IN (0, 2))
      );
      CREATE INDEX comment_of_initiative_idx ON comment (initiative_id, posted_at, id) WHERE review_id IS NULL AND reply_to_id IS NULL;
      CREATE INDEX comment_of_review_idx ON comment (review_id, posted_at, id) WHERE reply_to_id IS NULL;
      CREATE INDEX comment_replies_idx ON comment (reply_to_id, posted_at, id) WHERE reply_to_id IS NOT NULL;

      CREATE TABLE comment_text (
        comment_id uuid NOT NULL,
        version integer NOT NULL,
        -- Null once the comment was deleted; its hash stays, and is what the audit trail names.
        text text,
        text_sha256 text NOT NULL,
        written_at timestamptz(3) NOT NULL,
        written_by uuid NOT NULL,
        CONSTRAINT comment_text_pk PRIMARY KEY (comment_id, version),
        CONSTRAINT comment_text_comment_fk FOREIGN KEY (comment_id) REFERENCES comment (id),
        CONSTRAINT comment_text_written_by_fk FOREIGN KEY (written_by) REFERENCES app_user (id),
        CONSTRAINT comment_text_version_positive CHECK (version >= 1),
        CONSTRAINT comment_text_length CHECK (char_length(text) BETWEEN 1 AND 10000),
        CONSTRAINT comment_text_hash CHECK (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
        CONSTRAINT comment_text_hash_form CHECK (text_sha256 ~ '^[0-9a-f]{64}$')
      );
      CREATE INDEX comment_text_writer_idx ON comment_text (written_by, written_at);
      -- At the end of every transaction the text that stands is there.
      ALTER TABLE comment ADD CONSTRAINT comment_text_stands_fk FOREIGN KEY (id, version)
        REFERENCES comment_text (comment_id, version) DEFERRABLE INITIALLY DEFERRED;

      CREATE TABLE comment_mention (
        comment_id uuid NOT NULL,
        user_id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        mentioned_at timestamptz(3) NOT NULL,
        -- Null: it waits in the inbox.
        read_at timestamptz(3),
        CONSTRAINT comment_mention_pk PRIMARY KEY (comment_id, user_id),
        CONSTRAINT comment_mention_comment_fk FOREIGN KEY (portfolio_id, comment_id) REFERENCES comment (portfolio_id, id),
        CONSTRAINT comment_mention_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id)
      );
      CREATE INDEX comment_mention_waiting_idx ON comment_mention (user_id, mentioned_at) WHERE read_at IS NULL;

      -- A comment stays where it was posted; its text goes on version by version, until it is deleted, once.
      CREATE FUNCTION guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.version <> 1 OR NEW.deleted_at IS NOT NULL THEN
            RAISE EXCEPTION 'comment: it begins with its first text'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_begins';
          END IF;
          IF NEW.review_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM gate_review r WHERE r.id = NEW.review_id AND r.initiative_id = NEW.initiative_id
          ) THEN
            RAISE EXCEPTION 'comment: the review is one of another initiative'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_one_subject';
          END IF;
          IF NEW.reply_to_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM comment c WHERE c.id = NEW.reply_to_id AND c.initiative_id = NEW.initiative_id
              AND c.review_id IS NOT DISTINCT FROM NEW.review_id AND c.reply_to_id IS NULL
          ) THEN
            RAISE EXCEPTION 'comment: a reply is to a comment on the same, which is no reply'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_one_level';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP <> 'UPDATE' THEN
          RAISE EXCEPTION 'comment: % is refused', TG_OP USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_kept';
        END IF;
        IF OLD.deleted_at IS NULL AND NEW.deleted_at IS NULL AND NEW.version = OLD.version + 1
          AND to_jsonb(OLD) - 'version' = to_jsonb(NEW) - 'version' THEN
          RETURN NEW;
        END IF;
        IF OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL
          AND to_jsonb(OLD) - ARRAY['deleted_at', 'deleted_by'] = to_jsonb(NEW) - ARRAY['deleted_at', 'deleted_by'] THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'comment: it gets its next text or is deleted, once, and nothing else of it changes'
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_unchanged';
      END $$;
      CREATE TRIGGER comment_lawful BEFORE INSERT OR UPDATE ON comment FOR EACH ROW EXECUTE FUNCTION guard_comment();
      CREATE TRIGGER comment_kept BEFORE DELETE OR TRUNCATE ON comment EXECUTE FUNCTION guard_comment();

      -- Whoever deletes a comment, by whatever program: none of its words are left, and it calls on nobody.
      CREATE FUNCTION erase_comment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE comment_text SET text = NULL WHERE comment_id = NEW.id;
        DELETE FROM comment_mention WHERE comment_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER comment_erased AFTER UPDATE ON comment FOR EACH ROW
        WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION erase_comment();

      -- A text is that of the version its comment stands at, and stays as it was written until the comment is deleted.
      CREATE FUNCTION guard_comment_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.text IS NULL OR NOT EXISTS (
            SELECT 1 FROM comment c WHERE c.id = NEW.comment_id AND c.version = NEW.version AND c.deleted_at IS NULL
          ) THEN
            RAISE EXCEPTION 'comment_text: it is not the next one of a comment that is not deleted'
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_text_follows';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.text IS NULL AND to_jsonb(OLD) - 'text' = to_jsonb(NEW) - 'text' AND EXISTS (
          SELECT 1 FROM comment c WHERE c.id = NEW.comment_id AND c.deleted_at IS NOT NULL
        ) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'comment_text: % is refused', TG_OP
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'comment_text_kept';
      END $$;
      CREATE TRIGGER comment_text_lawful BEFORE INSERT OR UPDATE ON comment_text FOR EACH ROW EXECUTE FUNCTION guard_comment_text();
      CREATE TRIGGER comment_text_kept BEFORE DELETE OR TRUNCATE ON comment_text EXECUTE FUNCTION guard_comment_text();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE comment DROP CONSTRAINT comment_text_stands_fk;
      DROP TABLE comment_mention;
      DROP TABLE comment_text;
      DROP TABLE comment;
      DROP TABLE status_update;
      DROP FUNCTION guard_comment_text();
      DROP FUNCTION erase_comment();
      DROP FUNCTION guard_comment();
    `);
  }
}
