import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { accept } from '../../../domain/basics/result.js';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { findOfPortfolio } from '../../../domain/findings/find.js';
import { nextLookAt } from '../../../domain/findings/next-look.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { log } from '../../../platform/logging.js';
import { InsightRepository } from '../persistence/insight.repository.js';
import { FindingScenes } from '../queries/finding-scenes.js';
import { FindingBook } from './finding-book.js';

/** So many portfolios are looked at one after the other at most. */
export const PORTFOLIOS_AT_ONCE = 20;
/** How long a portfolio is left alone that could not be looked at. */
const PUT_OFF_MS = 300_000;

/** Looks at portfolios that are due for what the rules find of them as a whole, as of now. Open to no client by itself. */
@Injectable()
export class LookAtPortfolios {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scenes: FindingScenes,
    private readonly book: FindingBook,
    private readonly insights: InsightRepository,
    private readonly clock: Clock,
  ) {}

  /** Looks at some that have been due longest; how many they were. */
  async runSome(): Promise<number> {
    const due = await this.insights.portfoliosDue(this.clock.now(), PORTFOLIOS_AT_ONCE);
    for (const id of due) {
      await this.run(id);
    }
    return due.length;
  }

  /** Looks at a portfolio if it is due. One that cannot be looked at is left as it stands, and told in the log. */
  async run(portfolioId: string): Promise<void> {
    try {
      await this.look(portfolioId);
    } catch (error) {
      log.error(
        { err: error, portfolio: portfolioId },
        'a portfolio could not be looked at; it is tried again in a while',
      );
      await this.work.run(async (tx) => {
        await this.insights.putOffPortfolio(tx, portfolioId, instantOf(millisecondsOf(this.clock.now()) + PUT_OFF_MS));
        return accept(null);
      });
    }
  }

  private look(portfolioId: string) {
    return this.work.run(async (tx) => {
      if (await this.insights.lockPortfolio(tx, portfolioId, this.clock.now())) {
        const at = this.clock.now();
        const scene = await this.scenes.ofPortfolio(portfolioId, at, tx);
        const today = dateAt(at, scene.timeZone);
        await this.book.keepOfPortfolio(tx, { portfolioId, findings: findOfPortfolio(scene), today }, at);
        await this.insights.savePortfolio(tx, portfolioId, nextLookAt(scene), at);
      }
      return accept(null);
    });
  }
}
