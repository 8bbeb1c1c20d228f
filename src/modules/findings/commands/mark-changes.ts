import { Injectable } from '@nestjs/common';
import { accept } from '../../../domain/basics/result.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { MARKS_AT_ONCE, TakeMarks } from '../../changes/commands/take-marks.js';
import { UnmarkedChanges } from '../../changes/queries/unmarked-changes.js';
import { TakeStageMeasures } from '../../initiatives/commands/take-stage-measures.js';
import { InsightRepository } from '../persistence/insight.repository.js';

/**
 * Marks as due what the rules have to look at anew since something changed: the initiative itself, its portfolio, and where it
 * left a stage or came back to it those in the stage who are stuck by the one measure or the other. It waits for those who look
 * at one of them at this moment. Open to no client by itself.
 */
@Injectable()
export class MarkChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly unmarked: UnmarkedChanges,
    private readonly takeMarks: TakeMarks,
    private readonly takeMeasures: TakeStageMeasures,
    private readonly insights: InsightRepository,
  ) {}

  /** Of all portfolios; how many changes it was. */
  async runAll(): Promise<number> {
    let marked = 0;
    for (const portfolioId of await this.unmarked.pending()) {
      marked += await this.run(portfolioId);
    }
    return marked;
  }

  /** All that was in the feed of a portfolio when it began; how many changes it was. */
  async run(portfolioId: string): Promise<number> {
    let marked = 0;
    for (let taken = MARKS_AT_ONCE; taken === MARKS_AT_ONCE;) {
      const result = await this.work.run(async (tx) => accept(await this.some(tx, portfolioId)));
      taken = result.ok ? result.value : 0;
      marked += taken;
    }
    return marked;
  }

  private async some(tx: Tx, portfolioId: string): Promise<number> {
    const marks = await this.takeMarks.run(tx, portfolioId);
    if (marks.length > 0) {
      const stages = [...new Set(marks.flatMap(({ leftStage }) => leftStage ?? []))];
      const rejudged = stages.length === 0 ? [] : await this.takeMeasures.run(tx, portfolioId, stages);
      const changed = marks.flatMap(({ initiativeId }) => initiativeId ?? []);
      await this.insights.mark(tx, portfolioId, changed, rejudged);
      await this.insights.markPortfolio(tx, portfolioId);
    }
    return marks.length;
  }
}
