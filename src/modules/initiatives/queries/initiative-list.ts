import { Injectable } from '@nestjs/common';
import type { RiskTier, StageCategory } from '../../../domain/gates/gate.js';
import type { Initiative, InitiativeStatus, ValueThesis } from '../../../domain/initiatives/initiative.js';
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
import { INITIATIVE_COLUMNS } from './initiatives.js';

export interface InitiativeFilter {
  readonly statuses?: readonly InitiativeStatus[] | null;
  readonly stageKeys?: readonly string[] | null;
  readonly stageCategories?: readonly StageCategory[] | null;
  readonly ownerId?: string | null;
  readonly businessUnit?: string | null;
  readonly valueThesis?: ValueThesis | null;
  readonly riskTier?: RiskTier | null;
  readonly search?: string | null;
}

export const INITIATIVE_ORDERS = ['UPDATED_DESC', 'KEY_ASC', 'NAME_ASC'] as const;
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

// Each order is backed by an index of the portfolio, with the id as the tie-breaker.
const ORDERS: Readonly<Record<InitiativeOrder, Order>> = {
  UPDATED_DESC: {
    column: 'i.updated_at',
    cast: 'timestamptz',
    kind: 'instant',
    descending: true,
    valueOf: (row) => row.updatedAt,
  },
  KEY_ASC: { column: 'i.number', cast: 'integer', kind: 'number', descending: false, valueOf: (row) => row.number },
  NAME_ASC: { column: 'i.name', cast: 'text', kind: 'text', descending: false, valueOf: (row) => row.name },
};

const NOBODY = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class InitiativeList {
  constructor(private readonly database: Database) {}

  /** A page of the initiatives of a portfolio that pass the filter, and how many pass it in all. */
  async page(
    portfolioId: string,
    filter: InitiativeFilter,
    order: InitiativeOrder,
    paging: { readonly first: number; readonly after?: string | null },
  ): Promise<CountedPage> {
    const { column, cast, kind, descending, valueOf } = ORDERS[order];
    const list = `initiatives:${order}`;
    const after = decodeCursor(list, paging.after, [kind, 'id']);
    const { where, parameters } = conditionsOf(portfolioId, filter);
    const direction = descending ? 'DESC' : 'ASC';
    const keyset = after
      ? ` AND (${column}, i.id) ${descending ? '<' : '>'} ($${parameters.length + 1}::${cast}, $${parameters.length + 2}::uuid)`
      : '';
    const rows = await this.database.rows<ListedInitiative>(
      `SELECT ${INITIATIVE_COLUMNS}, i.number FROM initiative i WHERE ${where}${keyset}
       ORDER BY ${column} ${direction}, i.id ${direction} LIMIT ${paging.first + 1}`,
      [...parameters, ...(after ?? [])],
    );
    const page = pageOf(rows, paging.first, paging.after, (row) => encodeCursor(list, [valueOf(row), row.id]));
    const count = (): Promise<number> => this.count(where, parameters);
    return {
      ...page,
      // Counted only when it is asked for.
      get totalCount() {
        return count();
      },
    };
  }

  private async count(where: string, parameters: readonly unknown[]): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      `SELECT count(*) AS count FROM initiative i WHERE ${where}`,
      parameters,
    );
    return row?.count ?? 0;
  }
}

const conditionsOf = (
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
  add((place) => `i.owner_id = ${place}::uuid`, filter.ownerId && !isId(filter.ownerId) ? NOBODY : filter.ownerId);
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
