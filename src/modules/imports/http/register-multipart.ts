import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The largest file an import takes, in bytes: 50 MB. */
export const LARGEST_FILE = 50_000_000;

const LARGEST_FIELD = 1_000_000;

/** Lets the application take uploads; to be called before it listens. Limits hold for every upload. */
export const registerMultipart = async (app: NestFastifyApplication): Promise<void> => {
  await app.register(multipart, {
    // What is too large is read to its end and told of; cutting the connection would leave the client without an answer.
    throwFileSizeLimit: false,
    limits: { fileSize: LARGEST_FILE, fieldSize: LARGEST_FIELD, fieldNameSize: 200, files: 4, fields: 20, parts: 24 },
  });
};
