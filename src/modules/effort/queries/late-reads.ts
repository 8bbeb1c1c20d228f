import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { toPersonDays, type EffortUnit } from '../../../domain/effort/effort.js';
import type { LateStatus } from '../../../domain/effort/late-effort.js';
import { LongReads } from '../../../platform/database/long-reads.js';

/** What came late for a closed period, as it is exported. */
export interface ReadLate {
  readonly id: string;
  readonly initiativeKey: string;
  readonly initiativeName: string;
  readonly kind: string;
  readonly status: LateStatus;
  readonly workedOn: CalendarDate;
  readonly person: string | null;
  readonly amount: Decimal;
  readonly unit: EffortUnit;
  readonly personDays: Decimal;
  readonly categoryKey: string | null;
  readonly note: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly ticketType: string | null;
  readonly projectKey: string | null;
  readonly source: string;
  readonly externalId: string;
  readonly method: string;
  readonly replacesOn: CalendarDate | null;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

type Row = Omit<ReadLate, 'personDays'>;

const ROWS = `
  SELECT l.id, i.key AS "initiativeKey", i.name AS "initiativeName", l.kind, l.status, l.worked_on AS "workedOn", l.person, l.amount,
    l.unit, l.category_key AS "categoryKey", l.note, l.labels, l.components, l.ticket_type AS "ticketType", l.project_key AS "projectKey",
    l.source, l.external_id AS "externalId", l.method, l.replaces_on AS "replacesOn", l.received_at AS "receivedAt",
    u.name AS "receivedBy", l.decided_at AS "decidedAt", d.name AS "decidedBy", l.reason
  FROM late_effort l
  JOIN initiative i ON i.id = l.initiative_id
  JOIN app_user u ON u.id = l.received_by
  LEFT JOIN app_user d ON d.id = l.decided_by
  WHERE l.portfolio_id = $1 AND ($2::text IS NULL OR i.key = $2) AND ($3::text[] IS NULL OR l.status = ANY($3::text[]))
  ORDER BY l.received_at, l.id`;

/** What came late for closed periods of a portfolio, from one end to the other. */
@Injectable()
export class LateReads {
  constructor(private readonly reads: LongReads) {}

  /** Begins to read it as it stands at this moment, by the time it came; of one initiative or some statuses where they are given. */
  async begin(
    portfolioId: string,
    asked: { readonly initiativeKey: string | null; readonly statuses: readonly LateStatus[] | null },
  ): Promise<AsyncIterable<readonly ReadLate[]>> {
    return readIn(await this.reads.begin<Row>(ROWS, [portfolioId, asked.initiativeKey, asked.statuses]));
  }
}

async function* readIn(pieces: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly ReadLate[], void> {
  for await (const rows of pieces) {
    yield rows.map((row) => ({ ...row, personDays: toPersonDays(row.amount, row.unit) }));
  }
}
