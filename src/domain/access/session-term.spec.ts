import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../basics/instant.js';
import { endOfSession, idleSince, isDueToBeNoted, LONGEST_SESSION_SECONDS } from './session-term.js';

const NOON = '2026-03-02T12:00:00.000Z' as Instant;

describe('the term of a session', () => {
  it('is twelve hours', () => {
    expect(endOfSession(NOON)).toBe('2026-03-03T00:00:00.000Z');
    expect(LONGEST_SESSION_SECONDS).toBe(43_200);
  });

  it('ends two hours after the last use', () => {
    expect(idleSince(NOON)).toBe('2026-03-02T10:00:00.000Z');
  });

  it.each([
    ['2026-03-02T11:59:00.001Z', false],
    ['2026-03-02T11:59:00.000Z', true],
    ['2026-03-02T12:00:01.000Z', false],
  ])('notes a use after one at %s: %s', (seenAt, isDue) => {
    expect(isDueToBeNoted(seenAt as Instant, NOON)).toBe(isDue);
  });
});
