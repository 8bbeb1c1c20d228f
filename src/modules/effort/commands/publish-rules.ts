import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EffortBooks } from '../persistence/effort-books.js';
import type { EffectOfRules } from '../queries/rules-effects.js';
import { EnactRules } from './enact-rules.js';
import { PlanRules, type RulesDraft } from './plan-rules.js';
import { ReclassifyEffort } from './reclassify-effort.js';

/** A request goes on with a reclassification for so long; what is left then is done by a job. */
const LONGEST_REQUEST_MS = 15_000;

/** A published version, and what it changed; where it is not finished, what it changed so far. */
export interface RulesPublished extends EffectOfRules {
  readonly version: number;
  readonly isFinished: boolean;
}

/**
 * Publishes rules as the next version of a portfolio's. It takes ADMIN or PROCESS_DESIGNER. Whatever is recorded from then
 * on is classified by them, and the standing entries of open periods whose category nobody stated are taken back and entered
 * again where the rules say otherwise; those of closed periods are left and told of. Up to 5,000 rows of the ledger are
 * looked at in the transaction of the publication itself, more in transactions of their own: for up to 15 seconds by this
 * call, the rest by a job. NOT_FOUND and INVALID with every reason at once.
 */
@Injectable()
export class PublishRules {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plan: PlanRules,
    private readonly books: EffortBooks,
    private readonly enact: EnactRules,
    private readonly reclassify: ReclassifyEffort,
  ) {}

  async run(viewer: Viewer, portfolioKey: string, draft: RulesDraft): Promise<Result<RulesPublished>> {
    const enacted = await this.work.run(async (tx) => {
      const planned = await this.plan.run(tx, viewer, portfolioKey, draft);
      if (!planned.ok) {
        return planned;
      }
      await this.books.close(tx, planned.value.portfolio.id);
      return accept(await this.enact.run(tx, viewer, planned.value));
    });
    if (!enacted.ok) {
      return enacted;
    }
    const { version, before, after, begun, progress } = enacted.value;
    const { changedEntries, changes, closedEntries, closedChanges, isFinished } = progress.isFinished
      ? progress
      : await this.reclassify.goOn(begun, LONGEST_REQUEST_MS, progress);
    return accept({ version, before, after, changedEntries, changes, closedEntries, closedChanges, isFinished });
  }
}
