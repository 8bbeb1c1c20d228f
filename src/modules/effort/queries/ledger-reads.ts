import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { LongReads, type Pieces } from '../../../platform/database/long-reads.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';
import type { EffortFilter } from './effort-entries.js';

/** A row of the ledger as it is exported. */
export interface LedgerRow {
  readonly id: string;
  readonly initiativeKey: string;
  readonly initiativeName: string;
  readonly workedOn: CalendarDate;
  readonly person: string | null;
  readonly amount: Decimal;
  readonly unit: string;
  /** Negative for what takes another row back. */
  readonly personDays: Decimal;
  readonly categoryKey: string | null;
  readonly categorySource: string;
  readonly ruleName: string | null;
  readonly note: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly ticketType: string | null;
  readonly projectKey: string | null;
  readonly source: string;
  readonly externalId: string;
  readonly revision: number;
  readonly method: string;
  readonly reversesId: string | null;
  readonly recordedAt: Instant;
}

/** Which rows; null or left out: all. With `asOf` those that were recorded by then. */
export interface LedgerQuestion extends EffortFilter {
  readonly asOf?: Instant | null;
}

const ROWS = `
  SELECT e.id, i.key AS "initiativeKey", i.name AS "initiativeName", e.worked_on AS "workedOn", e.person, e.amount, e.unit,
    e.person_days AS "personDays", e.category_key AS "categoryKey", e.category_source AS "categorySource", e.rule_name AS "ruleName",
    e.note, e.labels, e.components, e.ticket_type AS "ticketType", e.project_key AS "projectKey", e.source,
    e.external_id AS "externalId", e.revision, e.method, e.reverses_id AS "reversesId", e.recorded_at AS "recordedAt"
  FROM effort_entry e JOIN initiative i ON i.id = e.initiative_id
  WHERE e.portfolio_id = $1
    AND ($2::date IS NULL OR e.worked_on >= $2)
    AND ($3::date IS NULL OR e.worked_on <= $3)
    AND ($4::text IS NULL OR i.key = $4)
    AND ($5::text IS NULL OR e.category_key = $5)
    AND ($6::boolean IS NULL OR (e.category_key IS NULL) = $6)
    AND ($7::timestamptz IS NULL OR e.recorded_at <= $7)
  ORDER BY e.worked_on, e.id`;

/** The ledger of a portfolio from one end to the other. */
@Injectable()
export class LedgerReads {
  constructor(
    private readonly reads: LongReads,
    private readonly knowledge: SettledKnowledge,
  ) {}

  /** Begins to read the ledger as it stands at this moment, by the day worked; what was taken back and its reversals included. */
  async begin(portfolioId: string, question: LedgerQuestion): Promise<Pieces<LedgerRow>> {
    const { from, to, initiativeKey, categoryKey, uncategorised, asOf } = question;
    if (asOf) {
      await this.knowledge.settle(portfolioId, asOf);
    }
    const filter = [from, to, initiativeKey, categoryKey, uncategorised, asOf].map((each) => each ?? null);
    return this.reads.begin<LedgerRow>(ROWS, [portfolioId, ...filter]);
  }
}
