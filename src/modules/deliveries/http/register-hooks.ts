import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CANONICAL_EVENT_SCHEMA } from '../../../tools/generic/generic-adapter.js';
import { NOT_POST, type HookAnswer } from './hook-answer.js';
import { HookDesk } from './hook-desk.js';
import { forgetRest } from './read-body.js';

type HookRequest = FastifyRequest<{ Params: { slug: string; connectionId: string } }>;

const HOOK = '/hooks/:slug/:connectionId';
const SCHEMA = JSON.stringify(CANONICAL_EVENT_SCHEMA, null, 2);
const SCHEMA_HEADERS = { 'cache-control': 'public, max-age=300' };
const OTHER_METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'PUT'];

/**
 * Lets the application take deliveries at `POST /hooks/:slug/:connectionId`; to be called before it listens. They are
 * answered before the server looks at what the body is said to be: the bytes are what was signed, and any are taken.
 * `GET /hooks/generic/schema.json` tells in which form the generic hook takes events.
 */
export const registerHooks = async (app: NestFastifyApplication): Promise<void> => {
  const desk = app.get(HookDesk, { strict: false });
  const hooks = (server: FastifyInstance): void => {
    server.route<{ Params: HookRequest['params'] }>({
      method: 'POST',
      url: HOOK,
      onRequest: async (request: HookRequest, reply) => {
        const { slug, connectionId } = request.params;
        return send(request, reply, await desk.answer(slug, connectionId, request.raw));
      },
      handler: unreached,
    });
    server.get('/hooks/generic/schema.json', (_request, reply) =>
      reply.type('application/schema+json').headers(SCHEMA_HEADERS).send(SCHEMA),
    );
    server.route({
      method: OTHER_METHODS,
      url: HOOK,
      onRequest: async (request, reply) => send(request, reply, NOT_POST),
      handler: unreached,
    });
  };
  await app.register((server: FastifyInstance, _options: unknown, done: () => void) => {
    hooks(server);
    done();
  });
};

const unreached = (): never => {
  throw new Error('A hook is answered before its handler.');
};

const send = (request: FastifyRequest, reply: FastifyReply, answer: HookAnswer | null): FastifyReply => {
  if (answer === null) {
    return reply.hijack();
  }
  forgetRest(request.raw);
  return reply
    .code(answer.status)
    .headers({ 'cache-control': 'no-store', ...answer.headers })
    .send(answer.body ?? undefined);
};
