import { Injectable } from '@nestjs/common';
import { toldAt } from '../../../domain/findings/told-on.js';
import type { Health } from '../../../domain/initiatives/health.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { loader } from '../../../platform/graphql/loader.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { FindingList, type ListedFinding } from '../queries/finding-list.js';

/** What an initiative comes to. */
export interface Insight {
  readonly health: Health;
  readonly reason: string;
}

interface Row extends Insight {
  readonly id: string;
}

const OF_INITIATIVES = `
  SELECT initiative_id AS id, health, health_reason AS reason FROM initiative_insight WHERE initiative_id = ANY($1) AND health IS NOT NULL`;
const PORTFOLIOS_OF = 'SELECT DISTINCT portfolio_id AS id FROM initiative WHERE id = ANY($1)';

/** What initiatives come to as of now: what is due is looked at first. */
@Injectable()
export class Insights {
  constructor(
    private readonly settle: SettleChanges,
    private readonly database: Database,
    private readonly portfolios: Portfolios,
    private readonly findings: FindingList,
    private readonly clock: Clock,
  ) {}

  readonly ofInitiative = loader<string, Insight>(
    async (ids) => {
      await this.settle.initiatives(ids);
      const rows = await this.database.rows<Row>(OF_INITIATIVES, [ids]);
      return new Map(rows.map(({ id, ...insight }) => [id, insight]));
    },
    (id) => {
      throw new Error(`Initiative ${id} could not be looked at; the log says why.`);
    },
  );

  /** The findings of an initiative that stand, the gravest first, muted or not. */
  readonly findingsOf = loader<string, readonly ListedFinding[]>(
    async (ids) => {
      await this.settle.initiatives(ids);
      const portfolios = await this.portfoliosOf(ids);
      return this.told(await this.findings.ofInitiatives(ids, portfolios), portfolios);
    },
    () => [],
  );

  /** All there ever was of an initiative, the one raised last first. */
  readonly historyOf = loader<string, readonly ListedFinding[]>(
    async (ids) => {
      await this.settle.initiatives(ids);
      return this.told(await this.findings.historyOf(ids), await this.portfoliosOf(ids));
    },
    () => [],
  );

  private async portfoliosOf(ids: readonly string[]): Promise<readonly Portfolio[]> {
    const rows = await this.database.rows<{ id: string }>(PORTFOLIOS_OF, [ids]);
    return this.portfolios.byIds(rows.map(({ id }) => id));
  }

  /** Each with its days counted to today, or to when it was said last. */
  private told(
    findings: ReadonlyMap<string, readonly ListedFinding[]>,
    portfolios: readonly Portfolio[],
  ): ReadonlyMap<string, readonly ListedFinding[]> {
    const now = this.clock.now();
    const zones = new Map(portfolios.map(({ id, timeZone }) => [id, timeZone]));
    const toldOf = (finding: ListedFinding): ListedFinding =>
      toldAt(finding, now, zones.get(finding.portfolioId) as string);
    return new Map([...findings].map(([id, own]) => [id, own.map(toldOf)]));
  }
}
