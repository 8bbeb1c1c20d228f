import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Observable } from 'rxjs';
import { forgetLoaded } from './loader.js';

/** Several mutations of one request run one after the other, and each answers with what stands after it: before each, what was loaded is forgotten. */
@Injectable()
export class ForgetfulInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<GqlContextType>() === 'graphql') {
      const graphql = GqlExecutionContext.create(context);
      if (graphql.getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation') {
        forgetLoaded(graphql.getContext<object>());
      }
    }
    return next.handle();
  }
}
