import { Injectable } from '@nestjs/common';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { attributesOf, type Stamp } from './initiative.repository.js';
import { windStageClocks, type ClockColumns } from './wind-stage-clocks.js';

export interface MigratedInitiative {
  readonly before: Initiative;
  /** As it stands from now on, its next version. */
  readonly next: Initiative;
  /** The visits that go with it, and the stage of the newer version that each is recorded in. */
  readonly visits: readonly { readonly id: string; readonly stageKey: string }[];
}

const SUPERSEDE = 'UPDATE stage_visit SET superseded_at = $2, is_open = NULL WHERE id = ANY($1)';

const RECORD_ANEW = `
  INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, left_at, is_open, recorded_at)
  SELECT n.id, v.initiative_id, v.portfolio_id, n.template_id, n.stage_key, v.entered_at, v.left_at,
    CASE WHEN v.left_at IS NULL THEN true END, $2
  FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, visit_id uuid, template_id uuid, stage_key text)
  JOIN stage_visit v ON v.id = n.visit_id`;

const ROWS = `
  jsonb_to_recordset($1::jsonb) AS n (id uuid, version integer, portfolio_id uuid, risk_tier text, attributes jsonb,
    from_template_id uuid, to_template_id uuid, from_stage_key text, to_stage_key text, clock_since date, clock_days integer)`;

const UPDATE = `
  UPDATE initiative i SET template_id = n.to_template_id, stage_key = n.to_stage_key, version = n.version, updated_at = $2,
    clock_since = n.clock_since, clock_days = n.clock_days
  FROM ${ROWS} WHERE i.id = n.id`;

const INSERT_REVISIONS = `
  INSERT INTO initiative_revision (initiative_id, version, portfolio_id, risk_tier, attributes, recorded_at, recorded_by)
  SELECT n.id, n.version, n.portfolio_id, n.risk_tier, n.attributes, $2, $3 FROM ${ROWS}`;

const INSERT_MIGRATIONS = `
  INSERT INTO template_migration (initiative_id, version, portfolio_id, from_template_id, to_template_id, from_stage_key,
    to_stage_key, migrated_at, migrated_by, reason)
  SELECT n.id, n.version, n.portfolio_id, n.from_template_id, n.to_template_id, n.from_stage_key, n.to_stage_key, $2, $3, $4
  FROM ${ROWS}`;

/** Writes the move of many initiatives to a newer version of their template, with few statements. */
@Injectable()
export class InitiativeMigrationRepository {
  /** Records the visits anew with the dates they have; the old rows stay in the table for questions about the past. */
  async migrate(tx: Tx, migrated: readonly MigratedInitiative[], reason: string, stamp: Stamp): Promise<void> {
    await tx.query(SUPERSEDE, [migrated.flatMap(({ visits }) => visits.map(({ id }) => id)), stamp.at]);
    await tx.query(RECORD_ANEW, [JSON.stringify(migrated.flatMap(visitRows)), stamp.at]);
    const clocks = await windStageClocks(
      tx,
      migrated.map(({ next }) => next.id),
    );
    const rows = JSON.stringify(migrated.map((each) => rowOf(each, clocks.get(each.next.id))));
    await tx.query(UPDATE, [rows, stamp.at]);
    await tx.query(INSERT_REVISIONS, [rows, stamp.at, stamp.by]);
    await tx.query(INSERT_MIGRATIONS, [rows, stamp.at, stamp.by, reason]);
  }
}

const visitRows = ({ next, visits }: MigratedInitiative) =>
  visits.map(({ id, stageKey }) => ({
    id: newId(),
    visit_id: id,
    template_id: next.templateId,
    stage_key: stageKey,
  }));

const rowOf = ({ before, next }: MigratedInitiative, clock: ClockColumns | undefined) => ({
  id: next.id,
  version: next.version,
  portfolio_id: next.portfolioId,
  risk_tier: next.riskTier,
  attributes: attributesOf(next),
  from_template_id: before.templateId,
  to_template_id: next.templateId,
  from_stage_key: before.stageKey,
  to_stage_key: next.stageKey,
  clock_since: clock?.clockSince,
  clock_days: clock?.clockDays,
});
