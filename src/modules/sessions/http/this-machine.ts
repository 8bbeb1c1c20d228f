import type { FastifyRequest } from 'fastify';
import { isLoopback, isLoopbackHost } from '../../../platform/http/client-address.js';
import type { PublicUrl } from '../../../platform/public-url.js';

/** What proxies add: a request with any of these was sent on by one, from wherever. */
const OF_PROXIES = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether a request was made on this machine, by a browser that knows so: from a loopback address, to a loopback name (a page
 * whose name was made to lead here calls us by that name), not through a proxy, and not where people reach us by another name.
 */
export const isOfThisMachine = ({ socket, headers }: FastifyRequest, publicUrl: PublicUrl): boolean => {
  const publicHost = publicUrl.origin === null ? null : new URL(publicUrl.origin).host;
  return (
    isLoopback(socket.remoteAddress ?? '') &&
    isLoopbackHost(headers.host ?? '') &&
    OF_PROXIES.every((name) => headers[name] === undefined) &&
    (publicHost === null || isLoopbackHost(publicHost))
  );
};
