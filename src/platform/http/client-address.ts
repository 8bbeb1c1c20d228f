import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { Networks } from './networks.js';

const LOOPBACK = Networks.of('127.0.0.0/8', '::1/128');
const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
const MAPPED = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/i;

/** Whether an address is of this machine itself. */
export const isLoopback = (address: string): boolean => LOOPBACK.includes(address);

/** Whether a header Host (or the host of a URL) calls this machine by a name that only it itself has: localhost, 127.0.0.0/8, [::1]. */
export const isLoopbackHost = (host: string): boolean => LOOPBACK_NAME.test(host);

/** Where a request comes from: by the word of each proxy that is trusted, from the connection outwards; as `request.ip` of the HTTP server. */
export const addressOf = (
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trusted: Networks,
): string => {
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  let address = socket.remoteAddress ?? '';
  for (const next of told.map((each) => each.trim()).toReversed()) {
    if (next === '' || !trusted.includes(address)) {
      break;
    }
    address = next;
  }
  return address;
};

/** Whom an address stands for when tries are counted: itself, and of IPv6 the network /64 it is of, for its owner has all of it. */
export const countedAddress = (address: string): string => {
  const mapped = MAPPED.exec(address)?.groups?.['v4'];
  if (mapped !== undefined || !isIPv6(address)) {
    return mapped ?? address;
  }
  const [head = '', tail] = address.toLowerCase().split('::');
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [
    string[],
    string[],
  ];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};
