import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { SettleChanges, type Looker } from '../../changes/commands/settle-changes.js';
import { IS_DUE } from '../persistence/insight.repository.js';
import { LookAtInitiatives } from './look-at-initiatives.js';
import { LookAtPortfolios } from './look-at-portfolios.js';

/** More than a question waits for are left to the worker: they are due by the clock, or because very much changed at once. */
const MOST = 2_000;

const DUE_AMONG = `SELECT initiative_id AS id FROM initiative_insight WHERE initiative_id = ANY($1) AND ${IS_DUE}`;
const DUE_IN = `
  SELECT initiative_id AS id FROM initiative_insight WHERE portfolio_id = $1 AND due_at <= $2 ORDER BY due_at LIMIT ${MOST}`;
const PORTFOLIO_IF_DUE = `SELECT portfolio_id AS id FROM portfolio_insight WHERE portfolio_id = $1 AND ${IS_DUE}`;

/** Looks at what is due when somebody asks; most of the time nothing is, and it costs a statement. */
@Injectable()
export class LookWhenAsked implements Looker, OnModuleInit {
  constructor(
    private readonly settle: SettleChanges,
    private readonly lookAtInitiatives: LookAtInitiatives,
    private readonly lookAtPortfolios: LookAtPortfolios,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.settle.entrust(this);
  }

  async initiatives(ids: readonly string[]): Promise<void> {
    await this.lookAtInitiatives.run(await this.due(DUE_AMONG, ids));
  }

  async portfolio(portfolioId: string): Promise<void> {
    await this.lookAtInitiatives.run(await this.due(DUE_IN, portfolioId));
    const [due] = await this.due(PORTFOLIO_IF_DUE, portfolioId);
    if (due !== undefined) {
      await this.lookAtPortfolios.run(due);
    }
  }

  private async due(sql: string, what: unknown): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(sql, [what, this.clock.now()])).map(({ id }) => id);
  }
}
