import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type ProductSurroundings } from './app.module.js';
import { registerHooks } from './modules/deliveries/http/register-hooks.js';
import { registerMultipart } from './modules/imports/http/register-multipart.js';
import { registerCookies } from './platform/http/cookies.js';
import { registerCsv } from './platform/http/register-csv.js';
import { nestLogger } from './platform/logging.js';
import { registerSubscriptions } from './subscriptions.js';

const BODY_LIMIT = 4 * 1024 * 1024;

/** The HTTP server, ready to listen, on an open data source. */
export const createServer = async (surroundings: ProductSurroundings): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // A proxy in front that reuses a connection must not meet one that is just closing.
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(surroundings), adapter, {
    logger: nestLogger,
    forceCloseConnections: false,
  });
  await registerCookies(app);
  await registerMultipart(app);
  registerCsv(app);
  await registerHooks(app);
  registerSubscriptions(app);
  await app.init();
  return app;
};
