import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Failure } from '../failure.js';

/** What ends a whole request to the GraphQL server, with the status and the headers of HTTP that go with it. */
export const requestError = ({ code, status, message, retryAfterSeconds }: Failure): GraphQLError => {
  const headers = new HeaderMap();
  if (retryAfterSeconds !== null) {
    headers.set('retry-after', String(retryAfterSeconds));
  }
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
};
