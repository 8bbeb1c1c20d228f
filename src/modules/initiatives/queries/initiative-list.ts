import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import {
  decodeCursor,
  encodeCursor,
  pageOf,
  type CursorKind,
  type CursorValue,
  type Page,
} from '../../../platform/graphql/connection.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { AgingScales, scaleParameter, type AgingDay } from './aging-scales.js';
import { isOnLevel } from './aging-sql.js';
import { DAYS_CURSOR, daysInStagePage } from './days-in-stage-order.js';
import { COMPANY, companionColumns, type Companions } from './initiative-companions.js';
import { conditionsOf, type InitiativeFilter } from './initiative-filter.js';
import { INITIATIVE_COLUMNS } from './initiatives.js';

export const INITIATIVE_ORDERS = ['UPDATED_DESC', 'KEY_ASC', 'NAME_ASC', 'DAYS_IN_STAGE_DESC'] as const;
export type InitiativeOrder = (typeof INITIATIVE_ORDERS)[number];

interface Order {
  readonly column: string;
  readonly cast: string;
  readonly kind: CursorKind;
  readonly descending: boolean;
  readonly valueOf: (row: Row) => CursorValue;
}

/** An initiative of a page, with what is asked for with it. */
export type ListedInitiative = Initiative & Companions;

export interface CountedPage extends Page<ListedInitiative> {
  readonly totalCount: Promise<number>;
}

type Row = ListedInitiative & { readonly number: number };

type Condition = readonly [sql: string, parameters: readonly unknown[]];

interface PageRequest extends AgingDay {
  readonly condition: Condition;
  readonly first: number;
  readonly after: string | null | undefined;
}

// Each order is backed by an index of the portfolio, with the id as the tie-breaker.
const ORDERS: Readonly<Record<Exclude<InitiativeOrder, 'DAYS_IN_STAGE_DESC'>, Order>> = {
  UPDATED_DESC: {
    column: 'i.updated_at',
    cast: 'timestamptz',
    kind: 'instant',
    descending: true,
    valueOf: (row) => row.updatedAt,
  },
  KEY_ASC: { column: 'i.number', cast: 'bigint', kind: 'number', descending: false, valueOf: (row) => row.number },
  NAME_ASC: { column: 'i.name', cast: 'text', kind: 'text', descending: false, valueOf: (row) => row.name },
};

@Injectable()
export class InitiativeList {
  constructor(
    private readonly database: Database,
    private readonly scales: AgingScales,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of the initiatives of a portfolio that pass the filter, and how many pass it in all. Health and readiness are as of the
   * last look: whoever filters by them has had what changed looked at before.
   */
  async page(
    portfolio: Pick<Portfolio, 'id' | 'timeZone'>,
    filter: InitiativeFilter,
    order: InitiativeOrder,
    paging: { readonly first: number; readonly after?: string | null },
  ): Promise<CountedPage> {
    const at = this.clock.now();
    const today = dateAt(at, portfolio.timeZone);
    const condition = await this.conditionOf(portfolio.id, filter, { at, today });
    const request = { condition, at, today, first: paging.first, after: paging.after };
    const page = await (order === 'DAYS_IN_STAGE_DESC' ? this.byDays(request) : this.byColumn(order, request));
    const count = (): Promise<number> => this.count(condition);
    return {
      ...page,
      // Counted only when it is asked for.
      get totalCount() {
        return count();
      },
    };
  }

  private async byColumn(
    order: keyof typeof ORDERS,
    { condition: [where, parameters], at, first, after: cursor }: PageRequest,
  ): Promise<Page<ListedInitiative>> {
    const { column, cast, kind, descending, valueOf } = ORDERS[order];
    const list = `initiatives:${order}`;
    const after = decodeCursor(list, cursor, [kind, 'id']);
    const direction = descending ? 'DESC' : 'ASC';
    const keyset = after
      ? ` AND (${column}, i.id) ${descending ? '<' : '>'} ($${parameters.length + 1}::${cast}, $${parameters.length + 2}::uuid)`
      : '';
    const values = [...parameters, ...(after ?? []), at];
    const rows = await this.database.rows<Row>(
      `SELECT ${INITIATIVE_COLUMNS}, ${companionColumns(`$${values.length}::timestamptz`)}, i.number
       FROM (SELECT i.* FROM initiative i WHERE ${where}${keyset} ORDER BY ${column} ${direction}, i.id ${direction} LIMIT ${first + 1}) i
       ${COMPANY} ORDER BY ${column} ${direction}, i.id ${direction}`,
      values,
    );
    return pageOf(rows, first, cursor, (row) => encodeCursor(list, [valueOf(row), row.id]));
  }

  private async byDays({
    condition: [where, parameters],
    at,
    today: now,
    first,
    after: cursor,
  }: PageRequest): Promise<Page<ListedInitiative>> {
    const list = 'initiatives:DAYS_IN_STAGE_DESC';
    const after = decodeCursor(list, cursor, DAYS_CURSOR);
    const today = (after?.[0] as CalendarDate | undefined) ?? now;
    const rows = await this.database.rows<ListedInitiative & { readonly days: number }>(
      ...daysInStagePage({ where, parameters, at, today, after, limit: first + 1 }),
    );
    return pageOf(rows, first, cursor, (row) => encodeCursor(list, [today, row.days, row.id]));
  }

  private async count([where, parameters]: Condition): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      `SELECT count(*) AS count FROM initiative i WHERE ${where}`,
      parameters,
    );
    return row?.count ?? 0;
  }

  private async conditionOf(portfolioId: string, filter: InitiativeFilter, day: AgingDay): Promise<Condition> {
    const { where, parameters } = conditionsOf(portfolioId, filter);
    if (!filter.agingLevels) {
      return [where, parameters];
    }
    const scales = scaleParameter(await this.scales.ofPortfolio(portfolioId), () => day);
    const [scale, levels] = [`$${parameters.length + 1}`, `$${parameters.length + 2}`];
    return [`${where} AND ${isOnLevel(scale, levels)}`, [...parameters, scales, filter.agingLevels]];
  }
}
