import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { isGraphql } from '../../../platform/http/route-of.js';
import { PersistedDocuments } from '../queries/persisted-documents.js';

const UNKNOWN = {
  errors: [
    {
      message: 'What this page asks is not known here, for it is of another version of Tollgate. Load the page again.',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    },
  ],
};

interface Asked {
  query?: unknown;
  documentId?: unknown;
}

/**
 * Lets the board ask by the id of a document in place of its text. 400 PERSISTED_QUERY_NOT_FOUND for one that no board asks; a request
 * with a text is left as it is. To be called before the application is initialised.
 */
export const registerPersistedDocuments = (app: NestFastifyApplication): void => {
  const documents = app.get(PersistedDocuments, { strict: false });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('preHandler', async (request, reply) => {
    const asked = isGraphql(request) ? askedIn(request.body) : null;
    if (asked === null) {
      return undefined;
    }
    const text = await documents.find(asked.documentId);
    if (text === null) {
      return reply.code(400).send(UNKNOWN);
    }
    asked.body.query = text;
    return undefined;
  });
};

const askedIn = (body: unknown): { readonly body: Asked; readonly documentId: string } | null => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return null;
  }
  const { query, documentId } = body as Asked;
  return query === undefined && typeof documentId === 'string' ? { body, documentId } : null;
};
