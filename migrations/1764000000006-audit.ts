import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail: one hash chain per initiative, and one per portfolio and for the instance for all else. */
export class Audit1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The head of each chain: its row lock orders the writers, and a tail that was cut off no longer reaches it.
      CREATE TABLE audit_chain (
        chain text NOT NULL,
        portfolio_id uuid,
        sequence integer NOT NULL,
        hash text NOT NULL,
        CONSTRAINT audit_chain_pk PRIMARY KEY (chain),
        CONSTRAINT audit_chain_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id)
      );
      CREATE INDEX audit_chain_portfolio_idx ON audit_chain (portfolio_id);

      CREATE TABLE audit_event (
        chain text NOT NULL,
        sequence integer NOT NULL,
        previous_sequence integer,
        previous_hash text NOT NULL,
        -- The event as text, hashed byte for byte: nothing of it stands in a column of its own that could say otherwise.
        body text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT audit_event_pk PRIMARY KEY (chain, sequence),
        CONSTRAINT audit_event_link_unique UNIQUE (chain, sequence, hash),
        CONSTRAINT audit_event_chain_fk FOREIGN KEY (chain) REFERENCES audit_chain (chain),
        CONSTRAINT audit_event_previous_fk FOREIGN KEY (chain, previous_sequence, previous_hash)
          REFERENCES audit_event (chain, sequence, hash),
        CONSTRAINT audit_event_gapless CHECK (sequence >= 1 AND previous_sequence IS NOT DISTINCT FROM NULLIF(sequence - 1, 0)),
        CONSTRAINT audit_event_hash CHECK (
          hash = encode(sha256(convert_to(previous_hash || ':' || sequence || ':' || body, 'UTF8')), 'hex')
        )
      );
      CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION audit_append(p_chain text, p_portfolio_id uuid, p_body text) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        v_sequence integer;
        v_previous text;
        v_hash text;
      BEGIN
        INSERT INTO audit_chain (chain, portfolio_id, sequence, hash) VALUES (p_chain, p_portfolio_id, 0, repeat('0', 64))
        ON CONFLICT (chain) DO NOTHING;
        SELECT sequence + 1, hash INTO v_sequence, v_previous FROM audit_chain WHERE chain = p_chain FOR UPDATE;
        v_hash := encode(sha256(convert_to(v_previous || ':' || v_sequence || ':' || p_body, 'UTF8')), 'hex');
        INSERT INTO audit_event (chain, sequence, previous_sequence, previous_hash, body, hash)
        VALUES (p_chain, v_sequence, NULLIF(v_sequence - 1, 0), v_previous, p_body, v_hash);
        UPDATE audit_chain SET sequence = v_sequence, hash = v_hash WHERE chain = p_chain;
        RETURN v_sequence;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION audit_append(text, uuid, text);
      DROP TABLE audit_event;
      DROP TABLE audit_chain;
    `);
  }
}
