import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { notFound, type Refusal } from '../../../domain/basics/result.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Users } from '../../identity/queries/users.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';

/** What a new or changed initiative refers to: its portfolio, its template, its people, its category. */
@Injectable()
export class InitiativeSurroundings {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly users: Users,
    private readonly database: Database,
  ) {}

  portfolio(viewer: Viewer, key: string, tx: Tx): Promise<Portfolio | null> {
    return this.portfolios.seenBy(viewer, key, tx);
  }

  /** The newest version of the template asked for, or of the portfolio's own. */
  template(portfolio: Portfolio, templateKey: string | null, tx: Tx): Promise<WorkflowTemplate | null> {
    return templateKey === null
      ? this.templates.newestOf(portfolio.templateId, tx)
      : this.templates.find(templateKey, null, tx);
  }

  /** A refusal for each of owner and sponsor who is not known to the instance. */
  async unknownPeople(
    people: { readonly ownerId: string; readonly sponsorId: string | null },
    tx: Tx,
  ): Promise<readonly Refusal[]> {
    const known = await this.users.existing([people.ownerId, people.sponsorId ?? people.ownerId], tx);
    return [
      ...(known.has(people.ownerId) ? [] : [notFound('The owner', ['input', 'ownerId'])]),
      ...(people.sponsorId === null || known.has(people.sponsorId)
        ? []
        : [notFound('The sponsor', ['input', 'sponsorId'])]),
    ];
  }

  /** A refusal where the default category is none of the portfolio's. */
  async unknownCategory(portfolioId: string, key: string | null, tx: Tx): Promise<readonly Refusal[]> {
    const isKnown =
      key === null ||
      (await this.database.row(
        'SELECT 1 FROM effort_category WHERE portfolio_id = $1 AND key = $2',
        [portfolioId, key],
        tx,
      ));
    return isKnown ? [] : [notFound(`The category ${JSON.stringify(key)}`, ['input', 'defaultCategoryKey'])];
  }

  /** The key of the initiative that has this externalRef; whoever asks waits for others who are about to use it. */
  async keyOfExternalRef(portfolioId: string, externalRef: string | null, tx: Tx): Promise<string | null> {
    if (externalRef === null) {
      return null;
    }
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [`${portfolioId}:${externalRef}`]);
    const row = await this.database.row<{ key: string }>(
      'SELECT key FROM initiative WHERE portfolio_id = $1 AND external_ref = $2',
      [portfolioId, externalRef],
      tx,
    );
    return row?.key ?? null;
  }
}
