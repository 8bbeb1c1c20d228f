import type { Instant } from '../../../domain/basics/instant.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy } from '../../../platform/graphql/loader.js';

export interface Paging {
  readonly first: number;
  readonly after: string | null;
}

/** A page that can tell how many there are on all pages, and asks only when it is asked. */
export interface CountedPage<T> extends Page<T> {
  readonly totalCount: Promise<number>;
}

/** What stands in a list that is sorted by the time of posting. */
export interface Posted {
  readonly id: string;
  readonly postedAt: Instant;
}

/** Before all and after all that was ever posted, for the first page. */
const ENDS = {
  OLDEST_FIRST: ['-infinity', '00000000-0000-0000-0000-000000000000'],
  NEWEST_FIRST: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
} as const;

type Read<T> = (
  parentIds: readonly string[],
  from: readonly [at: unknown, id: unknown],
  most: number,
) => Promise<readonly T[]>;

/**
 * Pages of the lists of many parents in one call. `read` gets the parents, the place to go on from, and how many it may
 * answer with for each. A cursor of another list is BAD_USER_INPUT.
 */
export const postedPages = <T extends Posted>(
  list: string,
  order: keyof typeof ENDS,
  parentOf: (row: T) => string,
  read: Read<T>,
): ((scope: object, parentId: string, paging: Paging) => Promise<Page<T>>) => {
  const pageIn = (rows: readonly T[], { first, after }: Paging): Page<T> =>
    pageOf(rows, first, after, ({ postedAt, id }) => encodeCursor(list, [postedAt, id]));
  const pages = listLoader<Paging, Page<T>>(
    async (ids, paging) => {
      const [at, id] = decodeCursor(list, paging.after, ['instant', 'id']) ?? ENDS[order];
      const rows = await read(ids, [at, id], paging.first + 1);
      return new Map([...groupBy(rows, parentOf)].map(([parent, own]) => [parent, pageIn(own, paging)]));
    },
    (paging) => pageIn([], paging),
  );
  return (scope, parentId, paging) => pages.load(scope, parentId, paging);
};

/** The page with its count, which is asked for when a client wants to know it. */
export const counted = <T>(page: Page<T>, count: () => Promise<number>): CountedPage<T> => ({
  ...page,
  get totalCount() {
    return count();
  },
});
