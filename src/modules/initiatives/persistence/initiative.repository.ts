import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Initiative, InitiativeAttributes, InitiativeStatus } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { InitiativeRevisionEntity } from './initiative-revision.entity.js';
import { InitiativeEntity } from './initiative.entity.js';
import { StageVisitEntity } from './stage-visit.entity.js';
import { StatusChangeEntity } from './status-change.entity.js';
import { windStageClocks } from './wind-stage-clocks.js';

export interface Visit {
  readonly stageKey: string;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
}

/** Who writes, and when. */
export interface Stamp {
  readonly at: Instant;
  readonly by: string;
}

export interface NewInitiative {
  readonly initiative: Initiative;
  readonly number: number;
  readonly visits: readonly Visit[];
  /** Oldest first. */
  readonly statusChanges: readonly {
    readonly status: InitiativeStatus;
    readonly changedAt: Instant;
    readonly reason?: string;
    readonly isImported?: boolean;
  }[];
}

const OPEN_VISIT = 'SELECT entered_at AS "enteredAt" FROM stage_visit WHERE initiative_id = $1 AND is_open';

const SET_CLOCKS = `
  UPDATE initiative i SET clock_since = c."clockSince", clock_days = c."clockDays"
  FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, "clockSince" date, "clockDays" integer) WHERE i.id = c.id`;

/** Conflicts with nobody who reads or writes; it is what `SettledKnowledge` waits for. */
const ANNOUNCE = 'LOCK TABLE initiative IN ROW EXCLUSIVE MODE';

@Injectable()
export class InitiativeRepository {
  /** Says that initiatives are being written that nobody can lock yet; the time of recording is taken afterwards. */
  async announce(tx: Tx): Promise<void> {
    await tx.query(ANNOUNCE);
  }

  /** Takes the next `count` numbers of a portfolio and returns the first of them. */
  async takeNumbers(tx: Tx, portfolioId: string, count: number): Promise<number> {
    await this.announce(tx);
    const [row] = await tx.query<{ last: number }>('SELECT take_initiative_numbers($1, $2) AS last', [
      portfolioId,
      count,
    ]);
    return (row?.last ?? 0) - count + 1;
  }

  async insert(tx: Tx, rows: readonly NewInitiative[], stamp: Stamp): Promise<void> {
    await tx.manager.insert(
      InitiativeEntity,
      rows.map(({ initiative, number }) => ({ ...initiative, number })),
    );
    await tx.manager.insert(
      StageVisitEntity,
      rows.flatMap(({ initiative, visits }) => visits.map((visit) => visitRow(initiative, visit, stamp))),
    );
    await tx.manager.insert(
      StatusChangeEntity,
      rows.flatMap(({ initiative, statusChanges }) =>
        statusChanges.map((change, position) => ({
          initiativeId: initiative.id,
          portfolioId: initiative.portfolioId,
          sequence: position + 1,
          ...change,
          changedBy: stamp.by,
        })),
      ),
    );
    await this.insertRevisions(
      tx,
      rows.map(({ initiative }) => initiative),
      stamp,
    );
    const clocks = await windStageClocks(
      tx,
      rows.map(({ initiative }) => initiative.id),
    );
    await tx.query(SET_CLOCKS, [JSON.stringify([...clocks].map(([id, clock]) => ({ id, ...clock })))]);
  }

  /** Writes the attributes of the next version, unless another version stands by now. */
  async update(
    tx: Tx,
    initiative: Initiative,
    attributes: InitiativeAttributes,
    stamp: Stamp,
  ): Promise<Initiative | null> {
    const next: Initiative = { ...initiative, ...attributes, version: initiative.version + 1, updatedAt: stamp.at };
    const result = await tx.manager
      .createQueryBuilder()
      .update(InitiativeEntity)
      .set({ ...attributes, version: next.version, updatedAt: stamp.at })
      .where('id = :id AND version = :version', { id: initiative.id, version: initiative.version })
      .execute();
    if (result.affected !== 1) {
      return null;
    }
    await this.insertRevisions(tx, [next], stamp);
    return next;
  }

  /** Closes the open visit and begins one in another stage; where the clock was put back, as soon as the open one began. */
  async move(tx: Tx, initiative: Initiative, toStageKey: string, stamp: Stamp): Promise<Initiative> {
    const [open] = await tx.query<{ enteredAt: Instant }>(OPEN_VISIT, [initiative.id]);
    const movedAt = open && open.enteredAt > stamp.at ? open.enteredAt : stamp.at;
    await tx.query('UPDATE stage_visit SET left_at = $2, is_open = NULL WHERE initiative_id = $1 AND is_open', [
      initiative.id,
      movedAt,
    ]);
    await tx.manager.insert(
      StageVisitEntity,
      visitRow(initiative, { stageKey: toStageKey, enteredAt: movedAt, leftAt: null }, stamp),
    );
    return this.touch(tx, { ...initiative, stageKey: toStageKey }, stamp);
  }

  async changeStatus(
    tx: Tx,
    initiative: Initiative,
    status: InitiativeStatus,
    reason: string,
    stamp: Stamp,
  ): Promise<Initiative> {
    await tx.query(
      `INSERT INTO status_change (initiative_id, sequence, portfolio_id, status, changed_at, changed_by, reason)
       SELECT $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5, $6 FROM status_change WHERE initiative_id = $1`,
      [initiative.id, initiative.portfolioId, status, stamp.at, stamp.by, reason],
    );
    return this.touch(tx, { ...initiative, status }, stamp);
  }

  /** Puts new visits in the place of the recorded ones; those stay in the table for questions about the past. */
  async redate(tx: Tx, initiative: Initiative, visits: readonly Visit[], stamp: Stamp): Promise<Initiative> {
    await tx.query(
      'UPDATE stage_visit SET superseded_at = $2, is_open = NULL WHERE initiative_id = $1 AND superseded_at IS NULL',
      [initiative.id, stamp.at],
    );
    await tx.manager.insert(
      StageVisitEntity,
      visits.map((visit) => visitRow(initiative, visit, stamp)),
    );
    const current = visits.at(-1);
    return this.touch(tx, { ...initiative, stageKey: current?.stageKey ?? initiative.stageKey }, stamp);
  }

  private async touch(tx: Tx, initiative: Initiative, stamp: Stamp): Promise<Initiative> {
    const next = { ...initiative, version: initiative.version + 1, updatedAt: stamp.at };
    const clock = (await windStageClocks(tx, [next.id])).get(next.id);
    await tx.query(
      `UPDATE initiative SET stage_key = $2, status = $3, version = $4, updated_at = $5, clock_since = $6, clock_days = $7
       WHERE id = $1`,
      [next.id, next.stageKey, next.status, next.version, next.updatedAt, clock?.clockSince, clock?.clockDays],
    );
    await this.insertRevisions(tx, [next], stamp);
    return next;
  }

  private async insertRevisions(tx: Tx, initiatives: readonly Initiative[], stamp: Stamp): Promise<void> {
    await tx.manager.insert(
      InitiativeRevisionEntity,
      initiatives.map((initiative) => ({
        initiativeId: initiative.id,
        version: initiative.version,
        portfolioId: initiative.portfolioId,
        riskTier: initiative.riskTier,
        attributes: attributesOf(initiative),
        recordedAt: stamp.at,
        recordedBy: stamp.by,
      })),
    );
  }
}

/** What is said of an initiative, without where it stands. */
export const attributesOf = (initiative: InitiativeAttributes): InitiativeAttributes => ({
  name: initiative.name,
  problem: initiative.problem,
  valueThesis: initiative.valueThesis,
  solutionType: initiative.solutionType,
  investmentClass: initiative.investmentClass,
  riskTier: initiative.riskTier,
  businessUnit: initiative.businessUnit,
  ownerId: initiative.ownerId,
  sponsorId: initiative.sponsorId,
  defaultCategoryKey: initiative.defaultCategoryKey,
});

const visitRow = (initiative: Initiative, visit: Visit, stamp: Stamp) => ({
  id: newId(),
  initiativeId: initiative.id,
  portfolioId: initiative.portfolioId,
  templateId: initiative.templateId,
  ...visit,
  isOpen: visit.leftAt === null ? true : null,
  recordedAt: stamp.at,
});
