export type OutgoingProblem =
  'REFUSED_ADDRESS' | 'UNKNOWN_HOST' | 'UNREACHABLE' | 'TIME_OUT' | 'RESET' | 'TLS' | 'TOO_LARGE' | 'NO_HTTP';

/** A request that got no answer we could use. The message is for people, and tells of the URL no more than its host. */
export class OutgoingFailure extends Error {
  constructor(
    readonly problem: OutgoingProblem,
    message: string,
    /** How long it took to fail, in milliseconds. */
    readonly durationMs: number,
  ) {
    super(message);
  }
}

const CODES: readonly (readonly [RegExp, OutgoingProblem, (host: string) => string])[] = [
  [/^(ENOTFOUND|EAI_|ENODATA)/, 'UNKNOWN_HOST', (host) => `The name ${host} leads to no address just now.`],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)/,
    'UNREACHABLE',
    (host) => `Nothing at ${host} takes connections.`,
  ],
  [
    /^(ECONNRESET|EPIPE|ECONNABORTED)/,
    'RESET',
    (host) => `${host} broke the connection off before its answer was whole.`,
  ],
  [/^ETIMEDOUT/, 'TIME_OUT', (host) => `${host} did not take the connection in time.`],
  [
    /^ERR_(INVALID_CHAR|HTTP_INVALID)/,
    'NO_HTTP',
    (host) => `The request to ${host} could not be written: a header holds characters it must not hold.`,
  ],
  [
    /CERT|TLS|SSL|EPROTO|UNABLE_TO_/,
    'TLS',
    (host) => `The secure connection to ${host} could not be made: its certificate or its TLS was not good.`,
  ],
];

/** Words for what a socket or its name server reported. */
export const failureOf = (error: NodeJS.ErrnoException, host: string, durationMs: number): OutgoingFailure => {
  const code = error.code ?? '';
  const known = CODES.find(([pattern]) => pattern.test(code));
  return known
    ? new OutgoingFailure(known[1], known[2](host), durationMs)
    : new OutgoingFailure('NO_HTTP', `What ${host} answered is no HTTP that could be read.`, durationMs);
};
