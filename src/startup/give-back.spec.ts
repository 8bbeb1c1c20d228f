import { describe, expect, it } from '@jest/globals';
import { giveBackMemory } from './give-back.js';

const MEGABYTE = 2 ** 20;

describe('what starting took', () => {
  it('is given back to the system', () => {
    // In what is held by one place only, so that dropping it leaves nobody who holds it.
    const started: { taken: readonly (readonly number[])[] | null } = {
      taken: Array.from({ length: 100 }, (_, place) => new Array<number>(131_072).fill(place + 0.5)),
    };
    const { heapTotal } = process.memoryUsage();
    started.taken = null;
    giveBackMemory();
    expect(process.memoryUsage().heapTotal).toBeLessThan(heapTotal - 50 * MEGABYTE);
  });
});
