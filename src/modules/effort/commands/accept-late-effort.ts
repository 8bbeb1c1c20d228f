import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { checkReason } from '../../../domain/basics/reason.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import { dayOf, identityKey } from '../../../domain/effort/plan-batch.js';
import { admitLate } from '../../../domain/effort/settle-late.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { Classifiers } from '../queries/classifiers.js';
import { checkLateIds, LateBook, type LateSettled } from './late-book.js';
import { WriteLedger } from './write-ledger.js';

/**
 * Lets late entries into the ledger, row by row, in the closed period they are for: each row of the ledger names the late
 * entry it comes from, and is classified by the rules of now. It takes ADMIN or PROGRAM_MANAGER; a reason is welcome, of at most 4,000 characters. At most 5,000
 * ids a call, else INVALID. An id is NOT_FOUND where the portfolio has no such late entry, WRONG_STATE where it was
 * settled before, and OVER_CAPACITY where a person would have more than 24 hours on a day: then it goes on waiting.
 */
@Injectable()
export class AcceptLateEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: WriteLedger,
    private readonly book: LateBook,
    private readonly classifiers: Classifiers,
  ) {}

  run(
    viewer: Viewer,
    portfolioKey: string,
    ids: readonly string[],
    stated: string | null,
  ): Promise<Result<LateSettled>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.book.portfolio(viewer, portfolioKey, tx);
      if (!portfolio) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      const reason = tidy(stated ?? '') || null;
      const problems = [...checkLateIds(ids), ...(reason === null ? [] : checkReason(reason))];
      if (problems.length > 0) {
        return refuse(...problems);
      }
      await this.ledger.join(tx, portfolio.id);
      const found = await this.book.find(tx, portfolio.id, ids);
      const initiativeIds = [...new Set(found.map(({ initiativeId }) => initiativeId))];
      const held = await this.ledger.hold(tx, {
        portfolioId: portfolio.id,
        by: viewer.userId,
        identities: found,
        initiativeIds,
        days: found.flatMap((late) => dayOf(late) ?? []),
      });
      const pending = await this.book.lock(tx, portfolio.id, found);
      const classify = await this.classifiers.of(portfolio.id, initiativeIds, tx);
      const classified = pending.map((entry) => ({
        ...entry,
        booking: { ...entry.booking, ...classify(entry.booking) },
      }));
      const { admitted, refusals, ...change } = admitLate(classified, held.standing, held.hours, newId);
      // The ledger lets nothing into a closed period before its late entry is accepted.
      await this.book.settle(tx, held.stamp, admitted, 'ACCEPTED', reason);
      const lateIds = new Map(admitted.map(({ id, identity }) => [identityKey(identity), id]));
      await this.ledger.write(tx, held, { ...change, lateIds }, 'effort.lateAccepted');
      return accept(await this.book.outcomes(tx, portfolio.id, ids, admitted, refusals));
    });
  }
}
