import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands in a row of the ledger. */
const COLUMNS = `
  id, portfolio_id, initiative_id, category_key, category_source, rule_name, amount, unit, person_days, worked_on, person, note, labels,
  source, external_id, revision, method, is_reversal, reverses_id, recorded_at, recorded_by`;

/** The ledger of effort by time in partitions, and what every identity in it came to. */
export class EffortLedger1764000000015 implements MigrationInterface {
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

      -- Whatever comes into the ledger, its identities follow in the same statement, whoever writes it.
      CREATE FUNCTION effort_keep_heads() RETURNS trigger LANGUAGE plpgsql AS $$
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
        RETURN NULL;
      END $$;
      CREATE TRIGGER effort_entry_heads AFTER INSERT ON effort_entry REFERENCING NEW TABLE AS entered
        FOR EACH STATEMENT EXECUTE FUNCTION effort_keep_heads();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE effort_entry_unpartitioned (LIKE effort_entry INCLUDING CONSTRAINTS);
      INSERT INTO effort_entry_unpartitioned SELECT * FROM effort_entry;
      DROP TABLE effort_entry;
      DROP TABLE effort_identity;
      DROP FUNCTION effort_keep_heads();
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
