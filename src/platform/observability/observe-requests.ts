import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { log } from '../logging.js';
import { Metrics } from '../metrics.js';
import { REQUEST_ID_HEADER } from './request-id.js';
import { traceRequest, type Traced, type TracePlace } from './traces.js';

const underWay = new WeakMap<IncomingMessage, Traced>();

/** Where in a trace a request is; null where nothing is traced. */
export const placeInTrace = (request: IncomingMessage): TracePlace | null => {
  const traced = underWay.get(request);
  return traced ? { context: traced.context } : null;
};

/**
 * Tells of each request how it went: how long it took and how it was answered, by route, as a metric, and with its id as a line of the log
 * of level info, and as a trace where one is asked for. Of what was sent none says anything. To be called before the application is initialised.
 */
export const observeRequests = (app: NestFastifyApplication): void => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const seconds = app.get(Metrics, { strict: false }).histogram({
    name: 'tollgate_http_request_seconds',
    help: 'How long requests took until their answer was sent, by route, method and status.',
    labelNames: ['method', 'route', 'status'],
  });
  server.addHook('onRequest', (request, reply, done) => {
    const traced = traceRequest(request.method, request.headers);
    if (traced) {
      underWay.set(request.raw, traced);
    }
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    // Addresses hold ids, and those that nothing answers are whatever strangers try.
    const route = reply.statusCode === 404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    const status = String(reply.statusCode);
    underWay
      .get(request.raw)
      ?.end(
        { 'http.route': route, 'http.response.status_code': reply.statusCode, 'tollgate.request.id': request.id },
        reply.statusCode >= 500 ? status : undefined,
      );
    seconds({ method, route, status }, reply.elapsedTime / 1_000);
    log.info(
      { requestId: request.id, method, route, status, ms: Math.round(reply.elapsedTime) },
      'a request was answered',
    );
    done();
  });
};
