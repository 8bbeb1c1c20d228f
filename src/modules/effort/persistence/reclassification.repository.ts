import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { LedgerStamp } from './effort.repository.js';

/** A row of the ledger by the order it is walked in. */
export interface LedgerPlace {
  readonly workedOn: CalendarDate;
  readonly id: string;
}

/** A walk through the entries of a portfolio, or of one initiative, that brings their categories in line with what is in force. */
export interface Reclassification {
  readonly id: string;
  readonly portfolioId: string;
  /** Null: all initiatives. */
  readonly initiativeId: string | null;
  /** Who published the rules, or changed the initiative. */
  readonly by: string;
  /** The last row that was looked at; null: none yet. */
  readonly reached: LedgerPlace | null;
  readonly changedEntries: number;
  readonly finishedAt: Instant | null;
}

const INSERT = `
  INSERT INTO effort_reclassification (id, portfolio_id, initiative_id, begun_at, begun_by, changed_entries)
  VALUES ($1, $2, $3, $4, $5, 0)`;

const LOCK = `
  SELECT id, portfolio_id AS "portfolioId", initiative_id AS "initiativeId", begun_by AS by, changed_entries AS "changedEntries",
    finished_at AS "finishedAt",
    CASE WHEN reached_id IS NOT NULL THEN jsonb_build_object('workedOn', reached_day, 'id', reached_id) END AS reached
  FROM effort_reclassification WHERE id = $1 FOR UPDATE`;

const SAVE = `
  UPDATE effort_reclassification SET reached_day = $2, reached_id = $3, changed_entries = $4, finished_at = $5 WHERE id = $1`;

@Injectable()
export class ReclassificationRepository {
  async insert(tx: Tx, { portfolioId, at, by }: LedgerStamp, initiativeId: string | null): Promise<string> {
    const id = newId();
    await tx.query(INSERT, [id, portfolioId, initiativeId, at, by]);
    return id;
  }

  /** Where a walk stands; nobody else takes it further until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Reclassification> {
    const [row] = await tx.query<Reclassification>(LOCK, [id]);
    if (!row) {
      throw new Error(`There is no reclassification ${id}.`);
    }
    return row;
  }

  async save(tx: Tx, { id, reached, changedEntries, finishedAt }: Reclassification): Promise<void> {
    await tx.query(SAVE, [id, reached?.workedOn ?? null, reached?.id ?? null, changedEntries, finishedAt]);
  }
}
