import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RulesEffects, type EffectOfRules } from '../queries/rules-effects.js';
import { EnactRules } from './enact-rules.js';
import { PlanRules, type RulesDraft } from './plan-rules.js';
import { ReclassifyLater } from './reclassify-later.js';

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
 * call, the rest by a job. The splits told are of one state just before. NOT_FOUND and INVALID with every reason at once.
 */
@Injectable()
export class PublishRules {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plan: PlanRules,
    private readonly effects: RulesEffects,
    private readonly enact: EnactRules,
    private readonly reclassify: ReclassifyLater,
  ) {}

  async run(viewer: Viewer, portfolioKey: string, draft: RulesDraft): Promise<Result<RulesPublished>> {
    // Apart from the publication: it may take a while, and nobody could record effort meanwhile.
    const foreseen = await this.work.run(
      async (tx) => {
        await this.effects.readOneState(tx);
        const planned = await this.plan.run(tx, viewer, portfolioKey, draft);
        return planned.ok
          ? accept({ plan: planned.value, splits: await this.effects.splits(planned.value, tx) })
          : planned;
      },
      { isApart: true },
    );
    if (!foreseen.ok) {
      return foreseen;
    }
    const { plan, splits } = foreseen.value;
    const enacted = await this.work.run(async (tx) => accept(await this.enact.run(tx, viewer, plan)));
    if (!enacted.ok) {
      return enacted;
    }
    const { version, begun, progress } = enacted.value;
    const { changedEntries, changes, closedEntries, closedChanges, isFinished } = progress.isFinished
      ? progress
      : await this.reclassify.hurry(begun, progress);
    return accept({ version, ...splits, changedEntries, changes, closedEntries, closedChanges, isFinished });
  }
}
