import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { tidy } from '../../../domain/basics/text.js';
import { EffortSurroundings } from '../queries/effort-surroundings.js';
import { MOST_ENTRIES } from './record-effort.js';
import { TakeBackEffort, type EffortTakenBack } from './take-back-effort.js';

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
    private readonly takeBack: TakeBackEffort,
  ) {}

  run(
    viewer: Viewer,
    portfolioKey: string,
    source: string,
    externalIds: readonly string[],
  ): Promise<Result<EffortTakenBack>> {
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
      return accept(await this.takeBack.run(tx, portfolio.id, viewer.userId, identities));
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
