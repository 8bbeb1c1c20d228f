import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { lastWholeQuarters } from '../../../domain/effort/whole-quarters.js';
import type { Span } from '../../../domain/findings/crowd.js';
import type { ChatAssistant, GateHistory, LimitedStage, PortfolioScene } from '../../../domain/findings/finding.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { EffortTrends } from '../../effort/queries/effort-trends.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { CHAT_ASSISTANTS, GATE_HISTORIES, STAYS_IN_LIMITED_STAGES } from './portfolio-sql.js';

type StayRow = Span & { readonly stageKey: string };
type DecisionRow = GateHistory['decisions'][number] & { readonly gateKey: string };

/** Ten years: how far back it is told since when effort has been off its target. */
const QUARTERS = 40;

/** Who asks as of a moment ago asks as of now: nobody is waited for who is writing effort at this moment. */
const NOW_MS = 60_000;

/** What the rules look at of a whole portfolio. */
@Injectable()
export class PortfolioScenes {
  constructor(
    private readonly database: Database,
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly trends: EffortTrends,
    private readonly clock: Clock,
  ) {}

  /** As of an instant; as many statements for a large portfolio as for a small one. */
  async ofPortfolio(portfolioId: string, at: Instant, tx?: Tx): Promise<PortfolioScene> {
    const portfolio = await this.portfolios.get(portfolioId, tx);
    const newest = await this.templates.newestAt(portfolio.templateId, at, tx);
    const versions = [...(await this.templates.olderThan(newest, tx)), newest];
    return {
      at,
      timeZone: portfolio.timeZone,
      stages: await this.limitedStages(portfolioId, versions, at, tx),
      gates: await this.gateHistories(portfolioId, newest, at, tx),
      chatAssistants: await this.database.rows<ChatAssistant>(CHAT_ASSISTANTS, [portfolioId, at], tx),
      quarters: await this.quarters(portfolio, at, tx),
    };
  }

  private async limitedStages(
    portfolioId: string,
    versions: readonly WorkflowTemplate[],
    at: Instant,
    tx?: Tx,
  ): Promise<readonly LimitedStage[]> {
    const newest = versions.at(-1);
    const limited = (newest?.stages ?? []).flatMap(({ key, name, wipLimit }) =>
      wipLimit === null ? [] : [{ key, name, wipLimit }],
    );
    const asked = [limited.map(({ key }) => key), limited.map(({ wipLimit }) => wipLimit)];
    const rows = await this.database.rows<StayRow>(
      STAYS_IN_LIMITED_STAGES,
      [portfolioId, at, newest?.key, ...asked],
      tx,
    );
    const stays = groupBy(rows, (row) => row.stageKey);
    return limited.map(({ key, name }) => ({
      stageKey: key,
      name,
      limits: versions.map(({ publishedAt, stages }) => ({
        from: publishedAt,
        most: stages.find((stage) => stage.key === key)?.wipLimit ?? null,
      })),
      stays: stays.get(key) ?? [],
    }));
  }

  private async gateHistories(
    portfolioId: string,
    { stages }: WorkflowTemplate,
    at: Instant,
    tx?: Tx,
  ): Promise<readonly GateHistory[]> {
    const rows = await this.database.rows<DecisionRow>(GATE_HISTORIES, [portfolioId, at], tx);
    return [...groupBy(rows, (row) => row.gateKey)].map(([gateKey, decisions]) => ({
      gateKey,
      name: stages.find(({ exitGate }) => exitGate?.key === gateKey)?.exitGate?.name ?? gateKey,
      decisions,
    }));
  }

  private async quarters(portfolio: Portfolio, at: Instant, tx?: Tx): Promise<PortfolioScene['quarters']> {
    const isNow = millisecondsOf(at) > millisecondsOf(this.clock.now()) - NOW_MS;
    const window = lastWholeQuarters(dateAt(at, portfolio.timeZone), QUARTERS);
    const { periods } = await this.trends.ofPortfolio(portfolio, { ...window, asOf: isNow ? null : at }, 'QUARTER', tx);
    return periods;
  }
}
