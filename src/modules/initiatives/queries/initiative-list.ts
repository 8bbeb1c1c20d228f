import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { RiskTier, StageCategory } from '../../../domain/gates/gate.js';
import type {
  Initiative,
  InitiativeStatus,
  InvestmentClass,
  ValueThesis,
} from '../../../domain/initiatives/initiative.js';
import type { Health } from '../../../domain/initiatives/health.js';
import type { AgingLevel } from '../../../domain/pipeline/aging.js';
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
import { isId } from '../../../platform/ids.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { AgingScales, scaleParameter, type AgingDay } from './aging-scales.js';
import { isOnLevel } from './aging-sql.js';
import { DAYS_CURSOR, daysInStagePage } from './days-in-stage-order.js';
import { INITIATIVE_COLUMNS } from './initiatives.js';

export interface InitiativeFilter {
  readonly statuses?: readonly InitiativeStatus[] | null;
  readonly stageKeys?: readonly string[] | null;
  readonly stageCategories?: readonly StageCategory[] | null;
  readonly agingLevels?: readonly AgingLevel[] | null;
  readonly healths?: readonly Health[] | null;
  readonly readyForGate?: boolean | null;
  readonly ownerId?: string | null;
  readonly ownerIds?: readonly string[] | null;
  readonly keys?: readonly string[] | null;
  readonly investmentClasses?: readonly InvestmentClass[] | null;
  readonly hasOpenReview?: boolean | null;
  readonly businessUnit?: string | null;
  readonly valueThesis?: ValueThesis | null;
  readonly riskTier?: RiskTier | null;
  readonly search?: string | null;
}

export const INITIATIVE_ORDERS = ['UPDATED_DESC', 'KEY_ASC', 'NAME_ASC', 'DAYS_IN_STAGE_DESC'] as const;
export type InitiativeOrder = (typeof INITIATIVE_ORDERS)[number];

interface Order {
  readonly column: string;
  readonly cast: string;
  readonly kind: CursorKind;
  readonly descending: boolean;
  readonly valueOf: (row: ListedInitiative) => CursorValue;
}

export interface CountedPage extends Page<Initiative> {
  readonly totalCount: Promise<number>;
}

type ListedInitiative = Initiative & { readonly number: number };

type Condition = readonly [sql: string, parameters: readonly unknown[]];

interface PageRequest {
  readonly condition: Condition;
  readonly today: CalendarDate;
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

const NOBODY = '00000000-0000-0000-0000-000000000000';

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
    const request = { condition, today, first: paging.first, after: paging.after };
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
    { condition: [where, parameters], first, after: cursor }: PageRequest,
  ): Promise<Page<Initiative>> {
    const { column, cast, kind, descending, valueOf } = ORDERS[order];
    const list = `initiatives:${order}`;
    const after = decodeCursor(list, cursor, [kind, 'id']);
    const direction = descending ? 'DESC' : 'ASC';
    const keyset = after
      ? ` AND (${column}, i.id) ${descending ? '<' : '>'} ($${parameters.length + 1}::${cast}, $${parameters.length + 2}::uuid)`
      : '';
    const rows = await this.database.rows<ListedInitiative>(
      `SELECT ${INITIATIVE_COLUMNS}, i.number FROM initiative i WHERE ${where}${keyset}
       ORDER BY ${column} ${direction}, i.id ${direction} LIMIT ${first + 1}`,
      [...parameters, ...(after ?? [])],
    );
    return pageOf(rows, first, cursor, (row) => encodeCursor(list, [valueOf(row), row.id]));
  }

  private async byDays({
    condition: [where, parameters],
    today: now,
    first,
    after: cursor,
  }: PageRequest): Promise<Page<Initiative>> {
    const list = 'initiatives:DAYS_IN_STAGE_DESC';
    const after = decodeCursor(list, cursor, DAYS_CURSOR);
    const today = (after?.[0] as CalendarDate | undefined) ?? now;
    const rows = await this.database.rows<Initiative & { readonly days: number }>(
      ...daysInStagePage({ where, parameters, today, after, limit: first + 1 }),
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

/** What of a filter is said of initiative `i` itself, as SQL; aging is not. */
export const conditionsOf = (
  portfolioId: string,
  filter: InitiativeFilter,
): { where: string; parameters: readonly unknown[] } => {
  const parameters: unknown[] = [portfolioId];
  const conditions = ['i.portfolio_id = $1'];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value !== null && value !== undefined) {
      parameters.push(value);
      conditions.push(condition(`$${parameters.length}`));
    }
  };
  add((place) => `i.status = ANY(${place}::text[])`, filter.statuses);
  add((place) => `i.stage_key = ANY(${place}::text[])`, filter.stageKeys);
  add(
    (place) =>
      `EXISTS (SELECT 1 FROM template_stage s WHERE s.template_id = i.template_id AND s.key = i.stage_key AND s.category = ANY(${place}::text[]))`,
    filter.stageCategories,
  );
  const insight = (holds: string): string =>
    `EXISTS (SELECT 1 FROM initiative_insight n WHERE n.initiative_id = i.id AND ${holds})`;
  add((place) => insight(`n.health = ANY(${place}::text[])`), filter.healths);
  add((place) => insight(`n.is_ready = ${place}::boolean`), filter.readyForGate);
  add((place) => `i.owner_id = ${place}::uuid`, filter.ownerId && !isId(filter.ownerId) ? NOBODY : filter.ownerId);
  add((place) => `i.owner_id = ANY(${place}::uuid[])`, filter.ownerIds?.filter(isId));
  add((place) => `i.key = ANY(${place}::text[])`, filter.keys);
  add((place) => `i.investment_class = ANY(${place}::text[])`, filter.investmentClasses);
  add(
    (place) =>
      `EXISTS (SELECT 1 FROM gate_review r WHERE r.initiative_id = i.id AND r.status = 'OPEN') = ${place}::boolean`,
    filter.hasOpenReview,
  );
  add((place) => `i.business_unit = ${place}`, filter.businessUnit);
  add((place) => `i.value_thesis = ${place}`, filter.valueThesis);
  add((place) => `i.risk_tier = ${place}`, filter.riskTier);
  for (const word of (filter.search ?? '').split(/\s+/u).filter(Boolean)) {
    // Every word must occur somewhere; % and _ are letters like any other.
    add(
      (place) => `(i.key || ' ' || i.name || ' ' || i.problem) ILIKE ${place}`,
      `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    );
  }
  return { where: conditions.join(' AND '), parameters };
};
