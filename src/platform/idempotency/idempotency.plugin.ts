import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation, HTTPGraphQLHead } from '@apollo/server';
import { OperationTypeNode, print, type FormattedExecutionResult } from 'graphql';
import { canonicalJson } from '../canonical-json.js';
import { requestScopes, type RequestTransaction } from '../database/request-scope.js';
import { describeFailure } from '../failure.js';
import { fault } from '../faults.js';
import { requestError } from '../graphql/request-error.js';
import { logFailure } from '../logging.js';
import { sha256Of } from '../sha256.js';
import type { IdempotencyKeys, RepeatableRequest } from './idempotency-keys.js';

const HEADER = 'idempotency-key';
const REPLAYED = 'idempotency-replayed';

/** A mutation with the header Idempotency-Key has one effect and one answer, however often it is sent; see `IdempotencyKeys`. */
export const idempotency = <Context extends object>(
  keys: IdempotencyKeys,
  userOf: (context: Context) => string,
): ApolloServerPlugin<Context> => ({
  requestDidStart: () => {
    let request: RepeatableRequest | null = null;
    const transaction = (): RequestTransaction | null => requestScopes.getStore()?.transaction ?? null;
    const leave = (): void => {
      const scope = requestScopes.getStore();
      if (scope) {
        scope.transaction = null;
      }
    };
    return Promise.resolve({
      didResolveOperation: (context) => {
        request = requestIn(context, userOf(context.contextValue));
        return Promise.resolve();
      },
      // After whatever else refuses an operation has let it through: from here on the answer is sent, and the transaction ended.
      responseForOperation: async ({ response }) => {
        const scope = requestScopes.getStore();
        if (request === null || scope === undefined) {
          return null;
        }
        try {
          const claim = await keys.claim(request);
          if ('transaction' in claim) {
            scope.transaction = claim.transaction;
            return null;
          }
          response.http.headers.set(REPLAYED, 'true');
          const singleResult = JSON.parse(claim.answer) as FormattedExecutionResult;
          return { http: response.http, body: { kind: 'single', singleResult } };
        } catch (error) {
          return { http: response.http, body: { kind: 'single', singleResult: refusedBy(error, response.http) } };
        }
      },
      willSendResponse: async ({ response }) => {
        const open = transaction();
        if (open === null || request === null || response.body.kind !== 'single') {
          return;
        }
        leave();
        const { singleResult } = response.body;
        if (singleResult.errors) {
          // Nothing of it stands, whatever a part of it came to.
          await open.rollback().catch(() => undefined);
          response.body.singleResult = { ...singleResult, data: null };
          return;
        }
        try {
          await keys.keep(open, request, JSON.stringify(singleResult));
        } catch (error) {
          response.body.singleResult = refusedBy(error, response.http);
        }
      },
    });
  },
});

/** What is answered instead, with its status and when to come again. */
const refusedBy = (error: unknown, http: HTTPGraphQLHead): FormattedExecutionResult => {
  const { code, status, message, retryAfterSeconds } = describeFailure(error, logFailure);
  http.status = status;
  if (retryAfterSeconds !== null) {
    http.headers.set('retry-after', String(retryAfterSeconds));
  }
  // Without data, for with it the status would be made 200.
  return { errors: [{ message, extensions: { code } }] };
};

const requestIn = <Context extends object>(
  { request, document, operation, operationName }: GraphQLRequestContextDidResolveOperation<Context>,
  userId: string,
): RepeatableRequest | null => {
  const key = request.http?.headers.get(HEADER);
  if (operation?.operation !== OperationTypeNode.MUTATION || key === undefined) {
    return null;
  }
  const asked = { document: print(document), operationName, variables: request.variables ?? {} };
  try {
    return { userId, key, requestSha256: sha256Of(canonicalJson(asked)) };
  } catch {
    throw requestError(
      describeFailure(
        fault('BAD_USER_INPUT', 'The variables hold a text that is not well-formed Unicode.'),
        logFailure,
      ),
    );
  }
};
