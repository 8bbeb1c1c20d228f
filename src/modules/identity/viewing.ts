import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from '../../domain/access/access.js';
import { fault } from '../../platform/faults.js';
import type { GraphqlContext } from './graphql-context.js';

/** The viewer of a request; UNAUTHENTICATED where it carries no valid API token. */
export const Viewing = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
  if (!viewer) {
    throw fault('UNAUTHENTICATED', 'This takes an API token, in the header Authorization: Bearer tgt_...');
  }
  return viewer;
});
