import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { requestScopes } from '../database/request-scope.js';

/** Gives each request a scope of its own. To be called before the application is initialised. */
export const registerScopes = (app: NestFastifyApplication): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  // After the body was read, for what reads it forgets whose it is.
  server.addHook('preHandler', (_request, _reply, done) => {
    requestScopes.run({ transaction: null }, done);
  });
};
