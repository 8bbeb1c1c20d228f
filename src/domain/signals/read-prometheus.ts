import { Big } from 'big.js';
import { parseDecimal, type Decimal } from '../basics/decimal.js';
import { instantOf, type Instant } from '../basics/instant.js';

/** What an answer of Prometheus comes to: a value at an instant, or why there is none. */
export type PrometheusReading =
  | { readonly ok: true; readonly value: Decimal; readonly at: Instant }
  | { readonly ok: false; readonly problem: string };

const PLACES = 10;
const HALF_UP = 1;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const LONGEST_WORDS = 300;
const LATEST_SECOND = 253_402_300_799;

const problem = (words: string): PrometheusReading => ({ ok: false, problem: words });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words of the server, cut and without what cannot be shown or stored. */
const quoted = (words: unknown): string =>
  JSON.stringify(
    typeof words === 'string'
      ? words
          .toWellFormed()
          .replace(/\p{Cc}/gu, ' ')
          .slice(0, LONGEST_WORDS)
          .toWellFormed()
      : 'no reason',
  );

/** A float as Prometheus writes it, with an exponent too, to ten places half-up; null for NaN, infinity and beyond 20 digits. */
const decimalIn = (text: string): Decimal | null =>
  NUMBER.test(text) ? parseDecimal(new Big(text.replace(/^\+/, '')).round(PLACES, HALF_UP).toFixed()) : null;

const sampleIn = (sample: unknown): PrometheusReading => {
  const [seconds, text] = Array.isArray(sample) ? (sample as readonly unknown[]) : [];
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= LATEST_SECOND) || typeof text !== 'string') {
    return problem('The answer holds a sample that cannot be read: it should be [seconds, "value"].');
  }
  const value = decimalIn(text);
  return value === null
    ? problem(`The query gave ${quoted(text)}, which is no number that can be kept.`)
    : { ok: true, value, at: instantOf(Math.floor(seconds * 1_000)) };
};

/**
 * The one value in the answer of `/api/v1/query`: a scalar, or a vector of exactly one series. Everything else is a problem
 * in words: an error that Prometheus reports, no series at all, several of them, NaN or infinity, and what is no such answer.
 */
export const readPrometheus = (status: number, body: unknown): PrometheusReading => {
  if (isRecord(body) && body['status'] === 'error') {
    return problem(`Prometheus refused the query (HTTP ${status}): ${quoted(body['error'])}.`);
  }
  if (status === 401 || status === 403) {
    return problem(`It does not let us in (HTTP ${status}): the bearer token is missing, wrong or expired.`);
  }
  const data = isRecord(body) ? body['data'] : null;
  if (status !== 200 || !isRecord(data)) {
    return problem(`HTTP ${status} came, and no answer of Prometheus: is the address that of its API?`);
  }
  const { resultType, result } = data;
  if (resultType === 'scalar') {
    return sampleIn(result);
  }
  if (resultType !== 'vector' || !Array.isArray(result)) {
    return problem(
      `The query gives ${quoted(resultType)}; it must give one number: a scalar, or a vector of one series.`,
    );
  }
  const [first, ...others] = result as readonly unknown[];
  if (first === undefined) {
    return problem('The query gave no series, so there is no reading.');
  }
  return others.length > 0
    ? problem(`The query gave ${result.length} series; aggregate them to one, for instance by sum() or max().`)
    : sampleIn(isRecord(first) ? first['value'] : null);
};
