import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Health } from '../../../domain/initiatives/health.js';
import { Database } from '../../../platform/database/database.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { loader } from '../../../platform/graphql/loader.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { FindingHistory } from '../queries/finding-history.js';
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

/** What initiatives come to as of now: what is due is looked at first. */
@Injectable()
export class Insights {
  constructor(
    private readonly settle: SettleChanges,
    private readonly database: Database,
    private readonly findings: FindingList,
    private readonly history: FindingHistory,
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

  /** The findings of an initiative that stand, or stood as it was known at a past instant, the gravest first, muted or not. */
  readonly findingsOf = listLoader<{ readonly asOf: Instant | null }, readonly ListedFinding[]>(
    async (ids, { asOf }) => {
      await this.settle.initiatives(ids);
      return this.findings.ofInitiatives(ids, asOf);
    },
    () => [],
  );

  /** A page of all there ever was of an initiative, the one raised last first. */
  async historyOf(scope: object, id: string, paging: { readonly first: number; readonly after: string | null }) {
    await this.lookedAt.load(scope, id);
    return this.history.ofInitiative(scope, id, paging);
  }

  private readonly lookedAt = loader<string, true>(
    async (ids) => {
      await this.settle.initiatives(ids);
      return new Map();
    },
    () => true,
  );
}
