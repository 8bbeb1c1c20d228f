import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { unstorable } from '../../../domain/basics/text.js';
import type { RulesSurroundings as Surroundings } from '../../../domain/effort/check-rules.js';
import type { ClassificationRule } from '../../../domain/effort/classification-rule.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { Connections } from '../../connections/queries/connections.js';

const INITIATIVES_BY_KEY = `
  SELECT i.key, ARRAY(
      SELECT c ->> 'key' FROM template_stage s CROSS JOIN LATERAL jsonb_array_elements(s.exit_gate -> 'criteria') c
      WHERE s.template_id = i.template_id AND c ->> 'kind' = 'TICKETS_DONE') AS "ticketCriteria"
  FROM initiative i WHERE i.portfolio_id = $1 AND i.key = ANY($2)`;

/** What rules refer to: their portfolio, its categories, initiatives and connections. */
@Injectable()
export class RulesSurroundings {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly schemes: AllocationSchemes,
    private readonly connections: Connections,
    private readonly database: Database,
  ) {}

  /** The portfolio the viewer may publish rules in; null where there is none the viewer may know of. */
  async portfolio(viewer: Viewer, key: string, tx: Tx): Promise<Portfolio | null> {
    const portfolio = await this.portfolios.seenBy(viewer, key, tx);
    return requireAccess(viewer, 'rules:publish', portfolio?.id) ? portfolio : null;
  }

  async of(portfolioId: string, rules: readonly ClassificationRule[], tx: Tx): Promise<Surroundings> {
    const keys = rules.flatMap(({ initiativeKey }) => initiativeKey ?? []).filter((key) => unstorable(key) === null);
    const initiatives = await this.database.rows<{ key: string; ticketCriteria: readonly string[] }>(
      INITIATIVES_BY_KEY,
      [portfolioId, keys],
      tx,
    );
    const connectionIds = rules.flatMap(({ connectionId }) => connectionId ?? []);
    return {
      categoryKeys: await this.schemes.categoryKeys(portfolioId, tx),
      initiativeKeys: new Set(initiatives.map(({ key }) => key)),
      ticketCriteria: new Map(initiatives.map(({ key, ticketCriteria }) => [key, new Set(ticketCriteria)])),
      connectionIds: await this.connections.known(portfolioId, connectionIds, tx),
    };
  }
}
