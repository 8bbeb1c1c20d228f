import { keepPreviousData, useInfiniteQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, idOf } from './ask';
import type { TypedDocumentString } from './generated/graphql';

interface Connection<N> {
  readonly nodes: readonly N[];
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** What is known of the pages of a list so far, as a screen uses it. */
export type Pages<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt' | 'isFetching'> & {
  readonly refetch: () => Promise<unknown>;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: (how: { readonly cancelRefetch: boolean }) => Promise<{
    readonly data: T | undefined;
    readonly isError: boolean;
  }>;
};

interface Rows {
  readonly nodes: readonly unknown[];
}

const TRIES = 4;

/** Asks for the next page, after whatever else of the list is on its way, and again where a change in between has put it off. */
const further = async <T extends Rows>({ data: known, fetchNextPage }: Pick<Pages<T>, 'data' | 'fetchNextPage'>) => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { data, isError } = await fetchNextPage({ cancelRefetch: false });
    if (isError || (data?.nodes.length ?? 0) > (known?.nodes.length ?? 0)) {
      return;
    }
  }
};

/** What asks for the next page; nothing where there is none. */
export const nextOf = <T extends Rows>(pages: Pick<Pages<T>, 'data' | 'hasNextPage' | 'fetchNextPage'>) =>
  pages.hasNextPage ? () => void further(pages) : undefined;

/** The pages of a list that were asked for so far, as one list, with the first answer whole; more are asked for by `fetchNextPage`. */
export const usePages = <R, V extends { after?: string | null }, N>(
  document: TypedDocumentString<R, V>,
  variables: V,
  listOf: (answer: R | undefined) => Connection<N> | null | undefined,
) =>
  useInfiniteQuery({
    queryKey: ['ask', idOf(document), variables, 'pages'] as const,
    queryFn: ({ pageParam, signal }) => ask(document, { ...variables, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: R) => {
      const pageInfo = listOf(last)?.pageInfo;
      return pageInfo?.hasNextPage === true ? pageInfo.endCursor : undefined;
    },
    select: ({ pages }) => ({
      nodes: pages.flatMap((page) => listOf(page)?.nodes ?? []),
      totalCount: listOf(pages[0])?.totalCount,
      first: pages[0],
    }),
    placeholderData: keepPreviousData,
  });

/** The same where nothing but the rows is shown: them, and what goes on. */
export const useList = <R, V extends { after?: string | null }, N>(...asked: Parameters<typeof usePages<R, V, N>>) => {
  const { data, error, dataUpdatedAt, isFetching, refetch, ...pages } = usePages<R, V, N>(...asked);
  return {
    answer: { data: data?.nodes, error, dataUpdatedAt, isFetching, refetch },
    more: { onMore: nextOf({ data, ...pages }), busy: pages.isFetchingNextPage },
  };
};
