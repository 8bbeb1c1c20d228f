import { Injectable } from '@nestjs/common';
import { LongReads } from '../../../platform/database/long-reads.js';
import { kpiIn, STANDING, type Kpi, type StandingRow } from './kpis.js';

/** A KPI as it is exported. */
export interface ReadKpi extends Kpi {
  readonly initiativeKey: string;
  readonly initiativeName: string;
  readonly owner: string;
}

type Row = StandingRow & Pick<ReadKpi, 'initiativeKey' | 'initiativeName' | 'owner'>;

const OF_PORTFOLIO = `
  SELECT s.*, i.key AS "initiativeKey", i.name AS "initiativeName", u.name AS owner
  FROM (${STANDING} WHERE k.portfolio_id = $1) s
  JOIN initiative i ON i.id = s."initiativeId"
  JOIN app_user u ON u.id = s."ownerId"
  WHERE ($2::text IS NULL OR i.key = $2) AND ($3::text[] IS NULL OR s.role = ANY($3::text[]))
  ORDER BY i.number, s.id`;

/** The KPIs of a portfolio from one end to the other. */
@Injectable()
export class KpiReads {
  constructor(private readonly reads: LongReads) {}

  /** Begins to read the KPIs as they stand at this moment, by initiative; of one initiative or some roles where they are given. */
  async begin(
    portfolioId: string,
    asked: { readonly initiativeKey: string | null; readonly roles: readonly string[] | null },
  ): Promise<AsyncIterable<readonly ReadKpi[]>> {
    return readIn(await this.reads.begin<Row>(OF_PORTFOLIO, [portfolioId, asked.initiativeKey, asked.roles]));
  }
}

async function* readIn(pieces: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly ReadKpi[], void> {
  for await (const rows of pieces) {
    yield rows.map(({ initiativeKey, initiativeName, owner, ...row }) => ({
      ...kpiIn(row),
      initiativeKey,
      initiativeName,
      owner,
    }));
  }
}
