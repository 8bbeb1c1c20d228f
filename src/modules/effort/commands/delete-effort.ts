import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { dayOf, hoursAfter } from '../../../domain/effort/plan-batch.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { tidy } from '../../../domain/basics/text.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { EffortRepository, type LedgerStamp } from '../persistence/effort.repository.js';
import { EffortSurroundings } from '../queries/effort-surroundings.js';
import { MOST_ENTRIES } from './record-effort.js';

/**
 * Takes entries back by their source and external ids: each stays in the ledger and gets a reversal, so the sum is zero
 * and the trail is whole. It takes ADMIN, PROGRAM_MANAGER or INTEGRATION. What is not there, or was taken back before, is
 * no mistake and is not counted. At most 5,000 ids a call, else INVALID.
 */
@Injectable()
export class DeleteEffort {
  constructor(
    private readonly work: UnitOfWork,
    private readonly surroundings: EffortSurroundings,
    private readonly repository: EffortRepository,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    portfolioKey: string,
    source: string,
    externalIds: readonly string[],
  ): Promise<Result<{ deleted: number }>> {
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
      const stamp: LedgerStamp = { portfolioId: portfolio.id, at: this.clock.now(), by: viewer.userId };
      await this.repository.takeTurns(tx, portfolio.id, identities);
      const standing = await this.repository.standing(tx, portfolio.id, identities);
      const reversals = [...standing.values()].flatMap(({ live }) => live ?? []);
      if (reversals.length === 0) {
        return accept({ deleted: 0 });
      }
      const days = reversals.flatMap((entry) => dayOf(entry) ?? []);
      const hours = new Map(await this.repository.lockDays(tx, portfolio.id, days));
      for (const entry of reversals) {
        hoursAfter(hours, entry, null).forEach((sum, day) => hours.set(day, sum));
      }
      await this.repository.saveDays(tx, portfolio.id, days, hours);
      await this.repository.append(tx, stamp, { reversals, entries: [] });
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: portfolio.id,
        at: stamp.at,
        actorId: stamp.by,
        action: 'effort.deleted',
        subjectType: 'Portfolio',
        subjectId: portfolio.id,
        changes: {
          source: tidy(source),
          externalIds: reversals.map((entry) => entry.externalId).sort(),
          deleted: reversals.length,
        },
      });
      return accept({ deleted: reversals.length });
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
