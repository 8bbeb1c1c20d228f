import { randomUUID } from 'node:crypto';

/** Where a request, its answer and each line of the log about it say that they belong together. */
export const REQUEST_ID_HEADER = 'x-request-id';

// What a proxy or a client calls it goes into our log, so it may not look like anything else there.
const PLAIN = /^[\w.:-]{8,128}$/;

/** The id of a request: as whoever sent it calls it, where that is 8 to 128 letters, digits, or any of `_.:-`; else a new one. */
export const requestIdOf = (stated: unknown): string =>
  typeof stated === 'string' && PLAIN.test(stated) ? stated : randomUUID();
