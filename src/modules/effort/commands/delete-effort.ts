import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { hoursAfter } from '../../../domain/effort/plan-batch.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { tidy } from '../../../domain/basics/text.js';
import { EffortSurroundings } from '../queries/effort-surroundings.js';
import { LateQueue } from './late-queue.js';
import { MOST_ENTRIES } from './record-effort.js';
import { WriteLedger } from './write-ledger.js';

/**
 * Takes entries back by their source and external ids: each stays in the ledger and gets a reversal, so the sum is zero
 * and the trail is whole. It takes ADMIN, PROGRAM_MANAGER or INTEGRATION. What is not there, or was taken back before, is
 * no mistake and is not counted. An entry of a closed period stays, and its deletion waits for somebody to accept or
 * refuse it. At most 5,000 ids a call, else INVALID.
 */
@Injectable()
export class DeleteEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly surroundings: EffortSurroundings,
    private readonly ledger: WriteLedger,
    private readonly late: LateQueue,
  ) {}

  run(
    viewer: Viewer,
    portfolioKey: string,
    source: string,
    externalIds: readonly string[],
  ): Promise<Result<{ deleted: number; queued: number }>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.surroundings.portfolio(viewer, portfolioKey, tx);
      if (!portfolio) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      const problems = problemsOf(source, externalIds);
      if (problems.length > 0) {
        return refuse(...problems);
      }
      const identities = externalIds.map((externalId) => ({ source: tidy(source), externalId: tidy(externalId) }));
      await this.ledger.join(tx, portfolio.id);
      const held = await this.ledger.hold(tx, {
        portfolioId: portfolio.id,
        by: viewer.userId,
        identities,
        initiativeIds: [],
        days: [],
      });
      const { reversals, words } = await this.late.sortOutDeletions(tx, held, identities);
      const hours = new Map(held.hours);
      for (const entry of reversals) {
        hoursAfter(hours, entry, null).forEach((sum, day) => hours.set(day, sum));
      }
      await this.ledger.write(tx, held, { reversals, entries: [], hours }, 'effort.deleted');
      await this.late.take(tx, held.stamp, words);
      return accept({ deleted: reversals.length, queued: words.filter(({ wish }) => wish !== null).length });
    });
  }
}

const problemsOf = (source: string, externalIds: readonly string[]): readonly Refusal[] => [
  ...(tidy(source) === '' ? [invalid(['source'], 'source must name where the entries came from.')] : []),
  ...(externalIds.length > MOST_ENTRIES
    ? [
        invalid(
          ['externalIds'],
          `externalIds must be at most 5,000 a call, and were ${externalIds.length}. Send them in several calls.`,
        ),
      ]
    : []),
];
