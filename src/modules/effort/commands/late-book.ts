import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { invalid, notFound, type Refusal } from '../../../domain/basics/result.js';
import type { LateEntry } from '../../../domain/effort/late-effort.js';
import { maySettleLate } from '../../../domain/effort/settle-late.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { requireAccess } from '../../identity/access.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import type { LedgerStamp } from '../persistence/effort.repository.js';
import { LateEffortRepository } from '../persistence/late-effort.repository.js';
import { LateEfforts, type LateEffort } from '../queries/late-efforts.js';
import { proofOf } from './proof-of-ids.js';

/** What became of one of the ids sent: settled, or every reason why not. */
export interface LateOutcome {
  readonly id: string;
  /** Whether the portfolio has a late entry of this id. */
  readonly isKnown: boolean;
  /** Where the id first stands in what was sent, from 0. */
  readonly index: number;
  readonly refusals: readonly Refusal[];
}

/** How many late entries were settled, and each id once, in the order sent. */
export interface LateSettled {
  readonly settled: number;
  readonly rows: readonly LateOutcome[];
}

export const MOST_LATE = 5_000;

/** At most 5,000 ids a call, else INVALID. */
export const checkLateIds = (ids: readonly string[]): readonly Refusal[] =>
  ids.length <= MOST_LATE
    ? []
    : [invalid(['ids'], `ids must be at most 5,000 a call, and were ${ids.length}. Send them in several calls.`)];

/** Reads late entries to be settled, writes what was decided of them, and tells of each. It decides nothing. */
@Injectable()
export class LateBook {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly late: LateEfforts,
    private readonly repository: LateEffortRepository,
    private readonly audit: AppendAudit,
  ) {}

  /** The portfolio whose late entries the viewer may settle; null where there is none the viewer may know of. */
  async portfolio(viewer: Viewer, key: string, tx: Tx): Promise<Portfolio | null> {
    const portfolio = await this.portfolios.seenBy(viewer, key, tx);
    return requireAccess(viewer, 'effort:settle-late', portfolio?.id) ? portfolio : null;
  }

  /** Those of the ids that are there, settled or not; somebody else may be settling them. */
  find(tx: Tx, portfolioId: string, ids: readonly string[]): Promise<readonly LateEffort[]> {
    return this.late.ofPortfolio(portfolioId, ids, tx);
  }

  /** Those of the entries that still wait, in the order they came; nobody else settles them until the transaction ends. */
  lock(tx: Tx, portfolioId: string, found: readonly LateEffort[]): Promise<readonly LateEntry[]> {
    return this.repository.pendingByIds(
      tx,
      portfolioId,
      found.map(({ id }) => id),
    );
  }

  /** Writes what was decided of locked entries, with one event on the portfolio's chain. */
  async settle(
    tx: Tx,
    stamp: LedgerStamp,
    entries: readonly LateEntry[],
    status: 'ACCEPTED' | 'REFUSED',
    reason: string | null,
  ): Promise<void> {
    if (entries.length === 0) {
      return;
    }
    const ids = entries.map(({ id }) => id);
    await this.repository.settle(tx, stamp, ids, status, reason);
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: stamp.portfolioId,
      at: stamp.at,
      actorId: stamp.by,
      action: status === 'ACCEPTED' ? 'lateEffort.accepted' : 'lateEffort.refused',
      subjectType: 'Portfolio',
      subjectId: stamp.portfolioId,
      changes: { entries: ids.length, reason, idsSha256: proofOf(ids) },
    });
  }

  /** What became of each id: `settled` now, `refused` for a reason, settled before, or unknown. */
  async outcomes(
    tx: Tx,
    portfolioId: string,
    ids: readonly string[],
    settled: readonly LateEntry[],
    refused: ReadonlyMap<string, readonly Refusal[]> = new Map(),
  ): Promise<LateSettled> {
    const done = new Set(settled.map(({ id }) => id));
    const statuses = new Map((await this.find(tx, portfolioId, ids)).map(({ id, status }) => [id, status]));
    const refusalsOf = (id: string): readonly Refusal[] => {
      const status = statuses.get(id);
      return done.has(id) ? [] : (refused.get(id) ?? (status ? maySettleLate(status) : [notFound('The late entry')]));
    };
    const firstOf = new Map(ids.map((id, index): [string, number] => [id, index]).reverse());
    const rows = [...new Set(ids)].map((id): LateOutcome => {
      const index = firstOf.get(id) ?? 0;
      const isKnown = statuses.has(id);
      return {
        id,
        isKnown,
        index,
        refusals: refusalsOf(id).map((refusal) => ({ ...refusal, field: ['ids', String(index)] })),
      };
    });
    return { settled: done.size, rows };
  }
}
