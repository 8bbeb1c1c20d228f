import { Injectable } from '@nestjs/common';
import { IMPORT_REASON, type PlannedVisit } from '../../../domain/imports/plan-row.js';
import type { Initiative, InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { attributesOf, InitiativeRepository, type NewInitiative, type Stamp } from './initiative.repository.js';
import { windStageClocks } from './wind-stage-clocks.js';

export interface ChangedInitiative {
  /** As it stands from now on, its next version. */
  readonly next: Initiative;
  /** Null: as they stand. */
  readonly visits: readonly PlannedVisit[] | null;
  readonly isStatusChanged: boolean;
}

const SUPERSEDE = `
  UPDATE stage_visit SET superseded_at = $2, is_open = NULL WHERE initiative_id = ANY($1) AND superseded_at IS NULL`;

const INSERT_VISITS = `
  INSERT INTO stage_visit (id, initiative_id, portfolio_id, template_id, stage_key, entered_at, left_at, is_open, recorded_at)
  SELECT v.id, v.initiative_id, v.portfolio_id, v.template_id, v.stage_key, v.entered_at, v.left_at,
    CASE WHEN v.left_at IS NULL THEN true END, $2
  FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, initiative_id uuid, portfolio_id uuid, template_id uuid, stage_key text,
    entered_at timestamptz, left_at timestamptz)`;

const UPDATE = `
  UPDATE initiative i SET name = n.name, problem = n.problem, value_thesis = n.value_thesis, solution_type = n.solution_type,
    investment_class = n.investment_class, risk_tier = n.risk_tier, business_unit = n.business_unit, owner_id = n.owner_id,
    sponsor_id = n.sponsor_id, stage_key = n.stage_key, status = n.status, version = n.version, updated_at = $2,
    clock_since = n.clock_since, clock_days = n.clock_days
  FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, name text, problem text, value_thesis text, solution_type text,
    investment_class text, risk_tier text, business_unit text, owner_id uuid, sponsor_id uuid, stage_key text, status text, version integer,
    clock_since date, clock_days integer)
  WHERE i.id = n.id`;

const INSERT_REVISIONS = `
  INSERT INTO initiative_revision (initiative_id, version, portfolio_id, risk_tier, attributes, recorded_at, recorded_by)
  SELECT r.id, r.version, r.portfolio_id, r.risk_tier, r.attributes, $2, $3
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, version integer, portfolio_id uuid, risk_tier text, attributes jsonb)`;

const INSERT_STATUSES = `
  INSERT INTO status_change (initiative_id, sequence, portfolio_id, status, changed_at, changed_by, reason, is_imported)
  SELECT s.id, (SELECT coalesce(max(c.sequence), 0) + 1 FROM status_change c WHERE c.initiative_id = s.id), s.portfolio_id, s.status, $2, $3, $4, true
  FROM jsonb_to_recordset($1::jsonb) AS s (id uuid, portfolio_id uuid, status text)`;

/** Writes many initiatives with few statements, for imports. */
@Injectable()
export class InitiativeIntakeRepository {
  constructor(private readonly initiatives: InitiativeRepository) {}

  /** Enters new initiatives, active from their first visit; another status holds from the import on. */
  async create(tx: Tx, made: readonly Omit<NewInitiative, 'statusChanges'>[], stamp: Stamp): Promise<void> {
    await this.initiatives.insert(
      tx,
      made.map((each) => ({ ...each, statusChanges: statusChangesOf(each, stamp) })),
      stamp,
    );
  }

  announce(tx: Tx): Promise<void> {
    return this.initiatives.announce(tx);
  }

  /** Takes the next `count` numbers of a portfolio and returns the first of them. */
  takeNumbers(tx: Tx, portfolioId: string, count: number): Promise<number> {
    return this.initiatives.takeNumbers(tx, portfolioId, count);
  }

  async change(tx: Tx, portfolioId: string, changed: readonly ChangedInitiative[], stamp: Stamp): Promise<void> {
    const redated = changed.filter(({ visits }) => visits !== null);
    if (redated.length > 0) {
      await tx.query(SUPERSEDE, [redated.map(({ next }) => next.id), stamp.at]);
      await tx.query(INSERT_VISITS, [JSON.stringify(redated.flatMap(visitRows)), stamp.at]);
    }
    await this.insertStatuses(
      tx,
      portfolioId,
      changed.filter(({ isStatusChanged }) => isStatusChanged).map(({ next }) => next),
      stamp,
    );
    const clocks = await windStageClocks(
      tx,
      changed.map(({ next }) => next.id),
    );
    const rows = changed.map(({ next }) => ({
      id: next.id,
      portfolio_id: portfolioId,
      name: next.name,
      problem: next.problem,
      value_thesis: next.valueThesis,
      solution_type: next.solutionType,
      investment_class: next.investmentClass,
      risk_tier: next.riskTier,
      business_unit: next.businessUnit,
      owner_id: next.ownerId,
      sponsor_id: next.sponsorId,
      stage_key: next.stageKey,
      status: next.status,
      version: next.version,
      clock_since: clocks.get(next.id)?.clockSince,
      clock_days: clocks.get(next.id)?.clockDays,
      attributes: attributesOf(next),
    }));
    await tx.query(UPDATE, [JSON.stringify(rows), stamp.at]);
    await tx.query(INSERT_REVISIONS, [JSON.stringify(rows), stamp.at, stamp.by]);
  }

  private async insertStatuses(
    tx: Tx,
    portfolioId: string,
    initiatives: readonly { readonly id: string; readonly status: InitiativeStatus }[],
    stamp: Stamp,
  ): Promise<void> {
    if (initiatives.length > 0) {
      const rows = initiatives.map(({ id, status }) => ({ id, status, portfolio_id: portfolioId }));
      await tx.query(INSERT_STATUSES, [JSON.stringify(rows), stamp.at, stamp.by, IMPORT_REASON]);
    }
  }
}

const statusChangesOf = (
  { initiative, visits }: Omit<NewInitiative, 'statusChanges'>,
  stamp: Stamp,
): NewInitiative['statusChanges'] => {
  const entered = { status: 'ACTIVE', changedAt: visits[0]?.enteredAt ?? stamp.at } as const;
  return initiative.status === 'ACTIVE'
    ? [entered]
    : [entered, { status: initiative.status, changedAt: stamp.at, reason: IMPORT_REASON, isImported: true }];
};

const visitRows = ({ next, visits }: ChangedInitiative) =>
  (visits ?? []).map((visit) => ({
    id: newId(),
    initiative_id: next.id,
    portfolio_id: next.portfolioId,
    template_id: next.templateId,
    stage_key: visit.stageKey,
    entered_at: visit.enteredAt,
    left_at: visit.leftAt,
  }));
