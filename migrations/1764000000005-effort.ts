import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The 70/20/10 yardstick and the append-only ledger of effort. */
export class Effort1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE allocation_scheme (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        key text NOT NULL,
        version integer NOT NULL,
        valid_from date NOT NULL,
        coverage_floor_percent numeric NOT NULL,
        published_at timestamptz(3) NOT NULL,
        published_by uuid NOT NULL,
        CONSTRAINT allocation_scheme_pk PRIMARY KEY (id),
        CONSTRAINT allocation_scheme_version_unique UNIQUE (portfolio_id, version),
        CONSTRAINT allocation_scheme_tenant_unique UNIQUE (portfolio_id, id),
        CONSTRAINT allocation_scheme_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT allocation_scheme_published_by_fk FOREIGN KEY (published_by) REFERENCES app_user (id),
        CONSTRAINT allocation_scheme_floor CHECK (coverage_floor_percent BETWEEN 0 AND 100)
      );
      CREATE TRIGGER allocation_scheme_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON allocation_scheme EXECUTE FUNCTION refuse_change();

      -- Every category that any scheme of the portfolio ever named: what an entry of the ledger may be booked on.
      CREATE TABLE effort_category (
        portfolio_id uuid NOT NULL,
        key text NOT NULL,
        CONSTRAINT effort_category_pk PRIMARY KEY (portfolio_id, key),
        CONSTRAINT effort_category_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id)
      );

      CREATE TABLE allocation_category (
        scheme_id uuid NOT NULL,
        key text NOT NULL,
        portfolio_id uuid NOT NULL,
        position integer NOT NULL,
        name text NOT NULL,
        target_percent numeric NOT NULL,
        tolerance_points numeric NOT NULL,
        CONSTRAINT allocation_category_pk PRIMARY KEY (scheme_id, key),
        CONSTRAINT allocation_category_scheme_fk FOREIGN KEY (portfolio_id, scheme_id) REFERENCES allocation_scheme (portfolio_id, id),
        CONSTRAINT allocation_category_category_fk FOREIGN KEY (portfolio_id, key) REFERENCES effort_category (portfolio_id, key),
        CONSTRAINT allocation_category_target CHECK (target_percent BETWEEN 0 AND 100),
        CONSTRAINT allocation_category_tolerance CHECK (tolerance_points BETWEEN 0 AND 100)
      );
      CREATE TRIGGER allocation_category_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON allocation_category EXECUTE FUNCTION refuse_change();

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
        CONSTRAINT effort_entry_pk PRIMARY KEY (id),
        CONSTRAINT effort_entry_external_unique UNIQUE (portfolio_id, source, external_id, revision, is_reversal),
        CONSTRAINT effort_entry_reversed_once UNIQUE (reverses_id),
        CONSTRAINT effort_entry_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT effort_entry_category_fk FOREIGN KEY (portfolio_id, category_key) REFERENCES effort_category (portfolio_id, key),
        CONSTRAINT effort_entry_reverses_fk FOREIGN KEY (reverses_id) REFERENCES effort_entry (id),
        CONSTRAINT effort_entry_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES app_user (id),
        CONSTRAINT effort_entry_unit_known CHECK (unit IN ('HOURS', 'PERSON_DAYS', 'FTE_MONTHS')),
        CONSTRAINT effort_entry_method_known CHECK (method IN ('WORKLOG', 'COUNTER', 'MANUAL', 'ESTIMATED')),
        CONSTRAINT effort_entry_category_source_known CHECK (category_source IN ('STATED', 'RULE', 'DEFAULT', 'NONE')),
        CONSTRAINT effort_entry_none_has_no_category CHECK ((category_source = 'NONE') = (category_key IS NULL)),
        CONSTRAINT effort_entry_amount CHECK (amount > 0 AND amount < 1e12),
        CONSTRAINT effort_entry_sign CHECK (
          (is_reversal AND reverses_id IS NOT NULL AND person_days < 0) OR (NOT is_reversal AND reverses_id IS NULL AND person_days > 0)
        )
      );
      CREATE INDEX effort_entry_period_idx ON effort_entry (portfolio_id, worked_on, id);
      CREATE INDEX effort_entry_initiative_idx ON effort_entry (initiative_id, worked_on);
      CREATE TRIGGER effort_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON effort_entry EXECUTE FUNCTION refuse_change();

      -- Hours of a person on a day over all initiatives: the row's lock orders the writers, the check makes the capacity rule true.
      CREATE TABLE effort_day (
        portfolio_id uuid NOT NULL,
        person text NOT NULL,
        worked_on date NOT NULL,
        hours numeric NOT NULL,
        CONSTRAINT effort_day_pk PRIMARY KEY (portfolio_id, person, worked_on),
        CONSTRAINT effort_day_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT effort_day_capacity CHECK (hours BETWEEN 0 AND 24)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE effort_day;
      DROP TABLE effort_entry;
      DROP TABLE allocation_category;
      DROP TABLE effort_category;
      DROP TABLE allocation_scheme;
    `);
  }
}
