import type pg from 'pg';
import { LAST_DAY } from '../sizes.js';
import { draw, ID, REVIEWER } from './draw.js';

const SUMMARY = `'What was found out about ' || asked.criterion_key || ' of ' || asked.key || ', and what follows from it.'`;
const URL = `'https://docs.bench.invalid/' || asked.key || '/' || asked.criterion_key`;

/** What the API would keep of each kind. */
const CONTENT = `CASE asked.kind
    WHEN 'DOCUMENT' THEN jsonb_build_object('summary', told.summary, 'url', told.url, 'effectiveOn', told.day)
    WHEN 'SIGN_OFF' THEN jsonb_build_object('statement', told.summary, 'effectiveOn', told.day)
    WHEN 'CHECKLIST' THEN jsonb_build_object('summary', told.summary, 'effectiveOn', told.day, 'items', jsonb_build_array(
      jsonb_build_object('label', 'First group', 'done', true, 'note', NULL), jsonb_build_object('label', 'Second group', 'done', true, 'note', NULL)))
    WHEN 'EXTERNAL_CHECK' THEN jsonb_build_object('name', 'alert-drill', 'passed', true, 'url', told.url, 'externalId', asked.key || '-drill',
      'checkedAt', to_char(told.day, 'YYYY-MM-DD') || 'T08:00:00.000Z')
    WHEN 'UX_REVIEW' THEN jsonb_build_object('summary', told.summary, 'method', 'FIELD_STUDY', 'participants', 8, 'conductedOn', told.day,
      'susScore', '78', 'taskSuccessPercent', '91', 'url', told.url, 'findings', jsonb_build_array(
        jsonb_build_object('severity', 'MAJOR', 'title', 'Too many steps', 'resolved', true),
        jsonb_build_object('severity', 'MINOR', 'title', 'Small type', 'resolved', false)))
    WHEN 'MONITORING_PLAN' THEN jsonb_build_object('summary', told.summary, 'effectiveOn', told.day, 'runbookUrl', told.url, 'onCall', 'Service desk',
      'rollbackProcedure', 'Switch it off.', 'reviewCadenceDays', 30, 'url', told.url, 'signals', jsonb_build_array(
        jsonb_build_object('name', 'drift', 'kind', 'DRIFT', 'kpiId', NULL, 'warnAbove', '0.1', 'warnBelow', NULL, 'breachAbove', '0.2',
          'breachBelow', NULL, 'cadenceHours', 24, 'alertChannel', '#alerts', 'owner', 'Service desk')))
    WHEN 'CHANGE_PLAN' THEN jsonb_build_object('summary', told.summary, 'effectiveOn', told.day, 'communications', 'Every week.',
      'supportContact', 'Service desk', 'adoptionTargetPercent', '80', 'adoptionTargetDate', '2026-12-31', 'changeOwner', 'Head of unit', 'url', told.url,
      'groups', jsonb_build_array(jsonb_build_object('name', 'Handlers', 'people', 240, 'impact', 'Less typing', 'training', 'Two hours')))
  END`;

/**
 * For every criterion somebody hands evidence in for: at the gates that were passed, and for two of three at the one where it stands.
 * KPIs, effort and tickets speak for themselves.
 */
const EVIDENCE = `
  INSERT INTO evidence (id, portfolio_id, initiative_id, criterion_key, kind, summary, url, content, effective_on, external_id, submitted_at, submitted_by)
  SELECT ${ID('evidence', `asked.number || '-' || asked.criterion_key`)}, asked.portfolio_id, asked.id, asked.criterion_key, asked.kind,
    left(told.summary, 200), told.url, ${CONTENT}, told.day, CASE asked.kind WHEN 'EXTERNAL_CHECK' THEN asked.key || '-drill' END,
    told.day + interval '9 hours', asked.owner_id
  FROM (
    SELECT i.*, v.is_open, v.entered_at, c.asked ->> 'key' AS criterion_key, c.asked ->> 'kind' AS kind, i.number::bigint * 100 + c.place AS n, c.place
    FROM stage_visit v JOIN initiative i ON i.id = v.initiative_id
    JOIN template_stage s ON s.template_id = v.template_id AND s.key = v.stage_key
    CROSS JOIN LATERAL jsonb_array_elements(s.exit_gate -> 'criteria') WITH ORDINALITY AS c (asked, place)
    WHERE s.exit_gate IS NOT NULL AND c.asked ->> 'kind' NOT IN ('KPI_CONTRACT', 'KPI_ATTAINMENT', 'EFFORT_SHARE', 'TICKETS_DONE')
      AND (coalesce(c.asked -> 'riskTiers', 'null') = 'null' OR c.asked -> 'riskTiers' ? i.risk_tier)
  ) AS asked
  CROSS JOIN LATERAL (
    SELECT ${SUMMARY} AS summary, ${URL} AS url, least((asked.entered_at + asked.place * interval '3 days')::date, date '${LAST_DAY}' - 7) AS day
  ) AS told
  WHERE asked.is_open IS NULL OR ${draw(12, '3')} < 2`;

/** Of the gate where it stands a third waits for its review. */
const REVIEWS = `
  INSERT INTO evidence_review (evidence_id, submitted_by, outcome, comment, reviewed_at, reviewed_by)
  SELECT e.id, e.submitted_by, 'ACCEPTED', 'Looked at.', e.submitted_at + interval '2 days', ${ID('user', REVIEWER('$1::bigint'))}
  FROM evidence e JOIN initiative i ON i.id = e.initiative_id CROSS JOIN LATERAL (SELECT i.number::bigint AS n) AS numbered
  JOIN stage_visit v ON v.initiative_id = i.id AND v.is_open
  WHERE e.submitted_at < v.entered_at OR hashtext(e.id::text) % 3 <> 0`;

/** Evidence with its reviews. */
export const writeEvidence = async (client: pg.Client, users: number): Promise<void> => {
  await client.query(EVIDENCE);
  await client.query('ANALYZE evidence, stage_visit, initiative');
  await client.query(REVIEWS, [users]);
};
