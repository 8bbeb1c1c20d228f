import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Finding, FindingCode, FindingLevel } from '../../../domain/findings/finding.js';
import { toldAt } from '../../../domain/findings/told-on.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { FindingMoments } from './finding-moments.js';
import { COLUMNS, COLUMNS_THEN, IS_LAST, isItsMute, mutedOn, stoodAt } from './finding-sql.js';

/** That somebody does not want to be told of a finding for a while. */
export interface FindingMute {
  readonly id: string;
  readonly reason: string;
  readonly until: CalendarDate;
  readonly mutedAt: Instant;
  readonly mutedById: string;
  /** When somebody had it told again, or muted it anew; null: it ends with its last day. */
  readonly endedAt: Instant | null;
  readonly endedById: string | null;
}

/** A finding as it was kept, in the version asked for. */
export interface ListedFinding extends Finding {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string | null;
  readonly raisedAt: Instant;
  readonly clearedAt: Instant | null;
  /** Null: it is told. */
  readonly mute: FindingMute | null;
}

export interface FindingFilter {
  readonly codes?: readonly FindingCode[] | null;
  readonly levels?: readonly FindingLevel[] | null;
  readonly includeMuted?: boolean | null;
}

export interface CountedFindings extends Page<ListedFinding> {
  readonly totalCount: Promise<number>;
}

type Row = ListedFinding & { readonly rank: number };

const OF_INITIATIVES = `
  SELECT ${COLUMNS_THEN}, m.mute FROM finding f
  JOIN jsonb_to_recordset($2::jsonb) AS d (id uuid, today date) ON d.id = f.portfolio_id ${mutedOn('d.today', '$3::timestamptz')}
  WHERE f.initiative_id = ANY($1) AND `;
const STANDING_OF_INITIATIVES = `${OF_INITIATIVES} f.superseded_at IS NULL ORDER BY f.rank, f.since, f.finding_id`;
const PAST_OF_INITIATIVES = `${OF_INITIATIVES} ${stoodAt('$3::timestamptz')} ORDER BY f.rank, f.since, f.finding_id`;

const BY_ID = `
  SELECT ${COLUMNS}, m.mute FROM finding f ${mutedOn('$2::date', '$3::timestamptz')}
  WHERE f.finding_id = $1 AND ${IS_LAST}`;

const LIST = 'attention';

/** Findings as they are kept. They are as of the last look: whoever wants them as of now has looked at before. */
@Injectable()
export class FindingList {
  constructor(
    private readonly database: Database,
    private readonly moments: FindingMoments,
  ) {}

  /**
   * What stands of initiatives, or stood as it was known at a past instant, the gravest first, muted or not. An answer as of an
   * instant stays: it waits as `SettledKnowledge` says.
   */
  async ofInitiatives(
    ids: readonly string[],
    asOf: Instant | null,
  ): Promise<ReadonlyMap<string, readonly ListedFinding[]>> {
    const { at, days, tell } = await this.moments.ofInitiatives(ids, asOf);
    const sql = asOf === null ? STANDING_OF_INITIATIVES : PAST_OF_INITIATIVES;
    const rows = await this.database.rows<Row & { readonly initiativeId: string }>(sql, [ids, days, at]);
    return groupBy(rows.map(tell), ({ initiativeId }) => initiativeId);
  }

  /** The finding with this id, as it was said last; null where there is none. */
  async byId(id: string, today: CalendarDate, tx?: Tx): Promise<ListedFinding | null> {
    return isId(id) ? this.database.row<ListedFinding>(BY_ID, [id, today, this.moments.at(null)], tx) : null;
  }

  /**
   * A page of what stands in a portfolio, of its initiatives and of itself, now or as it was known at an instant, for which it
   * waits as `SettledKnowledge` says.
   */
  async page(
    { id, timeZone }: Portfolio,
    filter: FindingFilter,
    asOf: Instant | null,
    { first, after: cursor }: { readonly first: number; readonly after?: string | null },
  ): Promise<CountedFindings> {
    const at = await this.moments.settled(id, asOf);
    const stands = asOf === null ? 'f.superseded_at IS NULL' : stoodAt('$2::timestamptz');
    const parameters: unknown[] = [id, at, dateAt(at, timeZone)];
    // Only what is asked is said: a condition that may be none has the planner expect hardly anything, and sort all there is.
    const oneOf = (column: string, values: readonly string[] | null | undefined): string =>
      values ? `AND ${column} = ANY($${parameters.push(values)}::text[])` : '';
    const asked = `f.portfolio_id = $1 AND ${stands} ${oneOf('f.code', filter.codes)} ${oneOf('f.level', filter.levels)}`;
    const isTold = `NOT EXISTS (SELECT 1 FROM finding_mute m WHERE ${isItsMute('$3::date', '$2::timestamptz')})`;
    const [mute, from] = filter.includeMuted
      ? ['m.mute', `FROM finding f ${mutedOn('$3::date', '$2::timestamptz')} WHERE ${asked}`]
      : ['NULL::jsonb AS mute', `FROM finding f WHERE ${asked} AND ${isTold}`];
    const after = decodeCursor(LIST, cursor, ['number', 'instant', 'id']);
    const place = parameters.length;
    const keyset = after
      ? `AND (f.rank, f.since, f.finding_id) > ($${place + 1}::integer, $${place + 2}::timestamptz, $${place + 3}::uuid)`
      : '';
    const rows = await this.database.rows<Row>(
      `SELECT ${COLUMNS_THEN}, ${mute} ${from} ${keyset}
       ORDER BY f.rank, f.since, f.finding_id LIMIT ${first + 1}`,
      [...parameters, ...(after ?? [])],
    );
    const told = rows.map((row) => toldAt(row, at, timeZone));
    const count = async (): Promise<number> =>
      (await this.database.row<{ count: number }>(`SELECT count(*) AS count ${from}`, parameters))?.count ?? 0;
    return {
      ...pageOf(told, first, cursor, (row) => encodeCursor(LIST, [row.rank, row.since, row.id])),
      // Counted only when it is asked for.
      get totalCount() {
        return count();
      },
    };
  }
}
