import type { MigrationInterface, QueryRunner } from 'typeorm';

const percentile = (percent: number): string =>
  `(array_agg(days ORDER BY days))[(count(*)::integer * ${percent} + 99) / 100]`;

/** What has to be marked apart from the feed, and by what initiatives in a stage were judged when the rules last looked. */
export class Marks1764000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Put down in the transaction that moves a change into the feed, and taken in the one that marks what is due: so the feed
      -- waits for no look, and nothing is lost in between. It refers to nothing, and nothing in it is unique.
      CREATE TABLE pending_mark (
        id bigint GENERATED ALWAYS AS IDENTITY,
        portfolio_id uuid NOT NULL,
        initiative_id uuid,
        left_stage text,
        CONSTRAINT pending_mark_pk PRIMARY KEY (id)
      );

      -- What stage_total said of a stage when its marks were made. Looks judge by this and not by stage_total itself: so whoever
      -- compares it with what stage_total says now knows by what every look so far has judged.
      CREATE TABLE stage_measure (
        portfolio_id uuid NOT NULL,
        template_key text NOT NULL,
        stage_key text NOT NULL,
        exits integer NOT NULL,
        p50 integer,
        p70 integer,
        p85 integer,
        CONSTRAINT stage_measure_pk PRIMARY KEY (portfolio_id, template_key, stage_key),
        CONSTRAINT stage_measure_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT stage_measure_exits CHECK (exits >= 0 AND num_nulls(p50, p70, p85) = CASE exits WHEN 0 THEN 3 ELSE 0 END),
        CONSTRAINT stage_measure_rising CHECK (p50 >= 0 AND p50 <= p70 AND p70 <= p85)
      );
      INSERT INTO stage_measure (portfolio_id, template_key, stage_key, exits, p50, p70, p85)
      SELECT portfolio_id, template_key, stage_key, count(*), ${percentile(50)}, ${percentile(70)}, ${percentile(85)}
      FROM stage_total GROUP BY 1, 2, 3;

      -- Who comes back to a stage has not left it any more.
      CREATE TRIGGER stage_total_gone AFTER DELETE ON stage_total REFERENCING OLD TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION note_stage_left();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER stage_total_gone ON stage_total;
      DROP TABLE stage_measure;
      INSERT INTO initiative_change (portfolio_id, initiative_id, left_stage)
      SELECT portfolio_id, initiative_id, left_stage FROM pending_mark ORDER BY id;
      DROP TABLE pending_mark;
    `);
  }
}
