import { isIP } from 'node:net';
import { isPublic, type Networks } from './networks.js';

/** What of a URL is wrong, in words that follow on "The address". */
export type UrlProblem = string;

const LOCALHOST = /(^|\.)localhost\.?$/;
const LOWEST_FREE_PORT = 1_024;

/** The host as the resolver and the socket take it: an IPv6 address without its brackets. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * Whether an address may be connected to: one of the internet by https, one of an allowed network by http as well. Null:
 * it may; else the reason.
 */
export const problemOfAddress = (address: string, protocol: string, allowed: Networks): UrlProblem | null => {
  if (allowed.includes(address)) {
    return null;
  }
  if (!isPublic(address)) {
    return 'leads to an address that is not of the public internet, and its network is not allowed (TOLLGATE_ALLOWED_NETWORKS)';
  }
  return protocol === 'https:' ? null : 'must begin with https://, for its network is not one that is allowed';
};

/**
 * What can be told of a URL without asking anybody, no name server either: its scheme, credentials, port, and its host
 * where that is an address in whatever spelling, or this machine. A name may still lead to an address that is refused, which shows
 * when it is called. Null: nothing speaks against it.
 */
export const problemOfUrl = (text: string, allowed: Networks): UrlProblem | null => {
  if (!URL.canParse(text)) {
    return 'is no URL; it should look like https://host.example/path';
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return 'must begin with https://';
  }
  if (url.username !== '' || url.password !== '') {
    return 'must not hold a user name or password';
  }
  const host = hostOf(url);
  const address = LOCALHOST.test(host) ? '127.0.0.1' : host;
  if (isIP(address) !== 0) {
    const problem = problemOfAddress(address, url.protocol, allowed);
    if (problem !== null || allowed.includes(address)) {
      return problem;
    }
  } else if (url.protocol === 'http:' && allowed.isEmpty) {
    return 'must begin with https://, for no network is allowed in which http would do';
  }
  const port = Number(url.port);
  return url.port !== '' && port < LOWEST_FREE_PORT && port !== 80
    ? `must not name port ${port}: below ${LOWEST_FREE_PORT} only those of http and https are called`
    : null;
};
