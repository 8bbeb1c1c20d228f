import { useMemo } from 'react';
import { graphql } from '../../api/generated';
import { useAnswer } from '../../api/queries';
import { useMyPortfolios } from '../../shell/portfolio';
import type { Looker } from './chosen';

const WAITING = graphql(`
  query BoardWaiting($portfolioKey: String!) {
    viewer {
      inbox(first: 100, portfolioKey: $portfolioKey) {
        nodes {
          initiative {
            key
          }
        }
      }
    }
  }
`);

/** Who looks at the board, and which initiatives wait for them. */
export const useLooker = (portfolioKey: string): Looker => {
  const { data: me } = useMyPortfolios();
  const { data } = useAnswer(WAITING, { portfolioKey });
  const userId = me?.viewer.user.id;
  return useMemo(
    () => ({
      userId,
      waiting: new Set((data?.viewer.inbox.nodes ?? []).map(({ initiative }) => initiative.key)),
    }),
    [userId, data],
  );
};
