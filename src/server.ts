import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply } from 'fastify';
import { AppModule, type ProductSurroundings } from './app.module.js';
import { registerHooks } from './modules/deliveries/http/register-hooks.js';
import { registerMultipart } from './modules/imports/http/register-multipart.js';
import { registerPersistedDocuments } from './modules/web/http/register-persisted-documents.js';
import { AddressAllowances } from './platform/http/address-allowances.js';
import { registerCookies } from './platform/http/cookies.js';
import { NO_NETWORKS } from './platform/http/networks.js';
import { registerCsv } from './platform/http/register-csv.js';
import { registerFarewell } from './platform/http/register-farewell.js';
import { registerRequestLimits, UNLIMITED } from './platform/http/request-limits.js';
import { registerScim } from './platform/http/register-scim.js';
import { registerStrictRequests } from './platform/http/strict-requests.js';
import { registerScopes } from './platform/http/register-scopes.js';
import { observeRequests } from './platform/observability/observe-requests.js';
import { requestIdOf, REQUEST_ID_HEADER } from './platform/observability/request-id.js';
import { nestLogger } from './platform/logging.js';
import { registerSubscriptions } from './subscriptions.js';

const UNREADABLE_ADDRESS = { error: { code: 'BAD_REQUEST', message: 'The address cannot be read.' } };
const BODY_LIMIT = 4 * 1024 * 1024;

/** The HTTP server, ready to listen, on an open data source. */
export const createServer = async (surroundings: ProductSurroundings): Promise<NestFastifyApplication> => {
  const { limits = UNLIMITED, trustedProxies = NO_NETWORKS } = surroundings;
  const allowances = new AddressAllowances(limits);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestIdHeader: false,
    genReqId: ({ headers }: IncomingMessage) => requestIdOf(headers[REQUEST_ID_HEADER]),
    // A proxy in front that reuses a connection must not meet one that is just closing.
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    // It is said by `registerFarewell`.
    return503OnClosing: false,
    // Within which all of a request must be here; an import of 50 MB has its time.
    requestTimeout: 120_000,
    routerOptions: { ignoreTrailingSlash: false },
    frameworkErrors: ({ statusCode = 400 }: FastifyError, _request: unknown, reply: FastifyReply) => {
      void reply.status(statusCode).send(UNREADABLE_ADDRESS);
    },
    trustProxy: (address: string) => trustedProxies.includes(address),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(surroundings), adapter, {
    logger: nestLogger,
    forceCloseConnections: false,
  });
  observeRequests(app);
  registerFarewell(app);
  registerStrictRequests(app);
  registerRequestLimits(app, limits, allowances);
  registerScopes(app);
  registerPersistedDocuments(app);
  await registerCookies(app);
  await registerMultipart(app);
  registerCsv(app);
  registerScim(app);
  await registerHooks(app);
  registerSubscriptions(app, allowances, trustedProxies);
  await app.init();
  return app;
};
