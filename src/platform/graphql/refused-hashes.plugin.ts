import type { ApolloServerPlugin } from '@apollo/server';

const CODES: readonly unknown[] = ['PERSISTED_QUERY_NOT_SUPPORTED', 'PERSISTED_QUERY_NOT_FOUND'];

/** A request with the hash of a question that cannot be answered is a bad one, status 400: Apollo would call it 200, for clients that then send the question itself. */
export const refusedHashes: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, errors }) => {
        if (errors?.some(({ extensions }) => CODES.includes(extensions['code']))) {
          response.http.status = 400;
        }
        return Promise.resolve();
      },
    }),
};
