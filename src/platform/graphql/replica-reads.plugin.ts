import type { ApolloServerPlugin } from '@apollo/server';
import {
  BREAK,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { Replicas } from '../database/replicas.js';
import { readFrom } from '../database/request-scope.js';
import type { CostPolicy } from './operation-cost.js';

/** Has queries answered by a replica that ask for what takes the database longer. */
export const replicaReads = <Context extends object>(
  replicas: Replicas,
  { heavyFields }: Pick<CostPolicy, 'heavyFields'>,
): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, operation }) => {
        if (
          replicas.areThere &&
          operation?.operation === OperationTypeNode.QUERY &&
          isHeavy(schema, document, heavyFields)
        ) {
          // Without the primary there is no answer anyway, and whoever asks it first says so.
          readFrom(await replicas.choose().catch(() => null));
        }
      },
    }),
});

const isHeavy = (schema: GraphQLSchema, document: DocumentNode, heavy: ReadonlySet<string>): boolean => {
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        found = heavy.has(`${types.getParentType()?.name ?? ''}.${name.value}`);
        return found ? BREAK : undefined;
      },
    }),
  );
  return found;
};
