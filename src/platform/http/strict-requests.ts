import { MethodNotAllowedException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isGraphql, routeOf } from './route-of.js';
import { isScimPath } from './scim-error.js';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST'];
const SENDING = ['PATCH', 'POST', 'PUT'];
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const SCIM_TYPE = /^application\/scim\+json\s*(;|$)/i;
// What comes in another encoding would be read as another text than its sender wrote.
const OTHER_THAN_UTF_8 = /^application\/[\w.+-]*json\s*;.*charset\s*=\s*(?!"?utf-8"?\s*(;|$))/i;

/** Whether what is sent is of a type that is read there; routes without a say in it here say so themselves. */
const isRead = (request: FastifyRequest, contentType: string): boolean => {
  const { method } = request;
  const route = routeOf(request);
  const isScim = SCIM_TYPE.test(contentType);
  if (isScimPath(route)) {
    return isScim || !SENDING.includes(method) || JSON_TYPE.test(contentType);
  }
  return !isScim && (method !== 'POST' || !isGraphql(request) || JSON_TYPE.test(contentType));
};

/**
 * Refuses what must not be understood by half: JSON in another encoding than UTF-8, anything but JSON at /graphql and /scim, and JSON of
 * SCIM elsewhere (415); and methods /graphql does not have (405).
 */
export const registerStrictRequests = (app: NestFastifyApplication): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (request, reply) => {
    // No page may keep what is answered, nor guess what it is.
    reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    if (isGraphql(request) && !METHODS.includes(request.method)) {
      reply.header('allow', 'GET, POST');
      throw new MethodNotAllowedException(`There is no ${request.method} here: send a POST, or for a query a GET.`);
    }
    const contentType = request.headers['content-type'] ?? '';
    if (!isRead(request, contentType) || OTHER_THAN_UTF_8.test(contentType)) {
      throw new UnsupportedMediaTypeException();
    }
    return Promise.resolve();
  });
};
