import { Injectable } from '@nestjs/common';
import type { Health } from '../../../domain/initiatives/health.js';
import { Database } from '../../../platform/database/database.js';
import { loader } from '../../../platform/graphql/loader.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
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
      const portfolios = await this.database.rows<{ id: string }>(PORTFOLIOS_OF, [ids]);
      return this.findings.ofInitiatives(ids, await this.portfolios.byIds(portfolios.map(({ id }) => id)));
    },
    () => [],
  );

  /** All there ever was of an initiative, the one raised last first. */
  readonly historyOf = loader<string, readonly ListedFinding[]>(
    async (ids) => {
      await this.settle.initiatives(ids);
      return this.findings.historyOf(ids);
    },
    () => [],
  );
}
