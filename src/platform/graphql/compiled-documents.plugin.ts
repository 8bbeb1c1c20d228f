import { isDeepStrictEqual } from 'node:util';
import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation } from '@apollo/server';
import {
  execute,
  getVariableValues,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** So many compiled documents are kept, those that were asked last; a board has some fifty. */
const MOST_KEPT = 200;

/** When documents are compiled. */
export class Compilation {
  constructor(
    /** A document that comes so often is worth it. */
    readonly after: number,
    /** Carry each out by the executor of graphql-js as well, and fail where the answers differ: for tests, at twice the cost. */
    readonly isCompared = false,
  ) {}
}

export const COMPILATION = new Compilation(3);

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
type Run = CompiledQuery['query'];
type Operation<Context extends object> = GraphQLRequestContextResponseForOperation<Context>;

/**
 * Carries out queries that are asked often by a program made of their document (graphql-jit) instead of reading the document each time;
 * see ADR 0034. It answers as the executor of graphql-js does: what that has to say of variables it says itself, and mutations are
 * left to it.
 */
export const compiledDocuments = <Context extends object>(
  { after, isCompared }: Compilation,
  formatError: FormatError,
): ApolloServerPlugin<Context> => {
  const asked = new WeakMap<DocumentNode, number>();
  const compiled = new LRUCache<object, { readonly run: Run | null }>({ max: MOST_KEPT });

  const runOf = ({ schema, document, operation, operationName }: Operation<Context>): Run | null => {
    const known = compiled.get(operation);
    if (known) {
      return known.run;
    }
    const times = (asked.get(document) ?? 0) + 1;
    asked.set(document, times);
    if (times < after) {
      return null;
    }
    const made = compileQuery(schema, document, operationName ?? undefined, { disablingCapturingStackErrors: true });
    const run = isCompiledQuery(made) ? made.query : null;
    compiled.set(operation, { run });
    return run;
  };

  const told = ({ data, errors }: ExecutionResult): ExecutionResult & { errors?: GraphQLFormattedError[] } => ({
    ...(errors ? { errors: errors.map((error) => formatError(error.toJSON(), error)) as never } : {}),
    ...(data === undefined ? {} : { data }),
  });

  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async (context) => {
          const { schema, document, operation, request, response, contextValue } = context;
          // Missing where the document has not the operation asked for, whatever its type says.
          if ((operation as OperationDefinitionNode | undefined)?.operation !== OperationTypeNode.QUERY) {
            return null;
          }
          const variables = { ...request.variables };
          const run = runOf(context);
          const isReadable = () =>
            getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 }).errors ===
            undefined;
          if (run === null || !isReadable()) {
            return null;
          }
          const singleResult = told(await run(undefined, contextValue, variables));
          if (isCompared) {
            const { operationName } = request;
            const result = await execute({ schema, document, contextValue, variableValues: variables, operationName });
            mustBeEqual(singleResult, told(result));
          }
          return { http: response.http, body: { kind: 'single', singleResult } };
        },
      }),
  };
};

const mustBeEqual = (compiled: ExecutionResult, executed: ExecutionResult): void => {
  const [one, other] = [compiled, executed].map((result) => JSON.parse(JSON.stringify(result)) as unknown);
  if (!isDeepStrictEqual(one, other)) {
    throw new Error(`A compiled document answers ${JSON.stringify(one)}, and the executor ${JSON.stringify(other)}`);
  }
};
