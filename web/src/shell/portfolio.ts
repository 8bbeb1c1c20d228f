import { useParams } from '@tanstack/react-router';
import { graphql } from '../api/generated';
import { useAnswer } from '../api/queries';

const KEPT = 'tollgate-portfolio';

const MY_PORTFOLIOS = graphql(`
  query MyPortfolios {
    viewer {
      user {
        id
        name
      }
      isInstanceAdmin
      inbox(first: 1) {
        totalCount
      }
    }
    portfolios {
      key
      name
      timeZone
    }
  }
`);

/** Who looks, what waits for them, and the portfolios they may look at. */
export const useMyPortfolios = () => useAnswer(MY_PORTFOLIOS, {});

/** The portfolio a screen is of: that of its address, else the one looked at last, else the first. */
export const usePortfolioKey = (): string | undefined => {
  const { portfolioKey, initiativeKey } = useParams({ strict: false });
  const { data } = useMyPortfolios();
  const keys = data?.portfolios.map(({ key }) => key) ?? [];
  const ofInitiative = initiativeKey?.replace(/-\d+$/, '');
  const stated = portfolioKey ?? ofInitiative;
  if (stated !== undefined && keys.includes(stated)) {
    localStorage.setItem(KEPT, stated);
    return stated;
  }
  const kept = localStorage.getItem(KEPT);
  return kept !== null && keys.includes(kept) ? kept : (stated ?? keys[0]);
};
