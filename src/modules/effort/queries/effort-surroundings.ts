import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { EntrySurroundings } from '../../../domain/effort/check-entry.js';
import type { EffortDraft } from '../../../domain/effort/effort-entry.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { unstorable } from '../../../domain/basics/text.js';
import { requireAccess } from '../../identity/access.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { Classifiers, type InitiativeClassifier } from './classifiers.js';

const INITIATIVES_BY_KEY = 'SELECT key, id FROM initiative WHERE portfolio_id = $1 AND key = ANY($2)';

/** What entries of effort refer to: their portfolio, its initiatives and its categories. */
@Injectable()
export class EffortSurroundings {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly schemes: AllocationSchemes,
    private readonly classifiers: Classifiers,
    private readonly database: Database,
  ) {}

  /** The portfolio the viewer may record effort in; null where there is none the viewer may know of. */
  async portfolio(viewer: Viewer, key: string, tx: Tx): Promise<Portfolio | null> {
    const portfolio = await this.portfolios.seenBy(viewer, key, tx);
    return requireAccess(viewer, 'effort:record', portfolio?.id) ? portfolio : null;
  }

  /** How effort on these initiatives is classified; asked once the books are joined and the initiatives are locked. */
  classifier(portfolioId: string, initiativeIds: readonly string[], tx: Tx): Promise<InitiativeClassifier> {
    return this.classifiers.of(portfolioId, initiativeIds, tx);
  }

  async of(
    portfolio: Portfolio,
    drafts: readonly EffortDraft[],
    tx: Tx,
  ): Promise<Omit<EntrySurroundings, 'latestDay'>> {
    const keys = [...new Set(drafts.map((draft) => draft.initiativeKey))].filter((key) => unstorable(key) === null);
    const [initiatives, categoryKeys] = await Promise.all([
      this.database.rows<{ key: string; id: string }>(INITIATIVES_BY_KEY, [portfolio.id, keys], tx),
      this.schemes.categoryKeys(portfolio.id, tx),
    ]);
    return { initiativeIds: new Map(initiatives.map(({ key, id }) => [key, id])), categoryKeys };
  }
}
