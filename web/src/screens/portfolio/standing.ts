import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import type { PortfolioStandingQuery } from '../../api/generated/graphql';
import { STANDING } from './questions';

/** One live initiative as it stands now. */
export type Standing = NonNullable<PortfolioStandingQuery['portfolio']>['initiatives']['nodes'][number];

const MOST_PAGES = 10;

/** All live initiatives of a portfolio, page by page; of more than 3,000 the first by key. */
export const useStanding = (portfolioKey: string) =>
  useQuery({
    queryKey: ['ask', 'standing', portfolioKey] as const,
    queryFn: async ({ signal }) => {
      const all: Standing[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer: PortfolioStandingQuery = await ask(STANDING, { portfolioKey, after }, { signal });
        const { nodes, pageInfo } = answer.portfolio?.initiatives ?? { nodes: [], pageInfo: undefined };
        all.push(...nodes);
        if (!pageInfo?.hasNextPage) {
          break;
        }
        after = pageInfo.endCursor ?? null;
      }
      return all;
    },
  });
