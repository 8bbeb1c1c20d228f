import { Injectable } from '@nestjs/common';
import { readPrometheus, type PrometheusReading } from '../../../domain/signals/read-prometheus.js';
import { OutgoingFailure, OutgoingHttp } from '../../../platform/http/outgoing-http.js';
import type { LeasedSource } from '../persistence/source.repository.js';
import { SourceBook } from './source-book.js';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 1_000_000;

/**
 * Asks a Prometheus for the value of a signal, once and by the one way out: within ten seconds, at most a megabyte, no
 * redirect. Whatever goes wrong is a problem in words; the token is in none of them.
 */
@Injectable()
export class AskPrometheus {
  constructor(
    private readonly http: OutgoingHttp,
    private readonly book: SourceBook,
  ) {}

  async run({ id, url, query, token }: LeasedSource): Promise<PrometheusReading> {
    const bearer = token === null ? null : this.book.open(id, token);
    if (token !== null && bearer === null) {
      return {
        ok: false,
        problem: 'The bearer token was sealed with another key; set the source again, with its token.',
      };
    }
    try {
      const { status, body } = await this.http.request({
        method: 'GET',
        url: `${url.replace(/\/+$/, '')}/api/v1/query?query=${encodeURIComponent(query)}`,
        headers: {
          accept: 'application/json',
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        },
        timeoutMs: TIMEOUT_MS,
        maxBytes: MOST_BYTES,
      });
      return readPrometheus(status, jsonIn(body));
    } catch (error) {
      if (error instanceof OutgoingFailure) {
        return { ok: false, problem: error.message };
      }
      throw error;
    }
  }
}

/** The JSON of an answer; null where it holds none. */
const jsonIn = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
};
