import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which kinds of events endpoints are told of an action; with findings from now on. */
const webhookEvents = (findings: string): string => `
      CREATE OR REPLACE FUNCTION webhook_events_of(p_body text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
      BEGIN
        RETURN CASE substring(left(p_body, 200) FROM '"action":"([A-Za-z.]+)"')
          WHEN 'gate.decided' THEN '{GATE_DECIDED,STAGE_CHANGED}'::text[]
          WHEN 'gateReview.requested' THEN '{GATE_REVIEW_REQUESTED}'
          WHEN 'gateCondition.breached' THEN '{CONDITION_BREACHED}'
          WHEN 'initiative.created' THEN '{INITIATIVE_CREATED}'
          WHEN 'initiative.updated' THEN '{STAGE_CHANGED,CRITERION_CHANGED}'
          WHEN 'initiative.templateMigrated' THEN '{STAGE_CHANGED}'
          WHEN 'evidence.submitted' THEN '{CRITERION_CHANGED}'
          WHEN 'evidence.reviewed' THEN '{CRITERION_CHANGED}'
          WHEN 'evidence.ranOut' THEN '{CRITERION_CHANGED}'
          WHEN 'waiver.decided' THEN '{CRITERION_CHANGED}'
          WHEN 'waiver.revoked' THEN '{CRITERION_CHANGED}'
          WHEN 'waiver.expired' THEN '{CRITERION_CHANGED}'
          WHEN 'kpi.defined' THEN '{CRITERION_CHANGED}'
          WHEN 'kpi.revised' THEN '{CRITERION_CHANGED}'
          WHEN 'measurements.recorded' THEN '{CRITERION_CHANGED}'
          WHEN 'ticket.linked' THEN '{CRITERION_CHANGED}'
          WHEN 'ticket.unlinked' THEN '{CRITERION_CHANGED}'
          WHEN 'ticket.done' THEN '{CRITERION_CHANGED}'
          WHEN 'ticket.reopened' THEN '{CRITERION_CHANGED}'
          ${findings}
          WHEN 'effortPeriod.closed' THEN '{EFFORT_OFF_TARGET}'
        END;
      END $$;
`;

/** What changed, in the order in which it can be told; what the rules find, with its history; and what each initiative comes to. */
export class Insight1764000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Put down by triggers in the transaction of the change. Nothing here makes one writer wait for another: it refers to
      -- nothing, and nothing in it is unique. It is moved on at once, and in the meantime it means "look again".
      CREATE TABLE initiative_change (
        id bigint GENERATED ALWAYS AS IDENTITY,
        portfolio_id uuid NOT NULL,
        -- Null: it concerns the portfolio.
        initiative_id uuid,
        -- Where it left a stage, those who still stand there are measured otherwise from now on.
        left_stage text,
        -- What the rules found, or a comment: told to who listens, and no reason to look again.
        is_finding boolean NOT NULL DEFAULT false,
        CONSTRAINT initiative_change_pk PRIMARY KEY (id)
      );

      -- The same in an order in which nothing comes in between later on: whoever has read up to a number has seen all before it.
      CREATE TABLE change_feed (
        id bigint GENERATED ALWAYS AS IDENTITY,
        portfolio_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        moved_at timestamptz(3) NOT NULL,
        CONSTRAINT change_feed_pk PRIMARY KEY (id)
      );
      CREATE INDEX change_feed_moved_idx ON change_feed (moved_at);

      CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        v_portfolio uuid;
      BEGIN
        SELECT portfolio_id INTO v_portfolio FROM audit_chain WHERE chain = NEW.chain;
        IF v_portfolio IS NOT NULL THEN
          INSERT INTO initiative_change (portfolio_id, initiative_id, is_finding)
          VALUES (v_portfolio, CASE WHEN NEW.chain LIKE 'initiative:%' THEN substr(NEW.chain, 12)::uuid END,
            left(NEW.body, 200) ~ '"action":"(finding|comment)[.]');
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_event_change AFTER INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION note_change();

      -- Recorded effort stands on the chain of its portfolio.
      CREATE FUNCTION note_effort_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO initiative_change (portfolio_id, initiative_id) SELECT DISTINCT portfolio_id, initiative_id FROM written;
        RETURN NULL;
      END $$;
      CREATE TRIGGER effort_entry_change AFTER INSERT ON effort_entry REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION note_effort_change();

      CREATE FUNCTION note_stage_left() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO initiative_change (portfolio_id, initiative_id, left_stage)
        SELECT DISTINCT portfolio_id, NULL::uuid, stage_key FROM written;
        RETURN NULL;
      END $$;
      CREATE TRIGGER stage_total_left AFTER INSERT ON stage_total REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_stage_left();
      CREATE TRIGGER stage_total_changed AFTER UPDATE ON stage_total REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_stage_left();

      CREATE TABLE initiative_insight (
        initiative_id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        health text,
        health_reason text,
        is_ready boolean,
        looked_at timestamptz(3),
        -- From when on what stands here may be otherwise: by the clock, or since something changed.
        due_at timestamptz(3) NOT NULL,
        CONSTRAINT initiative_insight_pk PRIMARY KEY (initiative_id),
        CONSTRAINT initiative_insight_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT initiative_insight_health_known CHECK (health IN ('ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NO_DATA')),
        CONSTRAINT initiative_insight_whole CHECK (num_nulls(health, health_reason, is_ready, looked_at) IN (0, 4))
      );
      CREATE INDEX initiative_insight_due_idx ON initiative_insight (due_at);
      CREATE INDEX initiative_insight_portfolio_idx ON initiative_insight (portfolio_id, due_at);

      CREATE TABLE portfolio_insight (
        portfolio_id uuid NOT NULL,
        looked_at timestamptz(3),
        due_at timestamptz(3) NOT NULL,
        CONSTRAINT portfolio_insight_pk PRIMARY KEY (portfolio_id),
        CONSTRAINT portfolio_insight_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id)
      );
      CREATE INDEX portfolio_insight_due_idx ON portfolio_insight (due_at);

      -- What a rule found, version by version: what is said of it changes while it holds.
      CREATE TABLE finding (
        id uuid NOT NULL,
        -- The same over all versions, from being raised until being cleared.
        finding_id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid,
        code text NOT NULL,
        subject text NOT NULL,
        level text NOT NULL,
        -- By the level: 0 is told first.
        rank integer NOT NULL,
        since timestamptz(3) NOT NULL,
        message text NOT NULL,
        facts jsonb NOT NULL,
        raised_at timestamptz(3) NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        -- When a newer version took its place, or it was cleared.
        superseded_at timestamptz(3),
        cleared_at timestamptz(3),
        CONSTRAINT finding_pk PRIMARY KEY (id),
        CONSTRAINT finding_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT finding_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT finding_level_known CHECK (
          rank = CASE level WHEN 'CRITICAL' THEN 0 WHEN 'WARNING' THEN 1 WHEN 'INFO' THEN 2 ELSE -1 END),
        CONSTRAINT finding_times CHECK (
          raised_at <= recorded_at AND recorded_at <= superseded_at AND (cleared_at IS NULL OR cleared_at = superseded_at))
      );
      CREATE UNIQUE INDEX finding_one_of_initiative ON finding (initiative_id, code, subject)
        WHERE superseded_at IS NULL AND initiative_id IS NOT NULL;
      CREATE UNIQUE INDEX finding_one_of_portfolio ON finding (portfolio_id, code, subject)
        WHERE superseded_at IS NULL AND initiative_id IS NULL;
      CREATE INDEX finding_standing_idx ON finding (portfolio_id, rank, since, finding_id) WHERE superseded_at IS NULL;
      CREATE INDEX finding_history_idx ON finding (portfolio_id, recorded_at, id);
      CREATE INDEX finding_versions_idx ON finding (finding_id, recorded_at);

      CREATE FUNCTION guard_finding() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'UPDATE' OR OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
          OR to_jsonb(OLD) - ARRAY['superseded_at', 'cleared_at'] <> to_jsonb(NEW) - ARRAY['superseded_at', 'cleared_at'] THEN
          RAISE EXCEPTION 'finding: a version ends once, and what it said stays'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'finding_unchanged';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER finding_lawful BEFORE UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION guard_finding();
      CREATE TRIGGER finding_kept BEFORE DELETE OR TRUNCATE ON finding EXECUTE FUNCTION refuse_change();

      CREATE TABLE finding_mute (
        id uuid NOT NULL,
        portfolio_id uuid NOT NULL,
        initiative_id uuid,
        code text NOT NULL,
        subject text NOT NULL,
        reason text NOT NULL,
        -- The last day it is muted on, in the time zone of the portfolio.
        until date NOT NULL,
        muted_at timestamptz(3) NOT NULL,
        muted_by uuid NOT NULL,
        ended_at timestamptz(3),
        ended_by uuid,
        CONSTRAINT finding_mute_pk PRIMARY KEY (id),
        CONSTRAINT finding_mute_portfolio_fk FOREIGN KEY (portfolio_id) REFERENCES portfolio (id),
        CONSTRAINT finding_mute_initiative_fk FOREIGN KEY (portfolio_id, initiative_id) REFERENCES initiative (portfolio_id, id),
        CONSTRAINT finding_mute_muted_by_fk FOREIGN KEY (muted_by) REFERENCES app_user (id),
        CONSTRAINT finding_mute_ended_by_fk FOREIGN KEY (ended_by) REFERENCES app_user (id),
        CONSTRAINT finding_mute_says_why CHECK (reason <> ''),
        CONSTRAINT finding_mute_end CHECK (num_nulls(ended_at, ended_by) IN (0, 2) AND ended_at >= muted_at)
      );
      CREATE UNIQUE INDEX finding_mute_one_of_initiative ON finding_mute (initiative_id, code, subject)
        WHERE ended_at IS NULL AND initiative_id IS NOT NULL;
      CREATE UNIQUE INDEX finding_mute_one_of_portfolio ON finding_mute (portfolio_id, code, subject)
        WHERE ended_at IS NULL AND initiative_id IS NULL;

      ${webhookEvents("WHEN 'finding.raised' THEN '{FINDING_RAISED}'")}

      -- All that is there is looked at anew.
      INSERT INTO initiative_insight (initiative_id, portfolio_id, due_at) SELECT id, portfolio_id, '-infinity' FROM initiative;
      INSERT INTO portfolio_insight (portfolio_id, due_at) SELECT id, '-infinity' FROM portfolio;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${webhookEvents('')}
      DROP TABLE finding_mute;
      DROP TABLE finding;
      DROP FUNCTION guard_finding();
      DROP TABLE portfolio_insight;
      DROP TABLE initiative_insight;
      DROP TRIGGER stage_total_changed ON stage_total;
      DROP TRIGGER stage_total_left ON stage_total;
      DROP FUNCTION note_stage_left();
      DROP TRIGGER effort_entry_change ON effort_entry;
      DROP FUNCTION note_effort_change();
      DROP TRIGGER audit_event_change ON audit_event;
      DROP FUNCTION note_change();
      DROP TABLE change_feed;
      DROP TABLE initiative_change;
    `);
  }
}
