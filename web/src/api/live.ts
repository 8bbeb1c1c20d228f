import { useEffect } from 'react';
import { queryClient } from './queries';

const QUIET_MS = 400;
const CHANGES = `subscription Changes($portfolioKey: String!) { initiativeChanged(portfolioKey: $portfolioKey) { id version } }`;

/**
 * Asks anew what is on the screen whenever something changes in a portfolio, as soon as it has been quiet for a moment.
 * After a broken connection all is asked anew too, for nobody tells what was missed.
 */
export const useLiveChanges = (portfolioKey: string | undefined): void => {
  useEffect(() => {
    if (portfolioKey === undefined) {
      return undefined;
    }
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let end: () => void = () => undefined;
    const askAnew = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['ask'] }), QUIET_MS);
    };
    void import('graphql-ws').then(({ createClient }) => {
      if (isOver) {
        return;
      }
      let connections = 0;
      const client = createClient({
        url: new URL('/graphql', window.location.href).href.replace(/^http/, 'ws'),
        retryAttempts: Infinity,
        shouldRetry: () => true,
        on: {
          connected: () => {
            connections += 1;
            if (connections > 1) {
              askAnew();
            }
          },
        },
      });
      client.subscribe(
        { query: CHANGES, variables: { portfolioKey } },
        { next: askAnew, error: () => undefined, complete: () => undefined },
      );
      end = () => void client.dispose();
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      end();
    };
  }, [portfolioKey]);
};
