import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { fault } from '../faults.js';
import { ReadingPlace } from '../database/reading-place.js';
import { requestScopes } from '../database/request-scope.js';

/** Gives each request a scope of its own, in which nothing of a portfolio is seen before it is known who sends it. To be called before the application is initialised. */
export const registerScopes = (app: NestFastifyApplication): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  // After the body was read, for what reads it forgets whose it is.
  server.addHook('preHandler', ({ id }, { raw }, done) => {
    const given = new AbortController();
    raw.once('close', () => {
      if (!raw.writableFinished) {
        given.abort(fault('SERVICE_UNAVAILABLE', 'The client went away before it was answered.'));
      }
    });
    const reading = new ReadingPlace();
    requestScopes.run(
      { id, operation: null, transaction: null, portfolios: [], hasCommitted: false, given, reading },
      done,
    );
  });
};
