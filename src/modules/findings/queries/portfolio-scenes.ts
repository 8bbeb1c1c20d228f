import { Injectable } from '@nestjs/common';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import { lastWholeQuarters } from '../../../domain/effort/whole-quarters.js';
import type { ChatAssistant, GateHistory, LimitedStage, PortfolioScene } from '../../../domain/findings/finding.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { EffortTrends } from '../../effort/queries/effort-trends.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';
import { CHAT_ASSISTANTS, DEPARTED_FROM_STAGES, GATE_HISTORIES, STANDING_IN_STAGES } from './portfolio-sql.js';

interface StandingRow {
  readonly stageKey: string;
  readonly from: Instant;
}

interface DepartureRow extends Pick<LimitedStage, 'stageKey' | 'knownFrom'> {
  /** Null: nobody left. */
  readonly from: Instant | null;
  readonly until: Instant | null;
}

type DecisionRow = GateHistory['decisions'][number] & { readonly gateKey: string };

/** Of a stage with too many in it so many that left it are read, to tell since when they are; it goes on with what is kept. */
const DEPARTURES = 500;

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
    const limited = (versions.at(-1)?.stages ?? []).filter(({ wipLimit }) => wipLimit !== null);
    const asked = [portfolioId, at, versions.map(({ id }) => id)];
    const keys = limited.map(({ key }) => key);
    const rows = await this.database.rows<StandingRow>(STANDING_IN_STAGES, [...asked, keys], tx);
    const standing = groupBy(rows, ({ stageKey }) => stageKey);
    const crowded = limited
      .filter(({ key, wipLimit }) => (standing.get(key)?.length ?? 0) > Number(wipLimit))
      .map(({ key }) => key);
    const departed = groupBy(await this.departures(asked, crowded, tx), ({ stageKey }) => stageKey);
    return limited.map(({ key, name }) => {
      const departures = departed.get(key) ?? [];
      return {
        stageKey: key,
        name,
        limits: versions.map(({ publishedAt, stages }) => ({
          from: publishedAt,
          most: stages.find((stage) => stage.key === key)?.wipLimit ?? null,
        })),
        stays: [
          ...(standing.get(key) ?? []).map(({ from }) => ({ from, until: null })),
          ...departures.flatMap(({ from, until }) => (from === null ? [] : [{ from, until }])),
        ],
        knownFrom: departures[0]?.knownFrom ?? null,
      };
    });
  }

  private async departures(
    asked: readonly unknown[],
    stageKeys: readonly string[],
    tx?: Tx,
  ): Promise<readonly DepartureRow[]> {
    return stageKeys.length === 0
      ? []
      : this.database.rows<DepartureRow>(DEPARTED_FROM_STAGES, [...asked, stageKeys, DEPARTURES], tx);
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
