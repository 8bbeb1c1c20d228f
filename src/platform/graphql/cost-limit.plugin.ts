import type { ApolloServerPlugin } from '@apollo/server';
import { affordableCost, type CostPolicy } from './operation-cost.js';

const HEADER = 'x-tollgate-cost';

/**
 * Refuses an operation that costs too much before anything is asked of the database. What an operation cost is told with
 * every answer, so that it is known before it becomes too much.
 */
export const costLimit = (policy: CostPolicy): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, request, response }) => {
        response.http.headers.set(HEADER, String(affordableCost(schema, { document, ...request }, policy)));
        return Promise.resolve();
      },
    }),
});
