import type { ApolloServerPlugin } from '@apollo/server';
import { describeFailure } from '../failure.js';
import { logFailure } from '../logging.js';
import { affordableCost, type CostPolicy } from './operation-cost.js';
import type { PointBudget } from './point-budget.js';
import { requestError } from './request-error.js';

const HEADER = 'x-tollgate-cost';

/**
 * Refuses an operation that costs too much, by itself or with those before it, before anything is asked of the database. What an
 * operation cost is told with every answer, so that it is known before it becomes too much.
 */
export const costLimit = <Context extends object>(
  policy: CostPolicy,
  budget: PointBudget,
  userOf: (context: Context) => string,
): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, request, response, contextValue }) => {
        const cost = affordableCost(schema, { document, ...request }, policy);
        response.http.headers.set(HEADER, String(cost));
        try {
          await budget.take(userOf(contextValue), cost);
        } catch (error) {
          throw requestError(describeFailure(error, logFailure));
        }
      },
    }),
});
