import { describe, expect, it } from '@jest/globals';
import { askedToWait } from './asked-to-wait.js';

const NOW = Date.parse('2026-03-02T09:00:00Z');

describe('how long a server wants to be left alone', () => {
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': 'Mon, 02 Mar 2026 09:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Mon, 02 Mar 2026 08:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': '999999999' }, 86_400_000],
    [{ 'retry-after': '9'.repeat(40) }, 86_400_000],
    [{ 'retry-after': 'Infinity' }, 86_400_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1e300' }, 86_400_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1_000 + 30) }, 30_000],
    [{ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': String(NOW / 1_000 + 30) }, null],
    [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '12' }, 12_000],
    [{ 'x-ratelimit-requests-remaining': '0', 'x-ratelimit-requests-reset': String(NOW + 5_000) }, 5_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-03-02T09:00:09Z' }, 9_000],
    [{ 'x-ratelimit-remaining': '0' }, null],
    [{}, null],
  ])('%j: %s ms', (headers, wait) => {
    expect(askedToWait(headers as Record<string, string>, NOW)).toBe(wait);
  });
});
