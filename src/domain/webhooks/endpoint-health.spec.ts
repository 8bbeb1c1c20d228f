import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../basics/instant.js';
import { isLost, noticeLevel, noticeOf } from './endpoint-health.js';

const at = (text: string): Instant => `2026-03-${text}:00.000Z` as Instant;
const failing = { disabledReason: null, failingSince: at('01T00:00') };

describe('an endpoint that only fails', () => {
  it('is lost after five days, not a minute before', () => {
    expect(isLost(at('01T00:00'), at('05T23:59'))).toBe(false);
    expect(isLost(at('01T00:00'), at('06T00:00'))).toBe(true);
  });

  it.each([
    ['03T11:59', null],
    ['03T12:00', 50],
    ['04T11:59', 50],
    ['04T12:00', 70],
    ['05T11:59', 70],
    ['05T12:00', 90],
    ['09T00:00', 90],
  ] as const)('as of %s is noticed at %s %%', (now, level) => {
    expect(noticeLevel(failing, at(now))).toBe(level);
  });

  it('is told of from half of the time on, and in other words once it was disabled', () => {
    expect(noticeOf(failing, at('03T00:00'))).toBeNull();
    expect(noticeOf(failing, at('03T12:00'))).toBe(
      'Every attempt has failed since 2026-03-01T00:00:00.000Z: 50 % of the five days are over after which it is disabled.',
    );
    expect(noticeOf({ ...failing, disabledReason: 'FAILING' }, at('06T00:00'))).toContain('after five days');
    expect(noticeOf({ ...failing, disabledReason: 'GONE' }, at('02T00:00'))).toContain('410 Gone');
  });

  it('needs no notice where it works, or where somebody disabled it', () => {
    expect(noticeOf({ disabledReason: null, failingSince: null }, at('06T00:00'))).toBeNull();
    expect(noticeOf({ ...failing, disabledReason: 'BY_HAND' }, at('06T00:00'))).toBeNull();
  });
});
