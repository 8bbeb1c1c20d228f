import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { failureOf, OutgoingFailure } from './outgoing-failure.js';
import { NO_NETWORKS, type Networks } from './networks.js';
import { hostOf, problemOfAddress, problemOfUrl, type UrlProblem } from './outgoing-url.js';

export { OutgoingFailure } from './outgoing-failure.js';

export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For all of it, from the look-up of the name to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Of the body of the answer; a longer one fails as TOO_LARGE, unless it is to be cut. */
  readonly maxBytes: number;
  /** True: of a longer body the first `maxBytes` bytes are taken, and the rest is not waited for. */
  readonly cut?: boolean;
}

export interface OutgoingAnswer {
  /** Redirects too: none is followed. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly durationMs: number;
}

/** Looks up all addresses of a name, as `dns.lookup` does with `all`. */
export type LookupAll = (
  host: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses?: LookupAddress[]) => void,
) => void;

const CONNECTS_WITHIN_MS = 5_000;

class AddressRefused extends Error {}

/**
 * The one way out: every request to another machine goes through here. An address that is not of the public internet is
 * refused unless an allowed network holds it, and plain http is for allowed networks only. Names are looked up once per
 * request, all their addresses are checked, and the connection goes to one of those. It takes at most five seconds to connect;
 * no redirect is followed, no connection kept.
 */
export class OutgoingHttp {
  constructor(
    private readonly allowed: Networks = NO_NETWORKS,
    private readonly lookup: LookupAll = systemLookup,
  ) {}

  /** What speaks against a URL before anybody is asked, in words that follow on "The address"; null where nothing does. */
  problemOf(url: string): UrlProblem | null {
    return problemOfUrl(url, this.allowed);
  }

  /** Fails with an OutgoingFailure, and with nothing else. */
  request(asked: OutgoingRequest): Promise<OutgoingAnswer> {
    const begun = performance.now();
    const elapsed = (): number => Math.round(performance.now() - begun);
    const problem = this.problemOf(asked.url);
    if (problem !== null) {
      return Promise.reject(new OutgoingFailure('REFUSED_ADDRESS', `The address ${problem}.`, elapsed()));
    }
    const url = new URL(asked.url);
    const host = hostOf(url);
    const answer = new Promise<OutgoingAnswer>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        agent: false,
        method: asked.method,
        headers: { 'user-agent': 'tollgate', ...asked.headers, ...lengthOf(asked.body) },
        lookup: this.checkedLookup(url.protocol),
      });
      let late: OutgoingFailure | null = null;
      const fail = (error: unknown): void => {
        settle();
        // Given up, the socket reports that it was destroyed, which is not why.
        reject(asFailure(late ?? error, host, elapsed()));
      };
      const giveUp = (message: string) => (): void => {
        late = new OutgoingFailure('TIME_OUT', message, elapsed());
        request.destroy(late);
      };
      const whole = setTimeout(giveUp(`${host} did not answer within ${asked.timeoutMs / 1_000} s.`), asked.timeoutMs);
      const connect = setTimeout(
        giveUp(`${host} did not take the connection within ${CONNECTS_WITHIN_MS / 1_000} s.`),
        CONNECTS_WITHIN_MS,
      );
      const settle = (): void => {
        clearTimeout(whole);
        clearTimeout(connect);
      };
      request.once('socket', (socket) => {
        socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
          clearTimeout(connect);
        });
      });
      request.on('error', fail);
      request.once('response', (response) => {
        readBody(response, asked, (error, body) => {
          if (body === null) {
            request.destroy();
            fail(error ?? new OutgoingFailure('TOO_LARGE', tooLarge(host, asked.maxBytes), elapsed()));
            return;
          }
          settle();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body, durationMs: elapsed() });
          request.destroy();
        });
      });
      request.end(asked.body);
    });
    // A request that cannot even be written throws something of node's own.
    return answer.catch((error: unknown) => {
      throw asFailure(error, host, elapsed());
    });
  }

  /** Resolves a name once; the socket gets only what was checked, so that a second answer of the name server cannot matter. */
  private checkedLookup(protocol: string): LookupFunction {
    return (host, options, callback) => {
      this.lookup(host, { all: true }, (error, addresses) => {
        const refused = addresses
          ?.map(({ address }) => problemOfAddress(address, protocol, this.allowed))
          .find(Boolean);
        const [first] = addresses ?? [];
        if (error || !addresses || !first) {
          callback(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
        } else if (refused) {
          callback(new AddressRefused(`The address ${refused}.`), '', 0);
        } else if (options.all) {
          callback(null, addresses);
        } else {
          callback(null, first.address, first.family);
        }
      });
    };
  }
}

const lengthOf = (body: string | Uint8Array | undefined): Record<string, string> =>
  body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };

const tooLarge = (host: string, maxBytes: number): string =>
  `The answer of ${host} has more than ${maxBytes} bytes, and was not read.`;

const readBody = (
  response: IncomingMessage,
  { maxBytes, cut = false }: Pick<OutgoingRequest, 'maxBytes' | 'cut'>,
  done: (error: unknown, body: Buffer | null) => void,
): void => {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) {
      response.removeAllListeners('end');
      response.pause();
      done(null, cut ? Buffer.concat(chunks).subarray(0, maxBytes) : null);
    }
  });
  response.once('end', () => {
    done(null, Buffer.concat(chunks));
  });
  response.on('error', (error) => {
    done(error, null);
  });
};

const asFailure = (error: unknown, host: string, durationMs: number): OutgoingFailure => {
  if (error instanceof OutgoingFailure) {
    return error;
  }
  return error instanceof AddressRefused
    ? new OutgoingFailure('REFUSED_ADDRESS', error.message, durationMs)
    : failureOf(error as NodeJS.ErrnoException, host, durationMs);
};
