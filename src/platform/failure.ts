import { randomUUID } from 'node:crypto';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { hasCommitted } from './database/request-scope.js';
import { Fault } from './faults.js';
import { DATABASE_AWAY } from './logging.js';

export interface Failure {
  readonly code: string;
  /** Of HTTP. */
  readonly status: number;
  readonly message: string;
  /** When it is worth being tried again; null where time changes nothing. */
  readonly retryAfterSeconds: number | null;
}

/** The status of HTTP that goes with each fault. */
export const STATUS_OF_FAULT = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  FELL_BEHIND: 409,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
} as const;

// Connections, resources, shutdown, cancelled statements, locks that were waited for in vain, deadlocks after all retries.
const UNAVAILABLE = /^(08|53|57P0|57014|55P03|40001|40P01)/;
// Of these, what PostgreSQL says after it has undone all of the transaction.
const UNDONE = /^(53|57014|55P03|40001|40P01)/;
const TOO_BUSY = 'The database has too much to do, or no room, just now';
const outcome = (): string =>
  hasCommitted()
    ? 'what was changed before that stands. Look at it before you try again.'
    : 'nothing was changed. Try again in a moment.';
// A connection may be lost between the end of a transaction and the news of it.
const OUT_OF_REACH =
  'The database cannot be reached just now. Try again in a moment; a change is sent again with the Idempotency-Key it had, or looked for before.';
const BAD_VALUE = /^22/;
const SOON = 1;
const NO_CONNECTION = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/;

const databaseCode = (error: unknown): string | null => {
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? code : null;
};

// A runner lets go of its connection when it breaks between two statements, and says no more than that at the second.
const isConnectionLost = (error: unknown): boolean =>
  error instanceof QueryRunnerAlreadyReleasedError ||
  error instanceof QueryRunnerProviderAlreadyReleasedError ||
  (error instanceof Error &&
    /connection terminated|timeout exceeded when trying to connect|terminating connection|query read timeout|not queryable/i.test(
      error.message,
    ));

/** Whether something failed only because the database could not be reached or was too busy. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (error instanceof Fault) {
    return error.code === 'SERVICE_UNAVAILABLE';
  }
  const code = databaseCode(error) ?? '';
  return UNAVAILABLE.test(code) || NO_CONNECTION.test(code) || isConnectionLost(error);
};

/** What to tell of a failure: faults say it themselves, a database that is away is SERVICE_UNAVAILABLE, all else is ours and reported under an id. */
export const describeFailure = (error: unknown, report: (id: string, error: unknown) => void): Failure => {
  if (error instanceof Fault) {
    const { code, message, retryAfterSeconds } = error;
    return {
      code,
      status: STATUS_OF_FAULT[code],
      message,
      retryAfterSeconds: retryAfterSeconds ?? (code === 'SERVICE_UNAVAILABLE' ? SOON : null),
    };
  }
  if (isDatabaseAway(error)) {
    report(DATABASE_AWAY, error);
    return {
      code: 'SERVICE_UNAVAILABLE',
      status: 503,
      message: UNDONE.test(databaseCode(error) ?? '') ? `${TOO_BUSY}; ${outcome()}` : OUT_OF_REACH,
      retryAfterSeconds: SOON,
    };
  }
  if (BAD_VALUE.test(databaseCode(error) ?? '')) {
    return {
      code: 'BAD_USER_INPUT',
      status: 400,
      message: 'A value could not be read: a number, date or cursor is out of its range or not in its form.',
      retryAfterSeconds: null,
    };
  }
  const id = randomUUID();
  report(id, error);
  return {
    code: 'INTERNAL_SERVER_ERROR',
    status: 500,
    message: `Something went wrong on our side, and was logged under ${id}. ${hasCommitted() ? 'What was changed before that stands.' : 'Nothing was changed.'}`,
    retryAfterSeconds: null,
  };
};
