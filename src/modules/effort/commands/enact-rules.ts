import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { RelinkLater } from '../../connections/commands/relink-later.js';
import { EffortBooks } from './effort-books.js';
import type { RulesToTry } from '../queries/rules-effects.js';
import { ReclassifyEffort, type BegunReclassification, type ReclassificationProgress } from './reclassify-effort.js';
import { ReclassifyLater } from './reclassify-later.js';
import { WriteRules } from './write-rules.js';

/** What the transaction of a publication came to. */
export interface EnactedRules {
  readonly version: number;
  readonly begun: BegunReclassification;
  readonly progress: ReclassificationProgress;
}

/**
 * Closes the books of effort until the transaction ends, writes rules that may be published as the next version and begins to
 * reclassify by them. What is not done by then is left to a job, and so is the linking of tickets. It decides nothing.
 */
@Injectable()
export class EnactRules {
  constructor(
    private readonly books: EffortBooks,
    private readonly write: WriteRules,
    private readonly reclassify: ReclassifyEffort,
    private readonly later: ReclassifyLater,
    private readonly tickets: RelinkLater,
  ) {}

  async run(tx: Tx, viewer: Viewer, { portfolio, rules }: RulesToTry): Promise<EnactedRules> {
    await this.books.close(tx, portfolio.id);
    const { stamp, version } = await this.write.run(tx, portfolio.id, viewer.userId, rules);
    const begun = await this.reclassify.begin(tx, stamp, null);
    const progress = await this.reclassify.step(tx, begun.reclassificationId);
    if (!progress.isFinished) {
      await this.later.leave(tx, begun);
    }
    await this.tickets.run(tx, { portfolioId: portfolio.id, connectionId: null });
    return { version, begun, progress };
  }
}
