import { describe, expect, it } from '@jest/globals';
import { readPrometheus } from './read-prometheus.js';

const vector = (...values: readonly unknown[]) => ({
  status: 'success',
  data: { resultType: 'vector', result: values.map((value) => ({ metric: {}, value })) },
});
const problem = (status: number, body: unknown): string => {
  const read = readPrometheus(status, body);
  return read.ok ? `read ${read.value}` : read.problem;
};

describe('an answer of Prometheus', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['1e-07', '0.0000001'],
    ['1.5e+06', '1500000'],
    ['-2', '-2'],
    ['+4', '4'],
    ['1e-300', '0'],
  ])('holds %s, read as %s', (text, value) => {
    expect(readPrometheus(200, vector([1_777_626_000.1239, text]))).toEqual({
      ok: true,
      value,
      at: '2026-05-01T09:00:00.123Z',
    });
  });

  it('may be a scalar', () => {
    const body = { status: 'success', data: { resultType: 'scalar', result: [0, '1'] } };
    expect(readPrometheus(200, body)).toEqual({ ok: true, value: '1', at: '1970-01-01T00:00:00.000Z' });
  });

  it.each([
    [200, vector([1, 'NaN']), '"NaN", which is no number'],
    [200, vector([1, '+Inf']), '"+Inf", which is no number'],
    [200, vector([1, '1e+30']), 'no number that can be kept'],
    [200, vector(), 'no series'],
    [200, vector([1, '1'], [1, '2']), '2 series; aggregate'],
    [200, vector([-1, '1']), 'cannot be read'],
    [200, vector(['1', '1']), 'cannot be read'],
    [200, vector([1, 1]), 'cannot be read'],
    [200, vector('x'), 'cannot be read'],
    [200, { data: { resultType: 'vector', result: ['x'] } }, 'cannot be read'],
    [200, { data: { resultType: 'matrix', result: [] } }, '"matrix"'],
    [200, { data: { resultType: 'vector', result: {} } }, '"vector"'],
    [200, { data: {} }, '"no reason"'],
    [
      400,
      { status: 'error', error: 'parse error\nat char 3' },
      'refused the query (HTTP 400): "parse error at char 3"',
    ],
    [401, null, 'bearer token'],
    [403, {}, 'bearer token'],
    [503, null, 'HTTP 503 came'],
    [302, vector([1, '1']), 'HTTP 302 came'],
    [200, null, 'no answer of Prometheus'],
    [200, [], 'no answer of Prometheus'],
  ])('of HTTP %d and %j is told as a problem', (status, body, words) => {
    expect(problem(status, body)).toContain(words);
  });
});
