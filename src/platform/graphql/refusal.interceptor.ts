import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { catchError, of, throwError, type Observable } from 'rxjs';
import { ArgumentsRefused } from './arguments.pipe.js';

const REFUSED_AS = 'tollgate:refused-as';

/** What the payload of a mutation holds beside userErrors when its arguments are refused: the fields that cannot be null. */
export const RefusedAs = (fields: Readonly<Record<string, unknown>>): MethodDecorator =>
  SetMetadata(REFUSED_AS, fields);

/** Turns refused arguments of a mutation into the userErrors of its payload, so that clients find every reason in one place. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<GqlContextType>() !== 'graphql') {
      return next.handle();
    }
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (error instanceof ArgumentsRefused && info.parentType.name === 'Mutation') {
          const fields = this.reflector.get<Record<string, unknown> | undefined>(REFUSED_AS, context.getHandler());
          return of({ ...fields, userErrors: error.refusals });
        }
        return throwError(() => error);
      }),
    );
  }
}
