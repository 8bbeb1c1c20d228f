import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands in a row of the ledger. */
const COLUMNS = `
  id, portfolio_id, initiative_id, category_key, category_source, rule_name, amount, unit, person_days, worked_on, person, note, labels,
  source, external_id, revision, method, is_reversal, reverses_id, recorded_at, recorded_by`;

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

/** The ledger of effort by time in partitions, the head of every identity, and rollups that are exact at every instant. */
export class EffortRollups1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE effort_entry RENAME TO effort_entry_unpartitioned;
      ALTER TABLE effort_entry_unpartitioned
        DROP CONSTRAINT effort_entry_pk CASCADE, DROP CONSTRAINT effort_entry_external_unique, DROP CONSTRAINT effort_entry_reversed_once;
      DROP INDEX effort_entry_period_idx, effort_entry_initiative_idx;

      CREATE TABLE effort_entry (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        category_key text,
        category_source text NOT NULL,
        rule_name text,
        amount numeric NOT NULL,
        unit text NOT NULL,
        person_days numeric NOT NULL,
        worked_on date NOT NULL,
        person text,
        note text,
        labels text[] NOT NULL,
        source text NOT NULL,
        external_id text NOT NULL,
        -- A correction reverses one revision and enters the next.
        revision integer NOT NULL,
        method text NOT NULL,
        is_reversal boolean NOT NULL,
        reverses_id uuid,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL,
        components text[] NOT NULL DEFAULT '{}',
        ticket_type text,
        project_key text,
        connection_id uuid,
        -- The version of the classification rules that were asked; null where none were.
        rules_version integer,
        -- The late entry that was accepted into a closed period.
        late_id uuid,
        CONSTRAINT effort_entry_pk PRIMARY KEY (id, worked_on),
        CONSTRAINT effort_entry_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT effort_entry_category_fk FOREIGN KEY (portfolio_id, category_key) REFERENCES effort_category (portfolio_id, key),
        -- What takes an entry back stands on the same day, so both are in one partition.
        CONSTRAINT effort_entry_reverses_fk FOREIGN KEY (reverses_id, worked_on) REFERENCES effort_entry (id, worked_on),
        CONSTRAINT effort_entry_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES app_user (id),
        CONSTRAINT effort_entry_unit_known CHECK (unit IN ('HOURS', 'PERSON_DAYS', 'FTE_MONTHS')),
        CONSTRAINT effort_entry_method_known CHECK (method IN ('WORKLOG', 'COUNTER', 'MANUAL', 'ESTIMATED')),
        CONSTRAINT effort_entry_category_source_known CHECK (category_source IN ('STATED', 'RULE', 'DEFAULT', 'NONE')),
        CONSTRAINT effort_entry_none_has_no_category CHECK ((category_source = 'NONE') = (category_key IS NULL)),
        CONSTRAINT effort_entry_rule_is_named CHECK ((category_source = 'RULE') = (rule_name IS NOT NULL)),
        CONSTRAINT effort_entry_amount CHECK (amount > 0 AND amount < 1e12),
        CONSTRAINT effort_entry_day_finite CHECK (isfinite(worked_on)),
        CONSTRAINT effort_entry_sign CHECK (
          (is_reversal AND reverses_id IS NOT NULL AND person_days < 0) OR (NOT is_reversal AND reverses_id IS NULL AND person_days > 0)
        )
      ) PARTITION BY RANGE (worked_on);
      CREATE UNIQUE INDEX effort_entry_reversed_once ON effort_entry (reverses_id, worked_on) WHERE reverses_id IS NOT NULL;
      CREATE INDEX effort_entry_period_idx ON effort_entry (portfolio_id, worked_on, id);
      CREATE INDEX effort_entry_initiative_idx ON effort_entry (initiative_id, worked_on);
      -- Rows come in the order of their recording, so a few bytes for each stretch of the table tell where it is from.
      CREATE INDEX effort_entry_recorded_idx ON effort_entry USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);

      -- Partitions have a schema of their own: nobody asks or writes them directly.
      CREATE SCHEMA effort_partition;

      -- Makes the partition of some days, unless it is there or the rest holds rows of these days already.
      CREATE FUNCTION effort_add_partition(p_name text, p_first date, p_until date) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        IF to_regclass('effort_partition.' || p_name) IS NOT NULL
          OR EXISTS (SELECT 1 FROM effort_partition.rest WHERE worked_on >= p_first AND worked_on < p_until) THEN
          RETURN false;
        END IF;
        -- Attached afterwards, for then whoever reads or writes the ledger need not wait.
        EXECUTE format('CREATE TABLE effort_partition.%I (LIKE effort_entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', p_name);
        EXECUTE format('ALTER TABLE effort_entry ATTACH PARTITION effort_partition.%I FOR VALUES FROM (%L) TO (%L)', p_name, p_first, p_until);
        PERFORM effort_guard_partition(p_name);
        RETURN true;
      END $$;

      -- A trigger of the ledger sees what is written through the ledger, so nothing may be written past it.
      CREATE FUNCTION effort_guard_partition(p_name text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE TRIGGER effort_entry_append_only BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON effort_partition.%I
          EXECUTE FUNCTION refuse_change()', p_name);
      END $$;

      -- Makes the partitions of all quarters from one day through another, and answers how many it made.
      CREATE FUNCTION effort_add_quarters(p_first date, p_through date) RETURNS integer LANGUAGE sql AS $$
        SELECT count(*)::integer FROM (
          SELECT effort_add_partition('entry_' || to_char(q, 'YYYY"_q"Q'), q::date, (q + interval '3 months')::date) AS is_made
          FROM generate_series(date_trunc('quarter', p_first::timestamp), p_through::timestamp, interval '3 months') AS q
        ) AS made WHERE is_made
      $$;

      CREATE TABLE effort_partition.rest PARTITION OF effort_entry DEFAULT;
      SELECT effort_guard_partition('rest');
      SELECT effort_add_quarters((date_trunc('year', now()) - interval '2 years')::date, (now() + interval '1 year')::date);

      INSERT INTO effort_entry (${COLUMNS}) SELECT ${COLUMNS} FROM effort_entry_unpartitioned;
      DROP TABLE effort_entry_unpartitioned;
      CREATE TRIGGER effort_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON effort_entry EXECUTE FUNCTION refuse_change();

      -- What every identity came to: its newest revision, and that revision's entry unless it was taken back.
      CREATE TABLE effort_identity (
        portfolio_id uuid NOT NULL,
        source text NOT NULL,
        external_id text NOT NULL,
        revision integer NOT NULL,
        entry_id uuid,
        worked_on date,
        CONSTRAINT effort_identity_pk PRIMARY KEY (portfolio_id, source, external_id),
        CONSTRAINT effort_identity_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT effort_identity_live CHECK ((entry_id IS NULL) = (worked_on IS NULL))
      ) WITH (fillfactor = 90);
      INSERT INTO effort_identity (portfolio_id, source, external_id, revision, entry_id, worked_on)
      SELECT DISTINCT ON (portfolio_id, source, external_id) portfolio_id, source, external_id, revision,
        CASE WHEN NOT is_reversal THEN id END, CASE WHEN NOT is_reversal THEN worked_on END
      FROM effort_entry ORDER BY portfolio_id, source, external_id, revision DESC, is_reversal DESC;

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

      -- Whatever comes into the ledger, its identities and sums follow in the same statement, whoever writes it.
      CREATE FUNCTION effort_follow_entries() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        v_identities integer;
        v_heads integer;
      BEGIN
        -- An identity goes from one revision to the next, and at most one of them is not taken back.
        IF EXISTS (
          SELECT 1 FROM (
            SELECT portfolio_id, source, external_id, count(*) FILTER (WHERE NOT is_reversal) AS entries,
              count(DISTINCT revision) FILTER (WHERE NOT is_reversal) AS revisions,
              min(revision) FILTER (WHERE NOT is_reversal) AS first, max(revision) FILTER (WHERE NOT is_reversal) AS last,
              count(*) FILTER (WHERE is_reversal) AS reversals
            FROM entered GROUP BY portfolio_id, source, external_id
          ) AS n LEFT JOIN effort_identity h USING (portfolio_id, source, external_id)
          WHERE n.revisions <> n.entries OR n.first <> coalesce(h.revision, 0) + 1 OR n.last <> coalesce(h.revision, 0) + n.entries
            OR (CASE WHEN h.entry_id IS NULL THEN 0 ELSE 1 END) + n.entries - n.reversals NOT IN (0, 1)
        ) THEN
          RAISE EXCEPTION 'effort_identity_in_order: another revision of an entry came first' USING ERRCODE = 'serialization_failure';
        END IF;
        SELECT count(*) INTO v_identities FROM (SELECT DISTINCT portfolio_id, source, external_id FROM entered) AS identities;
        INSERT INTO effort_identity AS h (portfolio_id, source, external_id, revision, entry_id, worked_on)
        SELECT DISTINCT ON (portfolio_id, source, external_id) portfolio_id, source, external_id, revision,
          CASE WHEN NOT is_reversal THEN id END, CASE WHEN NOT is_reversal THEN worked_on END
        FROM entered ORDER BY portfolio_id, source, external_id, revision DESC, is_reversal DESC
        ON CONFLICT (portfolio_id, source, external_id) DO UPDATE
          SET revision = excluded.revision, entry_id = excluded.entry_id, worked_on = excluded.worked_on
          WHERE excluded.revision > h.revision OR (excluded.revision = h.revision AND excluded.entry_id IS NULL AND h.entry_id IS NOT NULL);
        GET DIAGNOSTICS v_heads = ROW_COUNT;
        IF v_heads <> v_identities THEN
          RAISE EXCEPTION 'effort_identity_in_order: another revision of an entry came first' USING ERRCODE = 'serialization_failure';
        END IF;

        INSERT INTO effort_delta (portfolio_id, initiative_id, person, category_key, worked_on, person_days)
        SELECT portfolio_id, initiative_id, person, category_key, worked_on, sum(person_days) FROM entered
        GROUP BY portfolio_id, initiative_id, person, category_key, worked_on HAVING sum(person_days) <> 0;
        RETURN NULL;
      END $$;
      CREATE TRIGGER effort_entry_followed AFTER INSERT ON effort_entry REFERENCING NEW TABLE AS entered
        FOR EACH STATEMENT EXECUTE FUNCTION effort_follow_entries();

      -- Folds up to so many deltas into the rollups, and answers how many. Deltas of initiatives that somebody is about to
      -- change stay for the next time. One who folds at a time; the others have nothing to do.
      CREATE FUNCTION effort_fold(p_limit integer) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        v_initiatives uuid[];
        v_deltas bigint[];
      BEGIN
        IF NOT pg_try_advisory_xact_lock(7065287) THEN
          RETURN 0;
        END IF;
        SELECT array_agg(id) INTO v_initiatives FROM (
          SELECT i.id FROM initiative i
          WHERE i.id IN (SELECT d.initiative_id FROM (SELECT initiative_id FROM effort_delta ORDER BY id LIMIT p_limit) AS d)
          ORDER BY i.id FOR SHARE SKIP LOCKED
        ) AS still;
        SELECT array_agg(id) INTO v_deltas
        FROM (SELECT id FROM effort_delta WHERE initiative_id = ANY (v_initiatives) ORDER BY id LIMIT p_limit) AS d;
        IF v_deltas IS NULL THEN
          RETURN 0;
        END IF;
        INSERT INTO effort_rollup AS r (portfolio_id, dimension, grain, day, key, category_key, person_days)
        SELECT c.portfolio_id, c.dimension, c.grain, c.day, c.key, c.category_key, sum(c.person_days)
        FROM (${cellsOf('(SELECT * FROM effort_delta WHERE id = ANY (v_deltas))')}) AS c
        GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(c.person_days) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
        ON CONFLICT (portfolio_id, dimension, grain, day, key, category_key) DO UPDATE SET person_days = r.person_days + excluded.person_days;
        DELETE FROM effort_delta WHERE id = ANY (v_deltas);
        RETURN cardinality(v_deltas);
      END $$;

      -- Takes what the rollups hold of an initiative from a day on out of them and makes deltas of it again. Called before
      -- something changes by which it was folded in, with the initiative locked: what is folded next time goes by the new.
      CREATE FUNCTION effort_unfold(p_initiative_id uuid, p_from date) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO effort_rollup AS r (portfolio_id, dimension, grain, day, key, category_key, person_days)
        SELECT c.portfolio_id, c.dimension, c.grain, c.day, c.key, c.category_key, -sum(c.person_days)
        FROM (
          SELECT portfolio_id, dimension, grain, day, key, category_key, person_days FROM effort_entry_cell
          WHERE initiative_id = p_initiative_id AND worked_on >= p_from
          UNION ALL
          SELECT portfolio_id, dimension, grain, day, key, category_key, -person_days FROM effort_delta_cell
          WHERE initiative_id = p_initiative_id AND worked_on >= p_from
        ) AS c
        GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(c.person_days) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
        ON CONFLICT (portfolio_id, dimension, grain, day, key, category_key) DO UPDATE SET person_days = r.person_days + excluded.person_days;
        IF FOUND THEN
          INSERT INTO effort_delta (portfolio_id, initiative_id, person, category_key, worked_on, person_days)
          SELECT portfolio_id, initiative_id, person, category_key, worked_on, sum(person_days)
          FROM (
            SELECT portfolio_id, initiative_id, person, category_key, worked_on, person_days FROM effort_entry
            WHERE initiative_id = p_initiative_id AND worked_on >= p_from
            UNION ALL
            SELECT portfolio_id, initiative_id, person, category_key, worked_on, -person_days FROM effort_delta
            WHERE initiative_id = p_initiative_id AND worked_on >= p_from
          ) AS folded
          GROUP BY 1, 2, 3, 4, 5 HAVING sum(person_days) <> 0;
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

      CREATE TRIGGER stage_visit_effort_follows BEFORE INSERT OR UPDATE ON stage_visit FOR EACH ROW EXECUTE FUNCTION effort_unfold_visit();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER stage_visit_effort_follows ON stage_visit;
      DROP TRIGGER initiative_effort_follows ON initiative;
      DROP FUNCTION effort_mend_rollups(uuid);
      DROP VIEW effort_day_drift;
      DROP VIEW effort_identity_drift;
      DROP VIEW effort_rollup_drift;
      DROP INDEX stage_visit_touched_idx, initiative_revision_recorded_idx;
      DROP FUNCTION effort_unfold_visit();
      DROP FUNCTION effort_unfold_initiative();
      DROP FUNCTION effort_unfold(uuid, date);
      DROP FUNCTION effort_fold(integer);
      DROP VIEW effort_delta_cell;
      DROP VIEW effort_entry_cell;
      DROP TABLE effort_delta;
      DROP TABLE effort_rollup;
      DROP TABLE effort_identity;

      CREATE TABLE effort_entry_unpartitioned (LIKE effort_entry INCLUDING CONSTRAINTS);
      INSERT INTO effort_entry_unpartitioned SELECT * FROM effort_entry;
      DROP TABLE effort_entry;
      DROP FUNCTION effort_follow_entries();
      DROP FUNCTION effort_add_quarters(date, date);
      DROP FUNCTION effort_add_partition(text, date, date);
      DROP FUNCTION effort_guard_partition(text);
      DROP SCHEMA effort_partition;
      ALTER TABLE effort_entry_unpartitioned RENAME TO effort_entry;
      ALTER TABLE effort_entry
        DROP CONSTRAINT effort_entry_rule_is_named,
        DROP CONSTRAINT effort_entry_day_finite,
        DROP COLUMN components, DROP COLUMN ticket_type, DROP COLUMN project_key, DROP COLUMN connection_id, DROP COLUMN rules_version,
        DROP COLUMN late_id,
        ADD CONSTRAINT effort_entry_pk PRIMARY KEY (id),
        ADD CONSTRAINT effort_entry_external_unique UNIQUE (portfolio_id, source, external_id, revision, is_reversal),
        ADD CONSTRAINT effort_entry_reversed_once UNIQUE (reverses_id),
        ADD CONSTRAINT effort_entry_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        ADD CONSTRAINT effort_entry_category_fk FOREIGN KEY (portfolio_id, category_key) REFERENCES effort_category (portfolio_id, key),
        ADD CONSTRAINT effort_entry_reverses_fk FOREIGN KEY (reverses_id) REFERENCES effort_entry (id),
        ADD CONSTRAINT effort_entry_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES app_user (id);
      CREATE INDEX effort_entry_period_idx ON effort_entry (portfolio_id, worked_on, id);
      CREATE INDEX effort_entry_initiative_idx ON effort_entry (initiative_id, worked_on);
      CREATE TRIGGER effort_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON effort_entry EXECUTE FUNCTION refuse_change();
    `);
  }
}
