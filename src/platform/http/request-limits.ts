import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fault } from '../faults.js';
import type { AddressAllowances, AddressLimits } from './address-allowances.js';
import { isGraphql, routeOf } from './route-of.js';
import { Turnstile, type Leave, type TurnstileLimits } from './turnstile.js';

/** How much of the server one client may have, and how much all together in one process. */
export interface RequestLimits extends AddressLimits {
  /** What the operations of one user may cost in a minute, in points; 0: anything. */
  readonly pointsPerMinute: number;
  /** Requests under way at a time, of all clients; whatever comes beside is told to come again. */
  readonly mostInFlight: number;
  /** Milliseconds within which a GraphQL query is answered, or given up and its SQL cancelled. */
  readonly queryWithinMs: number;
  /** Of these, questions and mutations that are worked on at a time, how many more wait for their turn, and for how long. */
  readonly operations: TurnstileLimits;
}

export const REQUEST_LIMITS: RequestLimits = {
  requestsPerMinute: 6_000,
  refusedPerMinute: 120,
  pointsPerMinute: 3_000_000,
  mostInFlight: 150,
  // More at a time are done no sooner, for there are ten connections to the database; 40 are done in a second or so.
  operations: { atOnce: 10, mostWaiting: 40, patienceMs: 1_000 },
  // Less than the 30 seconds of a statement, and than most proxies wait.
  queryWithinMs: 25_000,
};

/** For a server in a test, or one within another. */
export const UNLIMITED: RequestLimits = {
  requestsPerMinute: 0,
  refusedPerMinute: 0,
  pointsPerMinute: 0,
  mostInFlight: Infinity,
  operations: { atOnce: Infinity, mostWaiting: 0, patienceMs: 0 },
  queryWithinMs: REQUEST_LIMITS.queryWithinMs,
};

// Probes must get an answer most of all when there is much to do. Ticketing tools send many deliveries from one address, and are held to
// limits of their own, in words each of them understands. The files of the board cost nothing, and a page takes twenty of them.
const NEVER_LIMITED = /^\/(health|metrics|hooks|assets)(\/|$|\?)/;
// Made once: an abort without a reason of its own makes one with a stack, at the end of each request.
const GONE = new Error('Nobody waits for the answer any more.');
const tooMuch = (): Error =>
  fault(
    'SERVICE_UNAVAILABLE',
    'The server has more to do than it can just now; nothing was changed. Try again in a second.',
  );

/**
 * Lets no client have more than its share: 429 with Retry-After for an address that asks too often, or too often with
 * credentials that do not hold, and 503 with Retry-After while as many requests are under way as are answered in good time. Those are refused
 * before anything is done for them, or not at all. What is under way counts in this process alone. To be called before the application is initialised.
 */
export const registerRequestLimits = (
  app: NestFastifyApplication,
  { mostInFlight, operations: operationLimits }: RequestLimits,
  allowances: AddressAllowances,
): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const operations = new Turnstile(operationLimits);
  const leaving = new WeakMap<FastifyRequest, Leave>();
  let inFlight = 0;

  server.addHook('onRequest', async (request) => {
    const isLimited = !NEVER_LIMITED.test(routeOf(request));
    if (isLimited) {
      await allowances.take(request.ip);
    }
    // Sooner than its body is read, for a refusal must cost next to nothing.
    if (isLimited && (inFlight >= mostInFlight || (operations.isFull && isGraphql(request)))) {
      throw tooMuch();
    }
  });

  // Once all of it is here: whoever sends it slowly keeps nobody from being served.
  server.addHook('preHandler', (request, reply, done) => {
    if (NEVER_LIMITED.test(routeOf(request))) {
      done();
      return;
    }
    // Whose client has gone already will not be told of as gone once more.
    if (inFlight >= mostInFlight || reply.raw.destroyed) {
      done(tooMuch());
      return;
    }
    inFlight += 1;
    // Comes after an answer, and also where its client did not wait for it.
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
    done();
  });

  server.addHook('preHandler', async (request, reply) => {
    if (!isGraphql(request)) {
      return;
    }
    const gone = new AbortController();
    reply.raw.once('close', () => {
      gone.abort(GONE);
      leaving.get(request)?.();
    });
    const leave = await operations.enter(gone.signal);
    if (leave === null || reply.raw.destroyed) {
      leave?.();
      throw tooMuch();
    }
    leaving.set(request, leave);
  });

  server.addHook('onSend', async (request, reply) => {
    // How slowly it is read is nobody else's business.
    leaving.get(request)?.();
    if (reply.statusCode === 401 && !NEVER_LIMITED.test(routeOf(request))) {
      await allowances.noteRefused(request.ip);
    }
  });
};
