import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What rows of effort add to the rollups. A row counts once in each dimension: by month, and by day as well where a
 * dimension has few keys. Of an initiative counts what is said of it now, and the stage it stood in at the end of the day
 * worked, in the portfolio's time zone; from before its first stage INTAKE.
 */
const cellsOf = (rows: string): string => `
  SELECT e.portfolio_id, e.initiative_id, e.worked_on, cell.dimension, cell.grain, cell.key, cell.day, coalesce(e.category_key, '') AS category_key,
    e.person_days
  FROM ${rows} e
  JOIN initiative i ON i.id = e.initiative_id
  JOIN portfolio p ON p.id = e.portfolio_id
  LEFT JOIN (
    SELECT v.initiative_id, v.entered_at, v.left_at, s.category
    FROM stage_visit v JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key WHERE v.superseded_at IS NULL
  ) stay ON stay.initiative_id = e.initiative_id AND (stay.entered_at AT TIME ZONE p.time_zone)::date <= e.worked_on
    AND (stay.left_at IS NULL OR (stay.left_at AT TIME ZONE p.time_zone)::date > e.worked_on)
  CROSS JOIN LATERAL (SELECT date_trunc('month', e.worked_on::timestamp)::date AS month) AS worked
  CROSS JOIN LATERAL (VALUES
    ('BUSINESS_UNIT', 'DAY', coalesce(i.business_unit, ''), e.worked_on),
    ('BUSINESS_UNIT', 'MONTH', coalesce(i.business_unit, ''), worked.month),
    ('INVESTMENT_CLASS', 'DAY', i.investment_class, e.worked_on),
    ('INVESTMENT_CLASS', 'MONTH', i.investment_class, worked.month),
    ('STAGE_CATEGORY', 'DAY', coalesce(stay.category, 'INTAKE'), e.worked_on),
    ('STAGE_CATEGORY', 'MONTH', coalesce(stay.category, 'INTAKE'), worked.month),
    ('VALUE_THESIS', 'DAY', i.value_thesis, e.worked_on),
    ('VALUE_THESIS', 'MONTH', i.value_thesis, worked.month),
    ('INITIATIVE', 'MONTH', i.id::text, worked.month),
    ('PERSON', 'MONTH', coalesce(e.person, ''), worked.month)
  ) AS cell (dimension, grain, key, day)`;

/** What the rollups hold of an initiative from a day on: what the ledger has of it, less what is not folded yet. */
const FOLDED = `
  SELECT portfolio_id, initiative_id, person, category_key, worked_on, sum(person_days) AS person_days
  FROM (
    SELECT portfolio_id, initiative_id, person, category_key, worked_on, person_days FROM effort_entry
    WHERE initiative_id = p_initiative_id AND worked_on >= p_from
    UNION ALL
    SELECT portfolio_id, initiative_id, person, category_key, worked_on, -person_days FROM effort_delta
    WHERE initiative_id = p_initiative_id AND worked_on >= p_from
  ) AS folded
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(person_days) <> 0`;

/** Sums of effort that are exact at every instant, whatever is written and whatever changes of initiatives. */
export class EffortRollups1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Sums of effort by what reports ask for. An empty key or category stands for none.
      CREATE TABLE effort_rollup (
        portfolio_id uuid NOT NULL,
        dimension text NOT NULL,
        -- Whether it is the sum of a day or of a month.
        grain text NOT NULL,
        -- The day worked, or the first of its month.
        day date NOT NULL,
        key text NOT NULL,
        category_key text NOT NULL,
        person_days numeric NOT NULL,
        CONSTRAINT effort_rollup_pk PRIMARY KEY (portfolio_id, dimension, grain, day, key, category_key),
        CONSTRAINT effort_rollup_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT effort_rollup_dimension_known CHECK (
          dimension IN ('BUSINESS_UNIT', 'INVESTMENT_CLASS', 'STAGE_CATEGORY', 'VALUE_THESIS', 'INITIATIVE', 'PERSON')
        ),
        CONSTRAINT effort_rollup_grain CHECK (
          CASE grain WHEN 'DAY' THEN dimension NOT IN ('INITIATIVE', 'PERSON') WHEN 'MONTH' THEN extract(day FROM day) = 1 ELSE false END
        )
      ) WITH (fillfactor = 80);

      -- What stands in the ledger and not in the rollups yet. Writers only append, so they never wait for each other here.
      CREATE TABLE effort_delta (
        id bigint GENERATED ALWAYS AS IDENTITY,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        person text,
        category_key text,
        worked_on date NOT NULL,
        person_days numeric NOT NULL,
        CONSTRAINT effort_delta_pk PRIMARY KEY (id)
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_insert_threshold = -1);
      CREATE INDEX effort_delta_initiative_idx ON effort_delta (portfolio_id, initiative_id);
      INSERT INTO effort_delta (portfolio_id, initiative_id, person, category_key, worked_on, person_days)
      SELECT portfolio_id, initiative_id, person, category_key, worked_on, sum(person_days) FROM effort_entry
      GROUP BY portfolio_id, initiative_id, person, category_key, worked_on HAVING sum(person_days) <> 0;

      CREATE VIEW effort_entry_cell AS ${cellsOf('effort_entry')};
      CREATE VIEW effort_delta_cell AS ${cellsOf('effort_delta')};

      -- Whatever comes into the ledger, its sums follow in the same statement, whoever writes it.
      CREATE FUNCTION effort_keep_deltas() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO effort_delta (portfolio_id, initiative_id, person, category_key, worked_on, person_days)
        SELECT portfolio_id, initiative_id, person, category_key, worked_on, sum(person_days) FROM entered
        GROUP BY portfolio_id, initiative_id, person, category_key, worked_on HAVING sum(person_days) <> 0;
        RETURN NULL;
      END $$;
      CREATE TRIGGER effort_entry_deltas AFTER INSERT ON effort_entry REFERENCING NEW TABLE AS entered
        FOR EACH STATEMENT EXECUTE FUNCTION effort_keep_deltas();

      -- Who folds holds the rollups of a portfolio alone; who unfolds shares them with others who do, until the end of the transaction.
      CREATE FUNCTION effort_rollups_key(p_portfolio_id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
        SELECT hashtextextended(p_portfolio_id || ':rollups of effort', 5)
      $$;

      -- Folds up to so many deltas of one portfolio into its rollups, and answers how many. A portfolio that somebody unfolds
      -- in, or folds already, waits for the next time. Writers of effort need not wait, nor be waited for.
      CREATE FUNCTION effort_fold(p_limit integer) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        v_portfolio_id uuid;
        v_deltas bigint[];
      BEGIN
        FOR v_portfolio_id IN SELECT portfolio_id FROM effort_delta GROUP BY portfolio_id ORDER BY min(id) LOOP
          CONTINUE WHEN NOT pg_try_advisory_xact_lock(effort_rollups_key(v_portfolio_id));
          SELECT array_agg(id) INTO v_deltas
          FROM (SELECT id FROM effort_delta WHERE portfolio_id = v_portfolio_id ORDER BY id LIMIT p_limit) AS d;
          CONTINUE WHEN v_deltas IS NULL;
          INSERT INTO effort_rollup AS r (portfolio_id, dimension, grain, day, key, category_key, person_days)
          SELECT c.portfolio_id, c.dimension, c.grain, c.day, c.key, c.category_key, sum(c.person_days)
          FROM (${cellsOf('(SELECT * FROM effort_delta WHERE id = ANY (v_deltas))')}) AS c
          GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(c.person_days) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
          ON CONFLICT (portfolio_id, dimension, grain, day, key, category_key) DO UPDATE SET person_days = r.person_days + excluded.person_days;
          DELETE FROM effort_delta WHERE id = ANY (v_deltas);
          RETURN cardinality(v_deltas);
        END LOOP;
        RETURN 0;
      END $$;

      -- Takes what the rollups hold of an initiative from a day on out of them and makes deltas of it again. Called before
      -- something changes by which it was folded in, with the initiative locked; nobody folds until that is committed.
      CREATE FUNCTION effort_unfold(p_initiative_id uuid, p_from date) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(effort_rollups_key(portfolio_id)) FROM initiative WHERE id = p_initiative_id;
        INSERT INTO effort_rollup AS r (portfolio_id, dimension, grain, day, key, category_key, person_days)
        SELECT c.portfolio_id, c.dimension, c.grain, c.day, c.key, c.category_key, -sum(c.person_days)
        FROM (${cellsOf(`(${FOLDED})`)}) AS c
        GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(c.person_days) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
        ON CONFLICT (portfolio_id, dimension, grain, day, key, category_key) DO UPDATE SET person_days = r.person_days + excluded.person_days;
        IF FOUND THEN
          INSERT INTO effort_delta (portfolio_id, initiative_id, person, category_key, worked_on, person_days) ${FOLDED};
        END IF;
      END $$;

      CREATE FUNCTION effort_unfold_initiative() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM effort_unfold(OLD.id, '-infinity');
        RETURN NEW;
      END $$;
      CREATE TRIGGER initiative_effort_follows BEFORE UPDATE ON initiative FOR EACH ROW
        WHEN (NEW.business_unit IS DISTINCT FROM OLD.business_unit OR NEW.investment_class <> OLD.investment_class
          OR NEW.value_thesis <> OLD.value_thesis)
        EXECUTE FUNCTION effort_unfold_initiative();

      CREATE FUNCTION effort_unfold_visit() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        v_time_zone text;
        v_since timestamptz;
      BEGIN
        PERFORM 1 FROM initiative WHERE id = NEW.initiative_id FOR NO KEY UPDATE;
        SELECT time_zone INTO v_time_zone FROM portfolio WHERE id = NEW.portfolio_id;
        v_since := CASE
          WHEN TG_OP = 'INSERT' THEN NEW.entered_at
          WHEN NEW.superseded_at IS DISTINCT FROM OLD.superseded_at OR NEW.entered_at <> OLD.entered_at
            THEN least(OLD.entered_at, NEW.entered_at)
          ELSE least(OLD.left_at, NEW.left_at)
        END;
        PERFORM effort_unfold(NEW.initiative_id, (v_since AT TIME ZONE v_time_zone)::date);
        RETURN NEW;
      END $$;
      CREATE TRIGGER stage_visit_effort_follows BEFORE INSERT OR UPDATE ON stage_visit FOR EACH ROW EXECUTE FUNCTION effort_unfold_visit();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER stage_visit_effort_follows ON stage_visit;
      DROP TRIGGER initiative_effort_follows ON initiative;
      DROP TRIGGER effort_entry_deltas ON effort_entry;
      DROP FUNCTION effort_unfold_visit();
      DROP FUNCTION effort_unfold_initiative();
      DROP FUNCTION effort_unfold(uuid, date);
      DROP FUNCTION effort_fold(integer);
      DROP FUNCTION effort_rollups_key(uuid);
      DROP FUNCTION effort_keep_deltas();
      DROP VIEW effort_delta_cell;
      DROP VIEW effort_entry_cell;
      DROP TABLE effort_delta;
      DROP TABLE effort_rollup;
    `);
  }
}
