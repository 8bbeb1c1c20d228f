import type { FastifyRequest } from 'fastify';

/** The route that answers a request: what its address comes to, however it is spelled. The address itself where nothing answers it. */
export const routeOf = ({ routeOptions, url }: Pick<FastifyRequest, 'routeOptions' | 'url'>): string =>
  routeOptions.url ?? url;

const GRAPHQL = /^\/graphql(\?|$)/;

/** Whether a request is one of GraphQL over HTTP. */
export const isGraphql = (request: Pick<FastifyRequest, 'routeOptions' | 'url'>): boolean =>
  GRAPHQL.test(routeOf(request));
