import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many left each stage after how many days, so that nobody counts them one by one; and indexes to find what is recent by. */
export class StageExits1764000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The sum of the rows of a stage and its days is the number of its rows in stage_total. Each writer adds rows of his own, so
      -- that none waits for another; whoever takes the measure of a stage folds them.
      CREATE TABLE stage_exit_count (
        id bigint GENERATED ALWAYS AS IDENTITY,
        portfolio_id uuid NOT NULL,
        template_key text NOT NULL,
        stage_key text NOT NULL,
        days integer NOT NULL,
        -- Less than none where somebody came back.
        exits integer NOT NULL,
        CONSTRAINT stage_exit_count_pk PRIMARY KEY (id),
        CONSTRAINT stage_exit_count_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT stage_exit_count_counts CHECK (days >= 0 AND exits <> 0)
      );
      INSERT INTO stage_exit_count (portfolio_id, template_key, stage_key, days, exits)
      SELECT portfolio_id, template_key, stage_key, days, count(*) FROM stage_total GROUP BY 1, 2, 3, 4;
      CREATE INDEX stage_exit_count_idx ON stage_exit_count (portfolio_id, template_key, stage_key, days, exits);

      CREATE FUNCTION count_stage_exits() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO stage_exit_count (portfolio_id, template_key, stage_key, days, exits)
          SELECT portfolio_id, template_key, stage_key, days, count(*) FROM written GROUP BY 1, 2, 3, 4;
        END IF;
        IF TG_OP <> 'INSERT' THEN
          INSERT INTO stage_exit_count (portfolio_id, template_key, stage_key, days, exits)
          SELECT portfolio_id, template_key, stage_key, days, - count(*) FROM gone GROUP BY 1, 2, 3, 4;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER stage_total_count_left AFTER INSERT ON stage_total REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION count_stage_exits();
      CREATE TRIGGER stage_total_count_changed AFTER UPDATE ON stage_total REFERENCING OLD TABLE AS gone NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION count_stage_exits();
      CREATE TRIGGER stage_total_count_gone AFTER DELETE ON stage_total REFERENCING OLD TABLE AS gone
        FOR EACH STATEMENT EXECUTE FUNCTION count_stage_exits();

      CREATE INDEX status_change_changed_idx ON status_change (portfolio_id, changed_at);
      CREATE INDEX evidence_recent_idx ON evidence (portfolio_id, submitted_at);
      CREATE INDEX status_update_recent_idx ON status_update (portfolio_id, posted_at);
      CREATE INDEX kpi_measurement_recent_idx ON kpi_measurement (portfolio_id, measured_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX kpi_measurement_recent_idx, status_update_recent_idx, evidence_recent_idx, status_change_changed_idx;
      DROP TRIGGER stage_total_count_gone ON stage_total;
      DROP TRIGGER stage_total_count_changed ON stage_total;
      DROP TRIGGER stage_total_count_left ON stage_total;
      DROP FUNCTION count_stage_exits();
      DROP TABLE stage_exit_count;
    `);
  }
}
