import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { giveUp } from '../database/request-scope.js';
import { fault } from '../faults.js';

/** Within how many milliseconds a query is answered or given up. */
export class QueryPatience {
  constructor(readonly milliseconds: number) {}
}

/**
 * Gives a query up that is not answered in time: its SQL is cancelled, and its sender told to ask for less. Mutations are not given up, for
 * what they did stands.
 */
export const queryDeadline = <Context extends object>({
  milliseconds,
}: QueryPatience): ApolloServerPlugin<Context> => ({
  requestDidStart: () => {
    let timer: NodeJS.Timeout | undefined;
    return Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation === OperationTypeNode.QUERY) {
          timer = setTimeout(() => {
            giveUp(tooSlow(milliseconds));
          }, milliseconds).unref();
        }
        return Promise.resolve();
      },
      willSendResponse: () => {
        clearTimeout(timer);
        return Promise.resolve();
      },
    });
  },
});

const tooSlow = (milliseconds: number): Error =>
  fault(
    'SERVICE_UNAVAILABLE',
    `This took longer than ${milliseconds / 1_000} seconds and was given up. Ask for less at a time, or again when there is less to do.`,
  );
