import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What changed since an instant, and whether the sums of effort still come to what the ledger comes to. */
export class EffortDrift1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What changed of initiatives since an instant, so that a report as of then need not ask for the rest.
      CREATE INDEX initiative_revision_recorded_idx ON initiative_revision (portfolio_id, recorded_at);
      CREATE INDEX stage_visit_touched_idx ON stage_visit (portfolio_id, greatest(recorded_at, superseded_at, left_at));

      -- By how much the rollups, and what is not folded into them yet, differ from the ledger; no row where they agree.
      CREATE VIEW effort_rollup_drift AS
        SELECT portfolio_id, dimension, grain, day, key, category_key, sum(person_days) AS person_days
        FROM (
          SELECT portfolio_id, dimension, grain, day, key, category_key, person_days FROM effort_rollup
          UNION ALL SELECT portfolio_id, dimension, grain, day, key, category_key, person_days FROM effort_delta_cell
          UNION ALL SELECT portfolio_id, dimension, grain, day, key, category_key, -person_days FROM effort_entry_cell
        ) AS c
        GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(person_days) <> 0;

      -- Identities whose head is not their newest revision in the ledger.
      CREATE VIEW effort_identity_drift AS
        SELECT portfolio_id, source, external_id, h.revision, l.revision AS ledger_revision
        FROM effort_identity h FULL JOIN (
          SELECT DISTINCT ON (portfolio_id, source, external_id) portfolio_id, source, external_id, revision,
            CASE WHEN NOT is_reversal THEN id END AS entry_id
          FROM effort_entry ORDER BY portfolio_id, source, external_id, revision DESC, is_reversal DESC
        ) AS l USING (portfolio_id, source, external_id)
        WHERE (h.revision, h.entry_id) IS DISTINCT FROM (l.revision, l.entry_id);

      -- Days of persons whose hours are not those of the ledger.
      CREATE VIEW effort_day_drift AS
        SELECT portfolio_id, person, worked_on, d.hours, l.hours AS ledger_hours
        FROM effort_day d FULL JOIN (
          SELECT portfolio_id, person, worked_on, sum(person_days) * 8 AS hours FROM effort_entry
          WHERE person IS NOT NULL AND unit <> 'FTE_MONTHS' GROUP BY 1, 2, 3
        ) AS l USING (portfolio_id, person, worked_on)
        WHERE coalesce(d.hours, 0) <> coalesce(l.hours, 0);

      -- Takes the drift of a portfolio out of its rollups, and answers how many sums it mended. Others read and write
      -- meanwhile: folding and unfolding add to sums and leave the drift as it is.
      CREATE FUNCTION effort_mend_rollups(p_portfolio_id uuid) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        v_mended integer;
      BEGIN
        PERFORM pg_advisory_xact_lock(7065288);
        INSERT INTO effort_rollup AS r (portfolio_id, dimension, grain, day, key, category_key, person_days)
        SELECT portfolio_id, dimension, grain, day, key, category_key, -person_days FROM effort_rollup_drift
        WHERE portfolio_id = p_portfolio_id ORDER BY 1, 2, 3, 4, 5, 6
        ON CONFLICT (portfolio_id, dimension, grain, day, key, category_key) DO UPDATE SET person_days = r.person_days + excluded.person_days;
        GET DIAGNOSTICS v_mended = ROW_COUNT;
        RETURN v_mended;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION effort_mend_rollups(uuid);
      DROP VIEW effort_day_drift;
      DROP VIEW effort_identity_drift;
      DROP VIEW effort_rollup_drift;
      DROP INDEX stage_visit_touched_idx, initiative_revision_recorded_idx;
    `);
  }
}
