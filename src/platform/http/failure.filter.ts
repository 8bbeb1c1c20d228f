import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFailure, type Failure } from '../failure.js';
import { ArgumentsRefused } from '../graphql/arguments.pipe.js';
import { logFailure } from '../logging.js';
import { routeOf } from './route-of.js';
import { isScimPath, SCIM_TYPE, scimError } from './scim-error.js';

const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read; send JSON that is complete, in UTF-8.',
  404: 'There is nothing here.',
  413: 'The request is too large.',
  415: 'This takes another type of content; send application/json, in UTF-8.',
};

const SCIM_MESSAGES: Readonly<Record<number, string>> = {
  404: 'There is nothing here: there are Users, ServiceProviderConfig, ResourceTypes and Schemas. Groups are not kept.',
  415: 'This takes another type of content; send application/scim+json or application/json, in UTF-8.',
};

/** Errors of HTTP as JSON, at /graphql and /scim in the shape their clients read; those of resolvers go on to the GraphQL server untouched. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') {
      return error;
    }
    const { status, code, message, retryAfterSeconds } = failureOf(error);
    const http = host.switchToHttp();
    const route = routeOf(http.getRequest<FastifyRequest>());
    const reply = http.getResponse<FastifyReply>();
    if (retryAfterSeconds !== null) {
      reply.header('retry-after', retryAfterSeconds);
    }
    if (isScimPath(route)) {
      return reply
        .status(status)
        .headers(status === 401 ? { 'www-authenticate': 'Bearer' } : {})
        .type(SCIM_TYPE)
        .send(scimError(status, SCIM_MESSAGES[status] ?? message, status === 400 ? 'invalidSyntax' : undefined));
    }
    const body = route.startsWith('/graphql')
      ? { errors: [{ message, extensions: { code } }] }
      : { error: { code, message } };
    return reply.status(status).send(body);
  }
}

const failureOf = (error: unknown): Failure => {
  if (error instanceof ArgumentsRefused) {
    return { status: 400, code: 'BAD_USER_INPUT', message: error.message, retryAfterSeconds: null };
  }
  const status = statusOf(error);
  if (status !== null && status < 500) {
    const code = CODES[status] ?? 'BAD_REQUEST';
    const own = error instanceof HttpException && status !== 404 ? error.message : undefined;
    return { status, code, message: MESSAGES[status] ?? own ?? 'The request is refused.', retryAfterSeconds: null };
  }
  return describeFailure(error, logFailure);
};

const statusOf = (error: unknown): number | null => {
  if (error instanceof HttpException) {
    return error.getStatus();
  }
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' && status >= 400 ? status : null;
};
