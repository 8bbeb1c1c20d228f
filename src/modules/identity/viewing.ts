import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from '../../domain/access/access.js';
import type { GraphqlContext } from './graphql-context.js';

/** The viewer of a request; a request without a valid API token never comes as far as a resolver. */
export const Viewing = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer =>
    GqlExecutionContext.create(context).getContext<GraphqlContext>().viewer,
);
