import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SettleChanges, type Looker } from '../../changes/commands/settle-changes.js';
import { DueInsights } from '../queries/due-insights.js';
import { LookAtInitiatives } from './look-at-initiatives.js';
import { LookAtPortfolios } from './look-at-portfolios.js';
import { MarkChanges } from './mark-changes.js';

/**
 * More than a question waits for. Where more are due it cannot be told of all anyway: it waits for those that changed themselves,
 * and the others are left to the worker.
 */
const MOST = 2_000;

/** Marks and looks at what is due when somebody asks; most of the time nothing is, and it costs a statement. */
@Injectable()
export class LookWhenAsked implements Looker, OnModuleInit {
  constructor(
    private readonly settle: SettleChanges,
    private readonly markChanges: MarkChanges,
    private readonly due: DueInsights,
    private readonly lookAtInitiatives: LookAtInitiatives,
    private readonly lookAtPortfolios: LookAtPortfolios,
  ) {}

  onModuleInit(): void {
    this.settle.entrust(this);
  }

  mark(portfolioId: string): Promise<number> {
    return this.markChanges.run(portfolioId);
  }

  async initiatives(ids: readonly string[]): Promise<void> {
    await this.lookAtInitiatives.run(await this.due.among(ids));
  }

  async portfolio(portfolioId: string): Promise<void> {
    const { initiatives, changed } = await this.due.inPortfolio(portfolioId, MOST);
    await this.lookAtInitiatives.run(initiatives.length <= MOST ? initiatives : changed.slice(0, MOST));
    if (await this.due.isPortfolioDue(portfolioId)) {
      await this.lookAtPortfolios.run(portfolioId);
    }
  }
}
