import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { EffortBooks } from './effort-books.js';
import { EffortPeriodRepository, type NewClosing } from '../persistence/effort-period.repository.js';
import type { LedgerStamp } from '../persistence/effort.repository.js';
import { ClosedPeriods, type ClosedPeriod } from '../queries/closed-periods.js';
import type { EffortPeriod } from '../queries/effort-periods.js';

/** Writes that a period is closed or reopened, each with its one audit event. It decides nothing. */
@Injectable()
export class PeriodBook {
  constructor(
    private readonly books: EffortBooks,
    private readonly closed: ClosedPeriods,
    private readonly repository: EffortPeriodRepository,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  /** Waits until nobody records effort of the portfolio and keeps others waiting; then says who acts when, and what is closed. */
  async open(
    tx: Tx,
    viewer: Viewer,
    portfolioId: string,
  ): Promise<{ readonly stamp: LedgerStamp; readonly closed: readonly ClosedPeriod[] }> {
    await this.books.close(tx, portfolioId);
    const stamp = { portfolioId, at: this.clock.now(), by: viewer.userId };
    return { stamp, closed: await this.closed.of(portfolioId, tx) };
  }

  async close(tx: Tx, stamp: LedgerStamp, closing: NewClosing): Promise<void> {
    const { id, from, to, note, personDays } = closing;
    await this.repository.close(tx, stamp, closing);
    await this.append(tx, stamp, id, 'effortPeriod.closed', { from, to, note, personDays });
  }

  async reopen(tx: Tx, stamp: LedgerStamp, { id, from, to }: EffortPeriod, reason: string): Promise<void> {
    await this.repository.reopen(tx, id, stamp, reason);
    await this.append(tx, stamp, id, 'effortPeriod.reopened', { from, to, reason });
  }

  private append(
    tx: Tx,
    { portfolioId, at, by }: LedgerStamp,
    subjectId: string,
    action: string,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.run(tx, {
      initiativeId: null,
      portfolioId,
      at,
      actorId: by,
      action,
      subjectType: 'EffortPeriod',
      subjectId,
      changes,
    });
  }
}
