import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/basics/instant.js';
import { askedToWait } from './asked-to-wait.js';
import { OutgoingFailure, OutgoingHttp, type OutgoingAnswer } from './outgoing-http.js';
import { backoff, Pauses } from './pauses.js';

export interface PatientRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Ends the waiting, not a request that is under way. */
  readonly signal?: AbortSignal;
}

export interface PatientAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** No answer came that could be used. The message is for people. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    /** The server is not to be asked before then; null where it did not say. */
    readonly notBefore: Instant | null = null,
  ) {
    super(message);
  }
}

/** How patient it is. Tests are less so. */
export class Patience {
  readonly attempts: number = 4;
  readonly timeoutMs: number = 30_000;
  readonly maxBytes: number = 20_000_000;
  readonly firstPauseMs: number = 1_000;
  /** Who is to wait longer is told so, and comes again. */
  readonly longestPauseMs: number = 60_000;
}

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 307, 308];
const PASSING = ['TIME_OUT', 'RESET', 'UNREACHABLE', 'UNKNOWN_HOST', 'NO_HTTP'];

/** Whom a request asks, and in whose name: limits hold for a credential and not for a host. */
interface Line {
  readonly origin: string;
  readonly key: string;
}

/** Of the credential only its hash is held. */
const lineOf = ({ headers }: PatientRequest, origin: string): Line => {
  const credential = createHash('sha256')
    .update(headers['authorization'] ?? '')
    .digest('base64');
  return { origin, key: `${origin} ${credential}` };
};

/** A failure that may be none at the next try. */
class Passing extends Error {}

/**
 * Asks APIs that answer in JSON, patiently: one request per host at a time, not before the host wants to be asked again by this
 * credential (Retry-After, rate limits), and a few times where it was away, slow, failed, or sent half an answer. An answer is whole or
 * there is none. Redirects are followed within the same origin, and only when something is read.
 */
@Injectable()
export class PatientHttp {
  private readonly queues = new Map<string, Promise<unknown>>();
  /** By origin and credential, the milliseconds since 1970 before which it wants not to be asked so. */
  private readonly quiet = new Map<string, number>();

  constructor(
    private readonly http: OutgoingHttp,
    private readonly pauses: Pauses,
    private readonly clock: Clock,
    private readonly patience: Patience,
  ) {}

  /** Gives whatever the server answers that trying again would not change, 4xx too. Rejects with NoAnswer. */
  json(request: PatientRequest): Promise<PatientAnswer> {
    const origin = URL.canParse(request.url) ? new URL(request.url).origin : request.url;
    const line = lineOf(request, origin);
    const answer = (this.queues.get(origin) ?? Promise.resolve()).then(() => this.tryOften(request, line));
    const tail = answer.catch(() => undefined);
    this.queues.set(origin, tail);
    void tail.then(() => {
      if (this.queues.get(origin) === tail) {
        this.queues.delete(origin);
      }
    });
    return answer;
  }

  private async tryOften(request: PatientRequest, line: Line): Promise<PatientAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      await this.keepQuiet(line, request.signal);
      try {
        return await this.tryOnce(request, line);
      } catch (error) {
        if (!(error instanceof Passing)) {
          throw error instanceof OutgoingFailure ? new NoAnswer(error.message) : error;
        }
        if (attempt >= this.patience.attempts || request.signal?.aborted) {
          throw new NoAnswer(`${error.message} It was tried ${attempt} times.`, this.quietUntil(line));
        }
        if (!this.quietUntil(line)) {
          await this.pauses.wait(
            backoff(attempt, this.patience.firstPauseMs, this.patience.longestPauseMs),
            request.signal,
          );
        }
      }
    }
  }

  private quietUntil({ key }: Line): Instant | null {
    const until = this.quiet.get(key);
    return until === undefined || until <= millisecondsOf(this.clock.now()) ? null : instantOf(until);
  }

  /** Waits until the server wants to be asked again, where that is soon. */
  private async keepQuiet(line: Line, signal: AbortSignal | undefined): Promise<void> {
    const until = this.quietUntil(line);
    if (until === null) {
      this.quiet.delete(line.key);
      return;
    }
    const wait = millisecondsOf(until) - millisecondsOf(this.clock.now());
    if (wait > this.patience.longestPauseMs) {
      throw new NoAnswer(`${new URL(line.origin).host} allows no more requests before ${until}.`, until);
    }
    this.quiet.delete(line.key);
    await this.pauses.wait(wait + Math.random() * this.patience.firstPauseMs, signal);
  }

  private async tryOnce(request: PatientRequest, line: Line, redirects = 0): Promise<PatientAnswer> {
    const answer = await this.send(request);
    const headers = plain(answer);
    const wait = askedToWait(headers, millisecondsOf(this.clock.now()));
    if (wait !== null) {
      this.quiet.set(line.key, millisecondsOf(this.clock.now()) + wait);
    }
    const host = new URL(request.url).host;
    const { status } = answer;
    if (status === 429 || ((status === 403 || status === 400) && wait !== null)) {
      throw new Passing(`${host} allows no more requests just now.`);
    }
    if (status >= 500 || status === 408 || status === 425) {
      throw new Passing(`${host} answered with the error ${status}.`);
    }
    const location = headers['location'];
    if (
      request.method === 'GET' &&
      REDIRECTS.includes(status) &&
      location !== undefined &&
      redirects < MOST_REDIRECTS
    ) {
      const url = URL.canParse(location, request.url) ? new URL(location, request.url) : null;
      if (url?.origin === line.origin) {
        return this.tryOnce({ ...request, url: url.href }, line, redirects + 1);
      }
    }
    return { status, headers, body: bodyOf(answer, host) };
  }

  private async send({ method, url, headers, body }: PatientRequest): Promise<OutgoingAnswer> {
    try {
      return await this.http.request({
        method,
        url,
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        timeoutMs: this.patience.timeoutMs,
        maxBytes: this.patience.maxBytes,
      });
    } catch (error) {
      if (error instanceof OutgoingFailure && PASSING.includes(error.problem)) {
        throw new Passing(error.message);
      }
      throw error;
    }
  }
}

const plain = ({ headers }: OutgoingAnswer): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

/** The JSON of an answer. One that says it succeeded and holds none is half an answer, or of somebody else. */
const bodyOf = ({ status, body }: OutgoingAnswer, host: string): unknown => {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    if (status === 200 || status === 201) {
      throw new Passing(`${host} answered with JSON that is not whole, or with none.`);
    }
    return null;
  }
};
