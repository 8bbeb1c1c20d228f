import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import type { CountedFindings, FindingMute, ListedFinding } from './finding-list.js';
import { COLUMNS, IS_LAST, MUTES_OF, mutedOn } from './finding-sql.js';
import { FindingMoments } from './finding-moments.js';

interface Paging {
  readonly first: number;
  readonly after: string | null;
}

type Row = ListedFinding & { readonly initiativeId: string };

const LIST = 'findingHistory';
const BEYOND = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const PAGES = `
  SELECT ${COLUMNS}, m.mute FROM unnest($1::uuid[]) AS w (initiative_id)
  CROSS JOIN LATERAL (
    SELECT f.* FROM finding f
    WHERE f.initiative_id = w.initiative_id AND ${IS_LAST} AND (f.raised_at, f.finding_id) < ($2::timestamptz, $3::uuid)
    ORDER BY f.raised_at DESC, f.finding_id DESC LIMIT $4
  ) f
  LEFT JOIN jsonb_to_recordset($5::jsonb) AS d (id uuid, today date) ON d.id = f.portfolio_id ${mutedOn('d.today', '$6::timestamptz')}
  ORDER BY f.raised_at DESC, f.finding_id DESC`;

const COUNTS = `
  SELECT f.initiative_id AS id, count(*) AS count FROM finding f WHERE f.initiative_id = ANY($1::uuid[]) AND ${IS_LAST} GROUP BY 1`;

/** All there ever was of initiatives, as it is kept; whoever wants it as of now has looked at before. */
@Injectable()
export class FindingHistory {
  constructor(
    private readonly database: Database,
    private readonly moments: FindingMoments,
  ) {}

  private readonly pages = listLoader<Paging, Page<ListedFinding>>(
    (ids, paging) => this.read(ids, paging),
    (paging) => pageIn([], paging),
  );

  private readonly counts = loader<string, number>(
    async (ids) => {
      const rows = await this.database.rows<{ id: string; count: number }>(COUNTS, [ids]);
      return new Map(rows.map(({ id, count }) => [id, count]));
    },
    () => 0,
  );

  /** A page of the findings of an initiative, each as it was said last, the one raised last first. A cursor of another list is BAD_USER_INPUT. */
  async ofInitiative(scope: object, id: string, paging: Paging): Promise<CountedFindings> {
    const page = await this.pages.load(scope, id, paging);
    const count = () => this.counts.load(scope, id);
    return {
      ...page,
      // Counted only when it is asked for.
      get totalCount() {
        return count();
      },
    };
  }

  /** The mutes that held at some time while a finding did, oldest first, by its id. */
  readonly mutesOf = loader<string, readonly FindingMute[]>(
    async (ids) => {
      const rows = await this.database.rows<FindingMute & { findingId: string }>(MUTES_OF, [ids]);
      return groupBy(rows, ({ findingId }) => findingId);
    },
    () => [],
  );

  private async read(ids: readonly string[], paging: Paging): Promise<ReadonlyMap<string, Page<ListedFinding>>> {
    const [raisedAt, id] = decodeCursor(LIST, paging.after, ['instant', 'id']) ?? BEYOND;
    const { at, days, tell } = await this.moments.ofInitiatives(ids, null);
    const rows = await this.database.rows<Row>(PAGES, [ids, raisedAt, id, paging.first + 1, days, at]);
    return new Map(
      [...groupBy(rows.map(tell), (row) => row.initiativeId)].map(([key, own]) => [key, pageIn(own, paging)]),
    );
  }
}

const pageIn = (rows: readonly ListedFinding[], { first, after }: Paging): Page<ListedFinding> =>
  pageOf(rows, first, after, ({ raisedAt, id }) => encodeCursor(LIST, [raisedAt, id]));
