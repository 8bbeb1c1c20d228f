import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { describeFailure } from '../failure.js';
import { ArgumentsRefused } from './arguments.pipe.js';

/** What was found out before any resolver ran, and is told as it is. */
const TOLD_AS_IT_IS = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'IDEMPOTENCY_KEY_REUSED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'UNAUTHENTICATED',
]);

// What graphql-js says without a code of its own when it stops to look at variables.
const TOO_MANY_BAD_VALUES = 'Too many errors processing variables';

/**
 * What a client gets to see of an error: a code of the closed list and a sentence. What we did not expect is logged under
 * an id and told by that id alone: never SQL, a stack or a secret.
 */
export const formatErrorWith =
  (report: (id: string, error: unknown) => void) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const told = (message: string, code: string): GraphQLFormattedError => ({
      ...place,
      message,
      extensions: { code },
    });
    const original = unwrapResolverError(error);
    if (original instanceof ArgumentsRefused) {
      return told(original.message, 'BAD_USER_INPUT');
    }
    if (original instanceof RangeError && original.message.includes('call stack')) {
      return told('The document is nested too deeply.', 'GRAPHQL_PARSE_FAILED');
    }
    if (error === original && formatted.message.startsWith(TOO_MANY_BAD_VALUES)) {
      return told('Too many values cannot be read; the first are told beside this.', 'BAD_USER_INPUT');
    }
    const code = formatted.extensions?.['code'];
    if (original === error && typeof code === 'string' && TOLD_AS_IT_IS.has(code)) {
      return told(formatted.message, code);
    }
    const failure = describeFailure(original, report);
    return told(failure.message, failure.code);
  };
