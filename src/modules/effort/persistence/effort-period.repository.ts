import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Days } from '../../../domain/effort/days.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EffortPeriodClosingEntity } from './effort-period-closing.entity.js';
import type { LedgerStamp } from './effort.repository.js';

export interface NewClosing extends Days {
  readonly id: string;
  readonly note: string | null;
  /** What the ledger holds of these days. */
  readonly personDays: Decimal;
}

const REOPEN = `
  UPDATE effort_period_closing SET reopened_at = $2, reopened_by = $3, reopen_reason = $4 WHERE id = $1`;

/** Writes which days are closed. Whoever does holds the books of effort alone. */
@Injectable()
export class EffortPeriodRepository {
  async close(tx: Tx, { portfolioId, at, by }: LedgerStamp, { from, to, ...closing }: NewClosing): Promise<void> {
    await tx.manager.insert(EffortPeriodClosingEntity, {
      ...closing,
      portfolioId,
      firstDay: from,
      lastDay: to,
      closedAt: at,
      closedBy: by,
    });
  }

  async reopen(tx: Tx, id: string, { at, by }: Omit<LedgerStamp, 'portfolioId'>, reason: string): Promise<void> {
    await tx.query(REOPEN, [id, at, by, reason]);
  }
}
