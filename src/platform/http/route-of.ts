import type { FastifyRequest } from 'fastify';

/** The route that answers a request: what its address comes to, however it is spelled. The address itself where nothing answers it. */
export const routeOf = ({ routeOptions, url }: Pick<FastifyRequest, 'routeOptions' | 'url'>): string =>
  routeOptions.url ?? url;
