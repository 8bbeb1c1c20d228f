import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Booking, EntryIdentity } from '../../../domain/effort/effort-entry.js';
import type { LateKind, LateStatus } from '../../../domain/effort/late-effort.js';
import { toPersonDays } from '../../../domain/effort/effort.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { loader } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';

/** What came late for a closed period, and what became of it. */
export interface LateEffort extends Omit<Booking, 'categorySource' | 'ruleName' | 'rulesVersion'>, EntryIdentity {
  readonly id: string;
  readonly kind: LateKind;
  readonly status: LateStatus;
  readonly personDays: Decimal;
  /** The day of the entry it would take back, or took back. */
  readonly replacesOn: CalendarDate | null;
  readonly receivedAt: Instant;
  readonly receivedById: string;
  readonly decidedAt: Instant | null;
  readonly decidedById: string | null;
  readonly reason: string | null;
}

const LATE = `
  SELECT l.id, l.kind, l.status, l.initiative_id AS "initiativeId", l.category_key AS "categoryKey", l.amount, l.unit,
    l.worked_on AS "workedOn", l.person, l.note, l.labels, l.components, l.ticket_type AS "ticketType", l.project_key AS "projectKey",
    l.connection_id AS "connectionId", l.source, l.external_id AS "externalId", l.method,
    l.replaces_on AS "replacesOn", l.received_at AS "receivedAt", l.received_by AS "receivedById", l.decided_at AS "decidedAt",
    l.decided_by AS "decidedById", l.reason
  FROM late_effort l`;

const BY_IDS = `${LATE} WHERE l.id = ANY($1)`;

const OF_PORTFOLIO = `${LATE} WHERE l.portfolio_id = $1 AND l.id = ANY($2)`;

const PAGE = `
  ${LATE} WHERE l.portfolio_id = $1 AND ($2::text IS NULL OR l.status = $2)
    AND ($3::timestamptz IS NULL OR (l.received_at, l.id) < ($3, $4::uuid))
  ORDER BY l.received_at DESC, l.id DESC LIMIT $5`;

const LIST = 'lateEffort';

@Injectable()
export class LateEfforts {
  constructor(private readonly database: Database) {}

  readonly byId = loader<string, LateEffort | null>(
    async (ids) => new Map((await this.read(BY_IDS, [ids.filter(isId)])).map((late) => [late.id, late])),
    () => null,
  );

  /** Those of the ids that are of this portfolio. */
  ofPortfolio(portfolioId: string, ids: readonly string[], tx: Tx): Promise<readonly LateEffort[]> {
    return this.read(OF_PORTFOLIO, [portfolioId, ids.filter(isId)], tx);
  }

  /** A page of what came late, the last one first; of one status where one is asked for. */
  async page(
    portfolioId: string,
    status: LateStatus | null,
    paging: { readonly first: number; readonly after: string | null },
  ): Promise<Page<LateEffort>> {
    const [at = null, id = null] = decodeCursor(LIST, paging.after, ['instant', 'id']) ?? [];
    const rows = await this.read(PAGE, [portfolioId, status, at, id, paging.first + 1]);
    return pageOf(rows, paging.first, paging.after, (late) => encodeCursor(LIST, [late.receivedAt, late.id]));
  }

  private async read(sql: string, parameters: readonly unknown[], tx?: Tx): Promise<readonly LateEffort[]> {
    const rows = await this.database.rows<Omit<LateEffort, 'personDays'>>(sql, parameters, tx);
    return rows.map((row) => ({ ...row, personDays: toPersonDays(row.amount, row.unit) }));
  }
}
