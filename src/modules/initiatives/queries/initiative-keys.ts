import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

const BY_REFERENCE = `
  SELECT external_ref AS reference, key FROM initiative WHERE portfolio_id = $1 AND external_ref = ANY($2)`;

/** The keys of initiatives by what other registers call them. */
@Injectable()
export class InitiativeKeys {
  constructor(private readonly database: Database) {}

  /** The keys of the initiatives of a portfolio under these externalRefs, by reference; none for those that are not there. */
  async byReference(portfolioId: string, references: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ reference: string; key: string }>(BY_REFERENCE, [portfolioId, references]);
    return new Map(rows.map(({ reference, key }) => [reference, key]));
  }
}
