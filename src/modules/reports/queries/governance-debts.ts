import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { DEBT_KINDS, debtRowsOf, type DebtKind, type DebtRow } from '../../../domain/reports/governance-debt.js';
import type { DayCount } from '../../../domain/basics/day-counts.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { DEBT_COUNTS, DEBT_ITEMS, OLDEST_DEBTS } from './governance-debt-sql.js';
import { ReportMoments } from './report-moments.js';

/** One waiver or condition, as it was known then. */
export interface DebtItem {
  readonly kind: DebtKind;
  readonly id: string;
  readonly initiativeId: string;
  readonly since: Instant;
  readonly days: number;
  /** Through which day a waiver holds, or until when a condition is to be closed. */
  readonly until: CalendarDate;
  readonly gateKey: string;
  /** Null for a condition that covers no criterion. */
  readonly criterionKey: string | null;
  /** Why the waiver was asked for, or what the condition demands. */
  readonly text: string;
}

/** What a debt was asked about, for what is told only where somebody wants to know. */
interface Asked {
  readonly portfolio: Portfolio;
  readonly asOf: Instant;
}

export interface GovernanceDebt extends Asked {
  readonly rows: readonly (DebtRow & { readonly asked: Asked })[];
}

const LIST = 'governance-debt';

@Injectable()
export class GovernanceDebts {
  constructor(
    private readonly database: Database,
    private readonly moments: ReportMoments,
  ) {}

  /**
   * What a portfolio has let go for now and has to make up for (`debtRowsOf`): waivers that are pending or in force, and
   * conditions that are open or breached, as of now or of then. What belongs to an initiative that was KILLED or RETIRED by
   * then is nobody's debt any more. One question to the database.
   */
  async ofPortfolio(portfolio: Portfolio, asOf: Instant | null): Promise<GovernanceDebt> {
    const asked = { portfolio, asOf: await this.moments.at(portfolio, asOf) };
    const counts = await this.database.rows<DayCount & { kind: DebtKind }>(DEBT_COUNTS, parametersOf(asked));
    return { ...asked, rows: debtRowsOf(counts).map((row) => ({ ...row, asked })) };
  }

  /** The one of a kind that has been let go longest; null where there is none. All kinds share one question. */
  oldest(scope: object, { kind, asked }: GovernanceDebt['rows'][number]): Promise<DebtItem | null> {
    return this.oldestOf.load(scope, kind, asked);
  }

  private readonly oldestOf = listLoader<Asked, DebtItem | null>(
    async (kinds, asked) => {
      const items = await this.database.rows<DebtItem>(OLDEST_DEBTS, [...parametersOf(asked), kinds]);
      return new Map(items.map((item) => [item.kind, item]));
    },
    () => null,
  );

  /** Those of some kinds, null for all, the oldest first, page by page. */
  async items(
    debt: Asked,
    kinds: readonly DebtKind[] | null,
    { first, after }: { readonly first: number; readonly after: string | null },
  ): Promise<Page<DebtItem>> {
    const [since = null, id = null] = decodeCursor(LIST, after, ['instant', 'id']) ?? [];
    const parameters = [...parametersOf(debt), kinds ?? DEBT_KINDS, first + 1, since, id];
    const rows = await this.database.rows<DebtItem>(DEBT_ITEMS, parameters);
    return pageOf(rows, first, after, (item) => encodeCursor(LIST, [item.since, item.id]));
  }
}

const parametersOf = ({ portfolio: { id, timeZone }, asOf }: Asked): readonly unknown[] => [
  id,
  asOf,
  dateAt(asOf, timeZone),
  timeZone,
];
