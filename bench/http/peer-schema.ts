import pg from 'pg';
import { migrateToLatest } from '../../src/platform/database/migrate.js';

/**
 * What the peers have in place of what the product has: tables of their own to write into, of the same form and with the same keys, and
 * the criteria of gates as rows. What they read besides are the product's own tables.
 */
const SCHEMA = `
  CREATE SCHEMA peers;
  -- Two tables whose names differ by a plural would be one type.
  COMMENT ON TABLE public.classification_rules IS '@name rules_version';

  CREATE TABLE peers.gate_criterion (
    template_id uuid NOT NULL, stage_key text NOT NULL, key text NOT NULL, position integer NOT NULL, name text NOT NULL, kind text NOT NULL,
    weight text NOT NULL,
    PRIMARY KEY (template_id, stage_key, key),
    FOREIGN KEY (template_id, stage_key) REFERENCES public.template_stage (template_id, key)
  );
  INSERT INTO peers.gate_criterion
  SELECT s.template_id, s.key, c.told ->> 'key', c.place, c.told ->> 'name', c.told ->> 'kind', c.told ->> 'weight'
  FROM public.template_stage s CROSS JOIN jsonb_array_elements(s.exit_gate -> 'criteria') WITH ORDINALITY AS c (told, place);

  CREATE TABLE peers.handed_in (LIKE public.evidence INCLUDING ALL);
  ALTER TABLE peers.handed_in ALTER id SET DEFAULT uuidv7(), ADD FOREIGN KEY (portfolio_id, initiative_id) REFERENCES public.initiative (portfolio_id, id),
    ADD FOREIGN KEY (submitted_by) REFERENCES public.app_user (id);
  CREATE TABLE peers.audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, initiative_id uuid NOT NULL, portfolio_id uuid NOT NULL, at timestamptz NOT NULL,
    actor_id uuid NOT NULL, action text NOT NULL, subject_id uuid NOT NULL, changes jsonb NOT NULL
  );
  CREATE INDEX ON peers.audit_log (initiative_id, id);

  CREATE TABLE peers.worklog (LIKE public.effort_entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS, PRIMARY KEY (id), UNIQUE (portfolio_id, source, external_id));
  CREATE INDEX ON peers.worklog (initiative_id, worked_on);
  CREATE INDEX ON peers.worklog (portfolio_id, worked_on, id);
  ALTER TABLE peers.worklog ALTER id SET DEFAULT uuidv7(), ADD FOREIGN KEY (portfolio_id, initiative_id) REFERENCES public.initiative (portfolio_id, id),
    ADD FOREIGN KEY (portfolio_id, category_key) REFERENCES public.effort_category (portfolio_id, key);

  CREATE TYPE peers.criterion_status AS (key text, name text, kind text, status text, evidence_id uuid, summary text, url text, effective_on date,
    submitted_at timestamptz, submitted_by uuid, submitter text);
  CREATE TYPE peers.audit_entry AS (sequence integer, body json, actor text);
  CREATE TYPE peers.unit_share AS (unit text, category_key text, person_days numeric);
  CREATE TYPE peers.funnel_stage AS (stage_key text, entered integer, advanced integer, stopped integer);

  -- Computed columns of PostGraphile stand in the schema of their table.
  CREATE OR REPLACE FUNCTION public.initiative_criteria(i public.initiative) RETURNS SETOF peers.criterion_status LANGUAGE sql STABLE AS $$
    SELECT c.key, c.name, c.kind, CASE WHEN e.id IS NULL THEN 'MISSING' ELSE coalesce(e.outcome, 'SUBMITTED') END,
      e.id, e.summary, e.url, e.effective_on, e.submitted_at, e.submitted_by, u.name
    FROM peers.gate_criterion c
    LEFT JOIN (
      SELECT DISTINCT ON (x.criterion_key) x.*, r.outcome
      FROM public.evidence x LEFT JOIN public.evidence_review r ON r.evidence_id = x.id
      WHERE x.initiative_id = i.id ORDER BY x.criterion_key, x.submitted_at DESC, x.id DESC
    ) e ON e.criterion_key = c.key
    LEFT JOIN public.app_user u ON u.id = e.submitted_by
    WHERE c.template_id = i.template_id AND c.stage_key = i.stage_key ORDER BY c.position
  $$;
  CREATE OR REPLACE FUNCTION public.initiative_audit_events(i public.initiative) RETURNS SETOF peers.audit_entry LANGUAGE sql STABLE AS $$
    SELECT a.sequence, a.body::json, u.name FROM public.audit_event a LEFT JOIN public.app_user u ON u.id = (a.body::json ->> 'actorId')::uuid
    WHERE a.chain = 'initiative:' || i.id ORDER BY a.sequence DESC
  $$;
  CREATE OR REPLACE FUNCTION public.kpi_current(k public.kpi) RETURNS public.kpi_definition LANGUAGE sql STABLE AS $$
    SELECT d.* FROM public.kpi_definition d WHERE d.kpi_id = k.id ORDER BY d.version DESC LIMIT 1
  $$;
  CREATE OR REPLACE FUNCTION public.kpi_latest(k public.kpi) RETURNS public.kpi_measurement LANGUAGE sql STABLE AS $$
    SELECT m.* FROM public.kpi_measurement m WHERE m.kpi_id = k.id ORDER BY m.measured_on DESC, m.id DESC LIMIT 1
  $$;
  CREATE OR REPLACE FUNCTION public.portfolio_unit_shares(p public.portfolio, "from" date, "to" date) RETURNS SETOF peers.unit_share LANGUAGE sql STABLE AS $$
    SELECT coalesce(i.business_unit, ''), e.category_key, sum(e.person_days) FROM public.effort_entry e JOIN public.initiative i ON i.id = e.initiative_id
    WHERE e.portfolio_id = p.id AND e.worked_on BETWEEN "from" AND "to" GROUP BY 1, 2
  $$;
  CREATE OR REPLACE FUNCTION public.portfolio_funnel(p public.portfolio, "from" date, "to" date) RETURNS SETOF peers.funnel_stage LANGUAGE sql STABLE AS $$
    WITH entry AS (
      SELECT v.initiative_id, s.position AS rank,
        max(s.position) OVER (PARTITION BY v.initiative_id ORDER BY v.entered_at, v.left_at NULLS LAST, v.id
          ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS reached
      FROM public.stage_visit v JOIN public.template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
      WHERE v.portfolio_id = p.id AND v.superseded_at IS NULL AND v.entered_at >= "from"::timestamp AT TIME ZONE p.time_zone
        AND v.entered_at < ("to" + 1)::timestamp AT TIME ZONE p.time_zone
    ), cohort AS (
      SELECT initiative_id, rank, coalesce(bool_or(reached > rank), false) AS is_advanced FROM entry GROUP BY 1, 2
    )
    SELECT s.key, count(c.initiative_id)::integer, count(*) FILTER (WHERE c.is_advanced)::integer,
      count(*) FILTER (WHERE i.status IN ('KILLED', 'RETIRED') AND NOT c.is_advanced)::integer
    FROM public.template_stage s LEFT JOIN cohort c ON c.rank = s.position LEFT JOIN public.initiative i ON i.id = c.initiative_id
    WHERE s.template_id = p.template_id GROUP BY s.position, s.key ORDER BY s.position
  $$;

  CREATE FUNCTION peers.submit_evidence(initiative_id uuid, criterion_key text, summary text, url text, effective_on date, actor_id uuid)
  RETURNS peers.handed_in LANGUAGE plpgsql VOLATILE AS $$
  DECLARE
    v_initiative public.initiative;
    v_written peers.handed_in;
  BEGIN
    SELECT i.* INTO v_initiative FROM public.initiative i WHERE i.id = submit_evidence.initiative_id AND i.status IN ('ACTIVE', 'ON_HOLD') FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'There is no such initiative.';
    END IF;
    PERFORM 1 FROM peers.gate_criterion c WHERE c.template_id = v_initiative.template_id AND c.key = submit_evidence.criterion_key AND c.kind = 'DOCUMENT';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'There is no such criterion.';
    END IF;
    INSERT INTO peers.handed_in (portfolio_id, initiative_id, criterion_key, kind, summary, url, content, effective_on, submitted_at, submitted_by)
    VALUES (v_initiative.portfolio_id, v_initiative.id, submit_evidence.criterion_key, 'DOCUMENT', submit_evidence.summary, submit_evidence.url,
      jsonb_build_object('summary', submit_evidence.summary, 'url', submit_evidence.url, 'effectiveOn', submit_evidence.effective_on),
      submit_evidence.effective_on, now(), submit_evidence.actor_id)
    RETURNING * INTO v_written;
    INSERT INTO peers.audit_log (initiative_id, portfolio_id, at, actor_id, action, subject_id, changes)
    VALUES (v_initiative.id, v_initiative.portfolio_id, now(), submit_evidence.actor_id, 'evidence.submitted', v_written.id,
      jsonb_build_object('criterionKey', submit_evidence.criterion_key, 'content', v_written.content));
    RETURN v_written;
  END $$;

  CREATE FUNCTION peers.record_worklogs(portfolio_key text, entries jsonb, actor_id uuid) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
  DECLARE
    v_recorded integer;
  BEGIN
    IF EXISTS (
      SELECT 1 FROM jsonb_to_recordset(entries) AS n ("initiativeKey" text)
      WHERE NOT EXISTS (SELECT 1 FROM public.initiative i JOIN public.portfolio p ON p.id = i.portfolio_id
        WHERE i.key = n."initiativeKey" AND p.key = record_worklogs.portfolio_key)
    ) THEN
      RAISE EXCEPTION 'There is no such initiative.';
    END IF;
    INSERT INTO peers.worklog (portfolio_id, initiative_id, category_key, category_source, amount, unit, person_days, worked_on, person, labels,
      source, external_id, revision, method, is_reversal, recorded_at, recorded_by)
    SELECT i.portfolio_id, i.id, n."categoryKey", 'STATED', n.amount, n.unit, n.amount / 8, n."workedOn", n.person, '{}',
      n.source, n."externalId", 1, n.method, false, now(), record_worklogs.actor_id
    FROM jsonb_to_recordset(entries) AS n ("initiativeKey" text, "categoryKey" text, amount numeric, unit text, "workedOn" date, person text,
      source text, "externalId" text, method text)
    JOIN public.initiative i ON i.key = n."initiativeKey"
    ON CONFLICT (portfolio_id, source, external_id) DO NOTHING;
    GET DIAGNOSTICS v_recorded = ROW_COUNT;
    RETURN v_recorded;
  END $$;
`;

/** Makes what the peers need in a database that is thrown away afterwards, and has it at the newest schema. */
export const preparePeers = async (url: string): Promise<void> => {
  await migrateToLatest(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('DROP SCHEMA IF EXISTS peers CASCADE');
    await client.query(SCHEMA);
    await client.query('ANALYZE peers.gate_criterion');
    // Nothing falls due by the calendar while it is measured.
    await client.query('UPDATE portfolio_day SET begun_through = greatest(begun_through, current_date + 1)');
  } finally {
    await client.end();
  }
};
