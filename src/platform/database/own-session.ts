import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const FAREWELL_MS = 2_000;

/** What a session is called in PostgreSQL, what else it is set to, and when it is to end. */
interface Manner {
  readonly name: string;
  readonly options?: string;
  readonly until: AbortSignal;
}

/** A session of its own, with the controller of its end: aborted when the connection is lost or is to end. */
export interface OwnSession {
  readonly client: pg.Client;
  readonly over: AbortController;
}

/**
 * Does something on a connection that belongs to nobody else, from before it is made to its end: for what outlasts a question,
 * as locks and notifications do. Throws where it could not be made or was lost in the middle of a question.
 */
export const inOwnSession = async (
  url: string,
  { name, options, until }: Manner,
  work: (session: OwnSession) => Promise<void>,
): Promise<void> => {
  const over = new AbortController();
  const end = (): void => {
    over.abort();
  };
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
    application_name: name,
    ...(options === undefined ? {} : { options }),
  });
  client.on('error', end).on('end', end);
  until.addEventListener('abort', end);
  try {
    await work({ client, over });
  } finally {
    until.removeEventListener('abort', end);
    // Where the network is gone it would wait for an answer in vain.
    await Promise.race([client.end().catch(() => undefined), pause(FAREWELL_MS, undefined, { ref: false })]);
  }
};

/** Waits, and not longer than until the signal. */
export const waitUntil = (milliseconds: number, until: AbortSignal): Promise<void> =>
  pause(milliseconds, undefined, { signal: until, ref: false }).catch(() => undefined);
