import { describe, expect, it } from '@jest/globals';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { jqlTime } from './jql-time.js';

const at = (text: string): Instant => parseInstant(text)!;

describe('an instant in JQL', () => {
  it.each([
    ['2026-03-01T09:05:59Z', 'UTC', '2026/03/01 09:05'],
    ['2026-03-01T23:30:00Z', 'Europe/Berlin', '2026/03/02 00:30'],
    ['2026-03-01T02:30:00Z', 'America/Los_Angeles', '2026/02/28 18:30'],
    ['2026-07-01T00:00:00Z', 'Asia/Kolkata', '2026/07/01 05:30'],
  ])('%s is written in the zone %s as %s', (instant, zone, written) => {
    expect(jqlTime(at(instant), zone)).toBe(written);
  });

  it('is not taken for the later of two hours that are called the same', () => {
    // 02:30 comes at 00:30Z and again at 01:30Z.
    expect(jqlTime(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('2026/10/25 01:30');
    expect(jqlTime(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('2026/10/25 02:30');
    expect(jqlTime(at('2026-03-29T00:30:00Z'), 'Europe/Berlin')).toBe('2026/03/29 01:30');
  });

  it('is rather too early where the zone is not known', () => {
    expect(jqlTime(at('2026-03-01T12:00:00Z'), 'Mars/Olympus')).toBe('2026/03/01 00:00');
  });
});
