import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Lets the application take bodies of CSV, as bytes; to be called before it listens. The limit of all bodies holds. */
export const registerCsv = (app: NestFastifyApplication): void => {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
};
