import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { fault } from '../faults.js';

/**
 * While the server ends it answers what was begun, and tells whoever still asks on an open connection to come again, in the words of
 * every other refusal. To be called before the application is initialised.
 */
export const registerFarewell = (app: NestFastifyApplication): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  let isEnding = false;
  server.addHook('preClose', (done) => {
    isEnding = true;
    done();
  });
  server.addHook('onRequest', (_request, _reply, done) => {
    done(isEnding ? fault('SERVICE_UNAVAILABLE', 'The server is about to end. Try again in a second.') : undefined);
  });
};
