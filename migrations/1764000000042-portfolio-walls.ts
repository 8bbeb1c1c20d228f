import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows are of one portfolio each and say which. */
const OF_A_PORTFOLIO = [
  'allocation_category',
  'allocation_scheme',
  'basis_change',
  'benefits_review',
  'carried_effort',
  'change_feed',
  'classification_rule',
  'classification_rules',
  'comment',
  'comment_mention',
  'counter_reading',
  'effort_category',
  'effort_day',
  'effort_delta',
  'effort_entry',
  'effort_identity',
  'effort_period_closing',
  'effort_reclassification',
  'effort_rollup',
  'evidence',
  'finding',
  'finding_mute',
  'gate_condition',
  'gate_decision',
  'gate_review',
  'gate_vote',
  'inbound_delivery',
  'initiative',
  'initiative_change',
  'initiative_insight',
  'initiative_revision',
  'integration_connection',
  'kpi',
  'kpi_definition',
  'kpi_measurement',
  'late_effort',
  'outbound_event',
  'overdue_review',
  'pending_mark',
  'portfolio_day',
  'portfolio_insight',
  'portfolio_member',
  'pull_run',
  'refetch_wish',
  'signal_reading',
  'signal_source',
  'signature_failure',
  'stage_exit_count',
  'stage_measure',
  'stage_total',
  'stage_visit',
  'status_change',
  'status_update',
  'sync_cursor',
  'template_migration',
  'ticket',
  'ticket_criterion',
  'ticket_effort',
  'ticket_link',
  'waiver',
  'webhook_endpoint',
  'webhook_message',
  'worklog',
];

/** Tables whose rows are of the portfolio of the row they belong to: table, the row it belongs to. */
const BY_THEIR_PARENT: readonly (readonly [string, string])[] = [
  ['comment_text', 'comment p WHERE p.id = comment_text.comment_id'],
  ['evidence_expiry', 'evidence p WHERE p.id = evidence_expiry.evidence_id'],
  ['evidence_review', 'evidence p WHERE p.id = evidence_review.evidence_id'],
  ['evidence_withdrawal', 'evidence p WHERE p.id = evidence_withdrawal.evidence_id'],
  ['ticket_state', 'ticket p WHERE p.id = ticket_state.ticket_id'],
  ['webhook_attempt', 'webhook_message p WHERE p.id = webhook_attempt.message_id'],
  ['audit_event', 'audit_chain p WHERE p.chain = audit_event.chain'],
];

// In a SELECT of their own they are worked out once for a statement, and not once for a row.
const ALL = `(SELECT current_setting('tollgate.portfolios', true) = '*')`;
const STATED = `((SELECT string_to_array(nullif(current_setting('tollgate.portfolios', true), '*'), ',')::uuid[])::uuid[])`;

const RULES: readonly (readonly [string, string])[] = [
  ['portfolio', `${ALL} OR id = ANY ${STATED}`],
  // What concerns no portfolio is the instance's.
  ['audit_chain', `portfolio_id IS NULL OR ${ALL} OR portfolio_id = ANY ${STATED}`],
  ...OF_A_PORTFOLIO.map((table) => [table, `${ALL} OR portfolio_id = ANY ${STATED}`] as const),
  ...BY_THEIR_PARENT.map(([table, parent]) => [table, `${ALL} OR EXISTS (SELECT 1 FROM ${parent})`] as const),
];

const VIEWS = [
  'effort_day_drift',
  'effort_delta_cell',
  'effort_entry_cell',
  'effort_identity_drift',
  'effort_rollup_drift',
];

/**
 * The second wall between portfolios: whoever is not the owner of the tables sees and writes only rows of the portfolios that the
 * setting tollgate.portfolios names: ids separated by commas, * for all; none where it is not set. It can be applied again where it was
 * stopped halfway, for each table is a transaction of its own: who reads and writes meanwhile waits for one table, never for all.
 */
export class PortfolioWalls1764000000042 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, rule] of RULES) {
      await runner.query(`DROP POLICY IF EXISTS own_portfolio ON ${table};
        CREATE POLICY own_portfolio ON ${table} USING (${rule});
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    }
    for (const view of VIEWS) {
      await runner.query(`ALTER VIEW ${view} SET (security_invoker = true)`);
    }
    await runner.query(`
      -- What only the owner may do, at the request of who is not.
      ALTER FUNCTION effort_add_partition(text, date, date) SECURITY DEFINER SET search_path = public, pg_temp;
      -- Whoever publishes a template changes what portfolios show that they cannot see.
      ALTER FUNCTION note_template_change() SECURITY DEFINER SET search_path = public, pg_temp;

      CREATE OR REPLACE FUNCTION enqueue_jobs(p_tasks text[], p_payloads json[], p_keys text[], p_after_seconds integer[], p_attempts integer)
      RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        -- Jobs run in the order of run_at. Within a transaction now() stands still, so the place in the list tells them apart.
        PERFORM graphile_worker.add_job(j.task, j.payload, run_at => now() + j.after * interval '1 second' + j.place * interval '1 microsecond',
          max_attempts => p_attempts, job_key => j.key, job_key_mode => 'unsafe_dedupe')
        FROM (SELECT * FROM unnest(p_tasks, p_payloads, p_keys, p_after_seconds) WITH ORDINALITY AS list (task, payload, key, after, place)
              ORDER BY place) j;
      END $$;

      -- An index of arrays cannot be looked up beside a policy. Ids alone are told: the rows are read, or not, by the policy of their table.
      CREATE OR REPLACE FUNCTION tickets_by_key(p_connection_id uuid, p_keys text[]) RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 2 AS $$
        SELECT id FROM ticket WHERE connection_id = p_connection_id AND known_keys && p_keys
      $$;

      CREATE OR REPLACE FUNCTION retry_job(p_id bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM graphile_worker.reschedule_jobs(ARRAY[p_id], run_at => now(), attempts => 0);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION enqueue_jobs; DROP FUNCTION retry_job; DROP FUNCTION tickets_by_key');
    await runner.query(`
      ALTER FUNCTION effort_add_partition(text, date, date) SECURITY INVOKER RESET search_path;
      ALTER FUNCTION note_template_change() SECURITY INVOKER RESET search_path`);
    for (const view of VIEWS) {
      await runner.query(`ALTER VIEW ${view} RESET (security_invoker)`);
    }
    for (const [table] of RULES) {
      await runner.query(
        `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY; DROP POLICY IF EXISTS own_portfolio ON ${table}`,
      );
    }
  }
}
