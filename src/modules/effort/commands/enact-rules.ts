import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { RulesEffects, type SplitsOfRules } from '../queries/rules-effects.js';
import type { RulesPlan } from './plan-rules.js';
import { ReclassifyEffort, type BegunReclassification, type ReclassificationProgress } from './reclassify-effort.js';
import { ReclassifyLater } from './reclassify-later.js';
import { WriteRules } from './write-rules.js';

/** What the transaction of a publication came to. */
export interface EnactedRules extends SplitsOfRules {
  readonly version: number;
  readonly begun: BegunReclassification;
  readonly progress: ReclassificationProgress;
}

/**
 * Writes rules that may be published as the next version and begins to reclassify by them, in the transaction of a caller
 * who has closed the books. What is not done by then is left to a job. It decides nothing.
 */
@Injectable()
export class EnactRules {
  constructor(
    private readonly write: WriteRules,
    private readonly effects: RulesEffects,
    private readonly reclassify: ReclassifyEffort,
    private readonly later: ReclassifyLater,
  ) {}

  async run(tx: Tx, viewer: Viewer, { portfolio, rules, window }: RulesPlan): Promise<EnactedRules> {
    const { stamp, ...written } = await this.write.run(tx, portfolio.id, viewer.userId, rules);
    const splits = await this.effects.splits(portfolio, written, window, tx);
    const begun = await this.reclassify.begin(tx, stamp, null);
    const progress = await this.reclassify.step(tx, begun.reclassificationId);
    if (!progress.isFinished) {
      await this.later.leave(tx, begun);
    }
    return { version: written.version, ...splits, begun, progress };
  }
}
