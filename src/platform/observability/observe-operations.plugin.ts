import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { nameUnderWay } from '../database/request-scope.js';
import type { Labels, Metrics } from '../metrics.js';

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
      return Promise.resolve({
        didResolveOperation: ({ operation }) => {
          if (operation) {
            asked = { kind: operation.operation, field: fieldOf(operation) };
            nameUnderWay(`${operation.operation} ${operation.name?.value ?? asked['field'] ?? ''}`);
          }
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          seconds(asked, (performance.now() - begun) / 1_000);
          for (const { extensions } of (body.kind === 'single' ? body.singleResult.errors : undefined) ?? []) {
            const code = extensions?.['code'];
            failed({ ...asked, code: typeof code === 'string' ? code : 'none' });
          }
          return Promise.resolve();
        },
      });
    },
  };
};

// It was validated, so that a field is one of the schema; what is hidden in a fragment is as good as several.
const fieldOf = ({ selectionSet: { selections } }: OperationDefinitionNode): string => {
  const names = new Set(selections.map((each) => (each.kind === Kind.FIELD ? each.name.value : 'several')));
  return names.size === 1 ? ([...names][0] ?? 'several') : 'several';
};
