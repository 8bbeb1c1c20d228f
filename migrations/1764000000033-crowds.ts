import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the rules of a portfolio and the history of findings need to find; and that a new version of a template may move limits. */
export class Crowds1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX initiative_revision_assistant_idx ON initiative_revision (portfolio_id, initiative_id)
      WHERE attributes ->> 'solutionType' = 'CHAT_ASSISTANT';
      CREATE INDEX finding_initiative_idx ON finding (initiative_id, finding_id, recorded_at);
      CREATE INDEX finding_mute_subject_idx ON finding_mute (portfolio_id, code, subject, initiative_id);

      -- A version of a template that is published stands on no chain of a portfolio.
      CREATE FUNCTION note_template_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO initiative_change (portfolio_id)
        SELECT p.id FROM portfolio p JOIN workflow_template t ON t.id = p.template_id WHERE t.key = NEW.key;
        RETURN NULL;
      END $$;
      CREATE TRIGGER workflow_template_change AFTER INSERT ON workflow_template FOR EACH ROW EXECUTE FUNCTION note_template_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER workflow_template_change ON workflow_template;
      DROP FUNCTION note_template_change();
      DROP INDEX finding_mute_subject_idx;
      DROP INDEX finding_initiative_idx;
      DROP INDEX initiative_revision_assistant_idx;
    `);
  }
}
