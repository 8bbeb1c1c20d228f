import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { SCIM_TYPE } from './scim-error.js';

/** Lets the application take JSON by the name SCIM has for it, and none where a body is only announced; to be called before it listens. */
export const registerScim = (app: NestFastifyApplication): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser(SCIM_TYPE, { parseAs: 'string' }, (request, body, done) => {
    if (body === '') {
      done(null, undefined);
    } else {
      // eslint-disable-next-line @typescript-eslint/no-floating-promises -- It answers by `done`.
      parse(request, String(body), done);
    }
  });
};
