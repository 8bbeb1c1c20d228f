import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fingerprintOf, Fingerprints } from './fingerprints.js';

describe('fingerprints', () => {
  it('remember what was said of each, however many there are and wherever they would stand', () => {
    const seen = new Fingerprints();
    const keyOf = (number: number) => fingerprintOf(createHash('sha256').update(String(number)).digest());
    const numbers = Array.from({ length: 20_000 }, (_, number) => number);
    const known = numbers.filter((number) => {
      const isKnown = seen.get(keyOf(number)) !== null;
      seen.set(keyOf(number), number + 1, 4_294_967_295 - number);
      return isKnown;
    });
    expect(known).toEqual([]);
    expect(numbers.map((number) => seen.get(keyOf(number)))).toEqual(
      numbers.map((number) => [number + 1, 4_294_967_295 - number]),
    );
    seen.set(keyOf(7), 1, 2);
    expect(seen.get(keyOf(7))).toEqual([1, 2]);
  });

  it('tell those apart that would stand in the same place', () => {
    const seen = new Fingerprints();
    const [a, b, c] = [
      { high: 1, low: 1_023 },
      { high: 2, low: 1_023 },
      { high: 1, low: 2_047 },
    ];
    seen.set(a, 1, 10);
    expect(seen.get(b)).toBeNull();
    seen.set(b, 2, 20);
    seen.set(c, 3, 30);
    expect([seen.get(a), seen.get(b), seen.get(c)]).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
  });
});
