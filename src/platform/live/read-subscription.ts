import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { documentRules, type DocumentLimits } from '../graphql/document-limits.js';
import { affordableCost, type CostPolicy } from '../graphql/operation-cost.js';

const ELSEWHERE =
  'Only subscriptions are taken here: queries and mutations go to POST /graphql, on the same server and with the same token.';

export type Reading = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

const withCode = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });

const refusal = (code: string, message: string): readonly GraphQLError[] => [
  new GraphQLError(message, { extensions: { code } }),
];

/** How large what is subscribed to may be, and what each of its events may cost. */
export interface ReadingLimits {
  readonly limits: DocumentLimits;
  readonly cost: CostPolicy;
}

/**
 * What a client subscribes to, or why not, under the same limits as a request over HTTP. Queries, mutations and with them introspection are refused.
 */
export const readSubscription = (
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
  { limits, cost }: ReadingLimits,
): Reading | readonly GraphQLError[] => {
  const document = documentIn(query, limits.tokens);
  if ('errors' in document) {
    return document.errors;
  }
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    return refusal('OPERATION_RESOLUTION_FAILURE', 'It is not clear which operation is meant; give operationName.');
  }
  // Also where the one that is meant would be lawful: nothing else has any business here.
  if (
    document.definitions.some(
      (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation !== OperationTypeNode.SUBSCRIPTION,
    )
  ) {
    return refusal('BAD_REQUEST', ELSEWHERE);
  }
  const errors = validate(schema, document, [...specifiedRules, ...documentRules(limits)], {
    maxErrors: limits.errors,
    hideSuggestions: true,
  });
  if (errors.length > 0) {
    return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
  }
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
    maxErrors: limits.errors,
  });
  if (values.errors) {
    return values.errors.map((error) => withCode(error, 'BAD_USER_INPUT'));
  }
  try {
    affordableCost(schema, { document, operationName, variables }, cost);
  } catch (error) {
    if (error instanceof GraphQLError) {
      return [error];
    }
    throw error;
  }
  return { schema, document, operationName, variableValues: variables };
};

const documentIn = (query: string, maxTokens: number): DocumentNode | { readonly errors: readonly GraphQLError[] } => {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) {
      return { errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
    }
    if (error instanceof RangeError) {
      return { errors: refusal('GRAPHQL_PARSE_FAILED', 'The document is nested too deeply.') };
    }
    throw error;
  }
};
