import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links are ended, and else stay as they were made. */
const guardLinks = (written: string): string => `
      CREATE OR REPLACE FUNCTION guard_ticket_link() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        written CONSTANT text[] := ARRAY[${written}];
      BEGIN
        IF TG_OP <> 'UPDATE' THEN
          RAISE EXCEPTION '%: % is refused', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_kept';
        END IF;
        IF OLD.unlinked_at IS NOT NULL OR NEW.unlinked_at IS NULL OR to_jsonb(OLD) - written <> to_jsonb(NEW) - written THEN
          RAISE EXCEPTION '%: it is ended once, and else stays as it is', TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_unchanged';
        END IF;
        RETURN NEW;
      END $$;
`;

/**
 * How much of the running total of a ticket it brought along from the ticket it was moved from, and what its status comes to by
 * the tool alone, so that it can be told anew where the settings come to say otherwise; and that a person took a ticket from where a rule put it.
 */
export class CarriedOver1764000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE carried_effort (
        connection_id uuid NOT NULL,
        ticket_external_id text NOT NULL,
        portfolio_id uuid NOT NULL,
        seconds bigint NOT NULL,
        at timestamptz(3) NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT carried_effort_pk PRIMARY KEY (connection_id, ticket_external_id),
        CONSTRAINT carried_effort_connection_fk FOREIGN KEY (portfolio_id, connection_id) REFERENCES integration_connection (portfolio_id, id),
        CONSTRAINT carried_effort_seconds CHECK (seconds > 0)
      );

      -- Null: told before this was kept; then it is taken to be what stands.
      ALTER TABLE ticket ADD COLUMN told_category text,
        ADD CONSTRAINT ticket_told_category_known CHECK (told_category IN ('TODO', 'IN_PROGRESS', 'DONE', 'CANCELED', 'UNKNOWN'));

      -- A person ended what a rule linked: no rule links it there again, until a person has.
      ALTER TABLE ticket_link ADD COLUMN kept_off boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT ticket_link_kept_off CHECK (NOT kept_off OR unlinked_at IS NOT NULL AND rule_name IS NOT NULL);
      ALTER TABLE ticket_criterion ADD COLUMN kept_off boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT ticket_criterion_kept_off CHECK (NOT kept_off OR unlinked_at IS NOT NULL AND rule_name IS NOT NULL);
      ${guardLinks("'unlinked_at', 'unlinked_by', 'kept_off'")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${guardLinks("'unlinked_at', 'unlinked_by'")}
      ALTER TABLE ticket_criterion DROP CONSTRAINT ticket_criterion_kept_off, DROP COLUMN kept_off;
      ALTER TABLE ticket_link DROP CONSTRAINT ticket_link_kept_off, DROP COLUMN kept_off;
      ALTER TABLE ticket DROP CONSTRAINT ticket_told_category_known, DROP COLUMN told_category;
      DROP TABLE carried_effort;
    `);
  }
}
