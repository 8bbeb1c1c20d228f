import { useQuery, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { graphql } from '../../api/generated';
import type { BoardCardFragment, BoardQuery } from '../../api/generated/graphql';
import type { InitiativeStatus } from '../../api/generated/schema';

const BOARD = graphql(`
  query Board($portfolioKey: String!, $statuses: [InitiativeStatus!]!) {
    portfolio(key: $portfolioKey) {
      name
      viewerRoles
      template {
        stages {
          key
          name
          exitGate {
            name
          }
        }
      }
      aging {
        p50
        p85
        overWip
        wipLimit
        stage {
          key
        }
      }
      onHold: initiatives(first: 1, filter: { statuses: [ON_HOLD] }) {
        totalCount
      }
      killed: initiatives(first: 1, filter: { statuses: [KILLED] }) {
        totalCount
      }
      retired: initiatives(first: 1, filter: { statuses: [RETIRED] }) {
        totalCount
      }
      initiatives(first: 300, filter: { statuses: $statuses }, orderBy: KEY_ASC) {
        ...BoardPage
      }
    }
  }
`);

const MORE = graphql(`
  query BoardMore($portfolioKey: String!, $statuses: [InitiativeStatus!]!, $after: String!) {
    portfolio(key: $portfolioKey) {
      initiatives(first: 300, after: $after, filter: { statuses: $statuses }, orderBy: KEY_ASC) {
        ...BoardPage
      }
    }
  }
`);

graphql(`
  fragment BoardPage on InitiativeConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...BoardCard
    }
  }
`);

graphql(`
  fragment BoardCard on Initiative {
    id
    key
    name
    status
    investmentClass
    health
    agingLevel
    daysInStage
    businessUnit
    riskTier
    valueThesis
    updatedAt
    owner {
      id
      name
    }
    stage {
      key
      name
    }
    gate {
      readiness {
        metCount
        mustMeetCount
        ready
      }
      currentReview {
        dueOn
        isOverdue
      }
    }
  }
`);

export type BoardCard = BoardCardFragment;
export type BoardHead = NonNullable<BoardQuery['portfolio']>;

/** A portfolio's board: its head, and the cards so far; all of them once it is whole. */
export interface WholeBoard {
  readonly head: BoardHead;
  readonly cards: readonly BoardCard[];
  readonly totalCount: number;
  readonly isWhole: boolean;
}

// What a browser still shows at ease; beyond it the filters of the API have to be used.
const MOST_PAGES = 10;

const wholeBoard = async (
  client: QueryClient,
  queryKey: readonly unknown[],
  variables: { portfolioKey: string; statuses: InitiativeStatus[] },
  signal: AbortSignal,
): Promise<WholeBoard | null> => {
  const { portfolio: head } = await ask(BOARD, variables, { signal });
  if (!head) {
    return null;
  }
  let page = head.initiatives;
  let board: WholeBoard = { head, cards: page.nodes, totalCount: page.totalCount, isWhole: false };
  for (let pages = 1; page.pageInfo.hasNextPage && pages < MOST_PAGES; pages += 1) {
    if (client.getQueryData<WholeBoard | null>(queryKey)?.isWhole !== true) {
      client.setQueryData(queryKey, board);
    }
    const more = await ask(MORE, { ...variables, after: page.pageInfo.endCursor ?? '' }, { signal });
    if (!more.portfolio) {
      return null;
    }
    page = more.portfolio.initiatives;
    board = { ...board, cards: [...board.cards, ...page.nodes] };
  }
  return { ...board, isWhole: !page.pageInfo.hasNextPage };
};

/** One question for the whole board, in pages of 300; the first page is shown while the others are on their way. */
export const useBoard = (portfolioKey: string, statuses: readonly InitiativeStatus[]) =>
  useQuery({
    queryKey: ['ask', 'board', portfolioKey, statuses.join()] as const,
    queryFn: ({ client, queryKey, signal }) =>
      wholeBoard(client, queryKey, { portfolioKey, statuses: [...statuses] }, signal),
    placeholderData: (before, query) => (query?.queryKey[2] === portfolioKey ? before : undefined),
  });
