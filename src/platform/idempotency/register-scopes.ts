import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { requestScopes, type RequestScope } from '../database/request-scope.js';

const scopes = new WeakMap<object, RequestScope>();

/** Gives each request a scope of its own, and ends a transaction that nobody else has ended. To be called before the application is initialised. */
export const registerScopes = (app: NestFastifyApplication): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  // After the body was read, for what reads it forgets whose it is.
  server.addHook('preHandler', (request, _reply, done) => {
    const scope: RequestScope = { transaction: null };
    scopes.set(request, scope);
    requestScopes.run(scope, done);
  });
  server.addHook('onResponse', async (request) => {
    const scope = scopes.get(request);
    const open = scope?.transaction ?? null;
    if (scope && open) {
      scope.transaction = null;
      await open.rollback().catch(() => undefined);
    }
  });
};
