export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'FELL_BEHIND'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE';

/** What ends a request rather than refusing it: top-level `errors` in GraphQL, a status of 4xx or 5xx elsewhere. Its message is for people. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
    /** When it is worth being tried again; null where time changes nothing. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}

export const fault = (code: FaultCode, message: string, retryAfterSeconds: number | null = null): Fault =>
  new Fault(code, message, retryAfterSeconds);
