import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { fault } from '../faults.js';
import type { AddressAllowances, AddressLimits } from './address-allowances.js';

/** How much of the server one client may have, and how much all together, in this process. */
export interface RequestLimits extends AddressLimits {
  /** What the operations of one user may cost in a minute, in points; 0: anything. */
  readonly pointsPerMinute: number;
  /** Requests under way at a time, of all clients; whatever comes beside is told to come again. */
  readonly mostInFlight: number;
  /** Milliseconds within which a GraphQL query is answered, or given up and its SQL cancelled. */
  readonly queryWithinMs: number;
}

export const REQUEST_LIMITS: RequestLimits = {
  requestsPerMinute: 6_000,
  refusedPerMinute: 120,
  pointsPerMinute: 3_000_000,
  mostInFlight: 150,
  // Less than the 30 seconds of a statement, and than most proxies wait.
  queryWithinMs: 25_000,
};

/** For a server in a test, or one within another. */
export const UNLIMITED: RequestLimits = {
  requestsPerMinute: 0,
  refusedPerMinute: 0,
  pointsPerMinute: 0,
  mostInFlight: Infinity,
  queryWithinMs: REQUEST_LIMITS.queryWithinMs,
};

// Probes must get an answer most of all when there is much to do. Ticketing tools send many deliveries from one address, and are held to
// limits of their own, in words each of them understands. The files of the board cost nothing, and a page takes twenty of them.
const NEVER_LIMITED = /^\/(health|metrics|hooks|assets)(\/|$|\?)/;

/**
 * Lets no client have more than its share: 429 with Retry-After for an address that asks too often, or too often with
 * credentials that do not hold, and 503 with Retry-After while as many requests are under way as are answered in good time. Counted in this
 * process alone. To be called before the application is initialised.
 */
export const registerRequestLimits = (
  app: NestFastifyApplication,
  { mostInFlight }: RequestLimits,
  allowances: AddressAllowances,
): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  let inFlight = 0;

  server.addHook('onRequest', async (request) => {
    if (!NEVER_LIMITED.test(request.url)) {
      await allowances.take(request.ip);
    }
  });

  // Once all of it is here: whoever sends it slowly keeps nobody from being served.
  server.addHook('preHandler', (request, reply, done) => {
    if (NEVER_LIMITED.test(request.url)) {
      done();
      return;
    }
    if (inFlight >= mostInFlight) {
      done(
        fault(
          'SERVICE_UNAVAILABLE',
          'The server has more to do than it can just now; nothing was changed. Try again in a second.',
        ),
      );
      return;
    }
    inFlight += 1;
    // Comes after an answer, and also where its client did not wait for it.
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
    done();
  });

  server.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 401 && !NEVER_LIMITED.test(request.url)) {
      await allowances.noteRefused(request.ip);
    }
  });
};
