import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import { nameUnderWay, traceUnderWay } from '../database/request-scope.js';
import type { Labels, Metrics } from '../metrics.js';
import { traceOperation, type Traced } from './traces.js';

const NO_OPERATION: Labels = { kind: 'none', field: 'none' };

/**
 * Tells how long GraphQL operations took and which errors they ended in, by the field of the root they ask; names that clients give would be
 * without number, and stand in the log alone.
 */
export const observeOperations = (metrics: Metrics): ApolloServerPlugin => {
  const seconds = metrics.histogram({
    name: 'tollgate_operation_seconds',
    help: 'How long GraphQL operations took, by their kind and the field of the root they ask.',
    labelNames: ['kind', 'field'],
  });
  const failed = metrics.counter({
    name: 'tollgate_operation_errors_total',
    help: 'GraphQL errors told to clients, by code and by what was asked. Refusals (userErrors) are answers, and none.',
    labelNames: ['kind', 'field', 'code'],
  });
  return {
    requestDidStart: () => {
      const begun = performance.now();
      let asked = NO_OPERATION;
      let traced: Traced | null = null;
      return Promise.resolve({
        didResolveOperation: ({ operation }) => {
          if (operation) {
            asked = { kind: operation.operation, field: fieldOf(operation) };
            traced = traceOperation(
              operation.operation,
              operation.name?.value ?? asked['field'] ?? null,
              traceUnderWay(),
            );
            goOnIn(traced);
            nameUnderWay(`${operation.operation} ${operation.name?.value ?? asked['field'] ?? ''}`);
          }
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          const errors = (body.kind === 'single' ? body.singleResult.errors : undefined) ?? [];
          seconds(asked, (performance.now() - begun) / 1_000);
          traced?.end({}, errors.length > 0 ? codesOf(errors) : undefined);
          for (const { extensions } of errors) {
            const code = extensions?.['code'];
            failed({ ...asked, code: typeof code === 'string' ? code : 'none' });
          }
          return Promise.resolve();
        },
      });
    },
  };
};

/** What is asked from here on is a part of it. */
const goOnIn = (traced: Traced | null): void => {
  const place = traceUnderWay();
  if (traced && place) {
    place.context = traced.context;
  }
};

const codesOf = (errors: readonly GraphQLFormattedError[]): string =>
  [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))].join(', ');

// It was validated, so that a field is one of the schema; what is hidden in a fragment is as good as several.
const fieldOf = ({ selectionSet: { selections } }: OperationDefinitionNode): string => {
  const names = new Set(selections.map((each) => (each.kind === Kind.FIELD ? each.name.value : 'several')));
  return names.size === 1 ? ([...names][0] ?? 'several') : 'several';
};
