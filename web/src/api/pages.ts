import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from './ask';
import type { TypedDocumentString } from './generated/graphql';

/** A page of a list as the API gives it. */
export interface ListPage<N> {
  readonly nodes: readonly N[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/**
 * A list of the API as far as it was asked for: its first page, and one more with each call of `more`, which is there while there are
 * more. `pageIn` finds the page in an answer; where there is none the list is empty.
 */
export const usePages = <R, V extends { after?: string | null | undefined }, N>(
  document: TypedDocumentString<R, V>,
  variables: V,
  pageIn: (answer: R) => ListPage<N> | null | undefined,
) => {
  const query = useInfiniteQuery({
    queryKey: ['ask', document.toString(), variables, 'pages'],
    queryFn: ({ pageParam, signal }) => ask(document, { ...variables, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const page = pageIn(last)?.pageInfo;
      return page?.hasNextPage === true ? page.endCursor : null;
    },
    select: ({ pages }) => pages.flatMap((answer) => pageIn(answer)?.nodes ?? []),
  });
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  return {
    answer: query,
    more: { onMore: hasNextPage ? () => void fetchNextPage() : undefined, busy: isFetchingNextPage },
  };
};
