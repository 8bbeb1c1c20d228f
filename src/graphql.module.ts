import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { COST_POLICY } from './cost-policy.js';
import { CriterionError } from './modules/gates/graphql/assessment.types.js';
import type { GraphqlContext } from './modules/identity/graphql-context.js';
import { Callers } from './modules/sessions/callers.js';
import { SessionsModule } from './modules/sessions/sessions.module.js';
import { Replicas } from './platform/database/replicas.js';
import { describeFailure } from './platform/failure.js';
import { Compilation, compiledDocuments } from './platform/graphql/compiled-documents.plugin.js';
import { costLimit } from './platform/graphql/cost-limit.plugin.js';
import { DOCUMENT_LIMITS, documentRules } from './platform/graphql/document-limits.js';
import { formatErrorWith } from './platform/graphql/format-error.js';
import { PointBudget } from './platform/graphql/point-budget.js';
import { QueryPatience, queryDeadline } from './platform/graphql/query-deadline.plugin.js';
import { refusedHashes } from './platform/graphql/refused-hashes.plugin.js';
import { replicaReads } from './platform/graphql/replica-reads.plugin.js';
import { requestError } from './platform/graphql/request-error.js';
import { unavailable } from './platform/graphql/unavailable.plugin.js';
import { InputError, StaleVersionError } from './platform/graphql/user-error.types.js';
import { IdempotencyKeys } from './platform/idempotency/idempotency-keys.js';
import { idempotency } from './platform/idempotency/idempotency.plugin.js';
import { logFailure } from './platform/logging.js';
import { Metrics } from './platform/metrics.js';
import { observeOperations } from './platform/observability/observe-operations.plugin.js';

export const ORPHANED_TYPES = [CriterionError, InputError, StaleVersionError];

// No page of another origin can send these without the browser asking us first, and we never agree.
const PREFLIGHTED = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];

const formatError = formatErrorWith(logFailure);

const userOf = ({ viewer }: GraphqlContext): string => viewer.userId;

const contextOf = async (callers: Callers, request: FastifyRequest): Promise<GraphqlContext> => {
  try {
    return { viewer: await callers.viewer(request) };
  } catch (error) {
    throw requestError(describeFailure(error, logFailure));
  }
};

// Code first leaves the three roots without a word.
const describeRoots = (schema: GraphQLSchema): GraphQLSchema => {
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  if (query && mutation && subscription) {
    query.description = 'What can be asked. It changes nothing.';
    mutation.description =
      'What can be changed. A payload holds what was made, or userErrors with every reason for a refusal, after which nothing has changed.';
    subscription.description =
      'What one is told of while it happens, over a WebSocket at the same address, by the protocol graphql-transport-ws.';
  }
  return schema;
};

type Injected = [Callers, IdempotencyKeys, Metrics, PointBudget, QueryPatience, Replicas, Compilation];

/** The GraphQL server at /graphql, code first, behind an API token or a session. */
export const graphqlModule = (): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    imports: [SessionsModule],
    inject: [Callers, IdempotencyKeys, Metrics, PointBudget, QueryPatience, Replicas, Compilation],
    useFactory: (
      ...[callers, keys, metrics, budget, patience, replicas, compilation]: Injected
    ): Omit<ApolloDriverConfig, 'driver'> => ({
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      transformSchema: describeRoots,
      buildSchemaOptions: { orphanedTypes: ORPHANED_TYPES },
      context: (request: FastifyRequest) => contextOf(callers, request),
      autoTransformHttpErrors: false,
      introspection: true,
      graphiql: false,
      csrfPrevention: { requestHeaders: [...PREFLIGHTED] },
      persistedQueries: false,
      allowBatchedHttpRequests: false,
      hideSchemaDetailsFromClientErrors: true,
      includeStacktraceInErrorResponses: false,
      parseOptions: { maxTokens: DOCUMENT_LIMITS.tokens },
      validationOptions: { maxErrors: DOCUMENT_LIMITS.errors },
      executionOptions: { maxCoercionErrors: DOCUMENT_LIMITS.errors },
      validationRules: [...documentRules(DOCUMENT_LIMITS)],
      plugins: [
        // It would look at every field of every answer, for a header that is never sent.
        ApolloServerPluginCacheControlDisabled(),
        unavailable,
        refusedHashes,
        costLimit(COST_POLICY, budget, userOf),
        queryDeadline(patience),
        replicaReads(replicas, COST_POLICY),
        idempotency(keys, userOf),
        observeOperations(metrics),
        compiledDocuments(compilation, formatError),
      ],
      formatError,
    }),
  });
