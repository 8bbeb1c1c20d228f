import { Injectable } from '@nestjs/common';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Finding, FindingCode, FindingLevel } from '../../../domain/findings/finding.js';
import { toldAt } from '../../../domain/findings/told-on.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { isId } from '../../../platform/ids.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';

/** That somebody does not want to be told of a finding for a while. */
export interface FindingMute {
  readonly reason: string;
  readonly until: CalendarDate;
  readonly mutedAt: Instant;
  readonly mutedById: string;
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

const COLUMNS = `
  f.finding_id AS id, f.portfolio_id AS "portfolioId", f.initiative_id AS "initiativeId", f.code, f.subject, f.level, f.rank, f.since,
  f.message, f.facts, f.raised_at AS "raisedAt", f.cleared_at AS "clearedAt"`;

const MUTE = `jsonb_build_object('reason', m.reason, 'until', m.until, 'mutedById', m.muted_by,
  'mutedAt', to_char(m.muted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

/** Whether mute `m` is of finding `f` and holds on a day, as it was known at an instant. */
const isItsMute = (today: string, at: string): string => `
  m.portfolio_id = f.portfolio_id AND m.initiative_id IS NOT DISTINCT FROM f.initiative_id AND m.code = f.code
    AND m.subject = f.subject AND m.until >= ${today} AND m.muted_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})`;

/** The mute of finding `f`. */
const mutedOn = (today: string, at: string): string => `
  LEFT JOIN LATERAL (
    SELECT ${MUTE} AS mute FROM finding_mute m WHERE ${isItsMute(today, at)} ORDER BY m.muted_at DESC LIMIT 1) m ON true`;

const OF_INITIATIVES = `
  SELECT ${COLUMNS}, m.mute FROM finding f JOIN portfolio p ON p.id = f.portfolio_id
  JOIN jsonb_to_recordset($2::jsonb) AS d (id uuid, today date) ON d.id = p.id ${mutedOn('d.today', '$3::timestamptz')}
  WHERE f.initiative_id = ANY($1) AND f.superseded_at IS NULL
  ORDER BY f.rank, f.since, f.finding_id`;

const HISTORY = `
  SELECT DISTINCT ON (f.finding_id) ${COLUMNS}, NULL::jsonb AS mute FROM finding f
  WHERE f.initiative_id = ANY($1) ORDER BY f.finding_id, f.recorded_at DESC, f.superseded_at DESC NULLS FIRST`;

const BY_ID = `
  SELECT ${COLUMNS}, m.mute FROM finding f ${mutedOn('$2::date', '$3::timestamptz')}
  WHERE f.finding_id = $1 ORDER BY f.recorded_at DESC, f.superseded_at DESC NULLS FIRST LIMIT 1`;

const LIST = 'attention';

/** Findings as they are kept. They are as of the last look: whoever wants them as of now has looked at before. */
@Injectable()
export class FindingList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What stands of initiatives, the gravest first, muted or not. */
  async ofInitiatives(
    ids: readonly string[],
    portfolios: readonly Portfolio[],
  ): Promise<ReadonlyMap<string, readonly ListedFinding[]>> {
    const at = this.clock.now();
    const days = JSON.stringify(portfolios.map(({ id, timeZone }) => ({ id, today: dateAt(at, timeZone) })));
    const rows = await this.database.rows<Row & { readonly initiativeId: string }>(OF_INITIATIVES, [ids, days, at]);
    return groupBy(rows, ({ initiativeId }) => initiativeId);
  }

  /** All there ever was of initiatives, each as it was said last, the one raised last first. */
  async historyOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly ListedFinding[]>> {
    const rows = await this.database.rows<Row & { readonly initiativeId: string }>(HISTORY, [ids]);
    const newestFirst = rows.toSorted((a, b) => (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0));
    return groupBy(newestFirst, ({ initiativeId }) => initiativeId);
  }

  /** The finding with this id, as it was said last; null where there is none. */
  async byId(id: string, today: CalendarDate, tx?: Tx): Promise<ListedFinding | null> {
    return isId(id) ? this.database.row<ListedFinding>(BY_ID, [id, today, this.clock.now()], tx) : null;
  }

  /** A page of what stands in a portfolio, of its initiatives and of itself, now or as it was known at a past instant. */
  async page(
    { id, timeZone }: Portfolio,
    filter: FindingFilter,
    asOf: Instant | null,
    { first, after: cursor }: { readonly first: number; readonly after?: string | null },
  ): Promise<CountedFindings> {
    const now = this.clock.now();
    const isPast = asOf !== null && asOf < now;
    const at = isPast ? asOf : now;
    const stands = isPast
      ? 'f.recorded_at <= $2::timestamptz AND (f.superseded_at IS NULL OR f.superseded_at > $2::timestamptz)'
      : 'f.superseded_at IS NULL';
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
    // What was cleared later was not known to be so at the instant that is asked for.
    const rows = await this.database.rows<Row>(
      `SELECT ${isPast ? COLUMNS.replace('f.cleared_at', 'NULL::timestamptz') : COLUMNS}, ${mute} ${from} ${keyset}
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
