import { Injectable } from '@nestjs/common';
import { formatDecimal, type Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Booking, EntryIdentity } from '../../../domain/effort/effort-entry.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';
import { conditionsOf, type EffortFilter } from './effort-filter.js';

export type { EffortFilter };

/** A row of the ledger as it is shown; a reversal has negative personDays and names what it takes back. */
export interface EffortEntry extends Booking, EntryIdentity {
  readonly id: string;
  readonly personDays: Decimal;
  readonly reversesId: string | null;
  /** The late entry that was accepted for it; null for what came in time. */
  readonly lateId: string | null;
  readonly recordedAt: Instant;
}

const COLUMNS = `
  e.id, e.initiative_id AS "initiativeId", e.category_key AS "categoryKey", e.category_source AS "categorySource", e.rule_name AS "ruleName",
  e.amount, e.unit, e.person_days AS "personDays", e.worked_on AS "workedOn", e.person, e.note, e.labels, e.source,
  e.external_id AS "externalId", e.method, e.reverses_id AS "reversesId", e.late_id AS "lateId", e.recorded_at AS "recordedAt",
  e.components, e.ticket_type AS "ticketType", e.project_key AS "projectKey", e.connection_id AS "connectionId", e.rules_version AS "rulesVersion"`;

const BY_IDS = `SELECT ${COLUMNS} FROM effort_entry e WHERE e.id = ANY($1)`;

const LIST = 'effortEntries';

@Injectable()
export class EffortEntries {
  constructor(
    private readonly database: Database,
    private readonly knowledge: SettledKnowledge,
    private readonly schemes: AllocationSchemes,
  ) {}

  readonly byId = loader<string, EffortEntry | null>(
    async (ids) =>
      new Map((await this.database.rows<EffortEntry>(BY_IDS, [ids.filter(isId)])).map((row) => [row.id, shown(row)])),
    () => null,
  );

  /**
   * A page of the ledger of a portfolio, the day worked on last first; what was taken back and its reversals included. What is
   * recorded while somebody turns the pages may come in on any of them; with asOf the pages stay as they are.
   */
  async page(
    portfolioId: string,
    filter: EffortFilter,
    paging: { readonly first: number; readonly after?: string | null | undefined },
  ): Promise<Page<EffortEntry>> {
    const after = decodeCursor(LIST, paging.after, ['date', 'id']);
    if (filter.asOf) {
      await this.knowledge.settle(portfolioId, filter.asOf);
    }
    const scheme = filter.schemeOn
      ? await this.schemes.inForce(portfolioId, filter.schemeOn, filter.asOf ?? null)
      : null;
    const { where, parameters } = conditionsOf(portfolioId, filter, scheme?.id);
    const place = parameters.length + 1;
    const keyset = after ? ` AND (e.worked_on, e.id) < ($${place + 1}::date, $${place + 2}::uuid)` : '';
    const sql = `SELECT ${COLUMNS} FROM effort_entry e WHERE ${where}${keyset} ORDER BY e.worked_on DESC, e.id DESC LIMIT $${place}`;
    const rows = await this.database.rows<EffortEntry>(sql, [...parameters, paging.first + 1, ...(after ?? [])]);
    return pageOf(rows.map(shown), paging.first, paging.after, (row) => encodeCursor(LIST, [row.workedOn, row.id]));
  }
}

const shown = (row: EffortEntry): EffortEntry => ({ ...row, personDays: formatDecimal(row.personDays) });
