import type { Receipt } from '../commands/receive-delivery.js';

/** An HTTP status, headers and the JSON that goes with it; null for an empty body. */
export interface HookAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HookAnswer => ({
  status,
  headers,
  body,
});

const failed = (
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): HookAnswer => answer(status, { error: { code, message } }, headers);

/** Exactly 200, since some tools take any other as a failure. */
export const received = (receipt: Receipt): HookAnswer => answer(200, { status: receipt });

export const UNKNOWN = failed(404, 'NOT_FOUND', 'There is nothing here.');
/** Some tools never send again after it, so it is only for what somebody deleted. */
export const GONE = failed(410, 'GONE', 'This connection was deleted.');
/** It says nothing, so that nobody learns by it. */
export const UNAUTHENTIC = answer(401, null);
export const NOT_POST = failed(405, 'METHOD_NOT_ALLOWED', 'Deliveries are sent by POST.', { allow: 'POST' });
export const TOO_SLOW = failed(408, 'REQUEST_TIMEOUT', 'The body did not come in time.');
export const TOO_LARGE = failed(413, 'PAYLOAD_TOO_LARGE', 'The body is too large.');

const RETRY_AFTER = { 'retry-after': '5' };
/** Tools that retry at all retry after it. */
export const UNAVAILABLE = failed(503, 'SERVICE_UNAVAILABLE', 'Send it again in a moment.', RETRY_AFTER);

const TOO_MANY = failed(429, 'TOO_MANY_REQUESTS', 'Send it again in a moment.', RETRY_AFTER);

/** Too much comes at once. Azure DevOps would take a 429 as an enduring failure; Jira knows it. */
export const overloaded = (slug: string): HookAnswer => (slug === 'jira' ? TOO_MANY : UNAVAILABLE);
