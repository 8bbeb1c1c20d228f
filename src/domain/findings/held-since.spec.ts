import { describe, expect, it } from '@jest/globals';
import { noon } from '../../../test/support/gate-facts.js';
import { heldSince } from './held-since.js';

const changes = ['2026-03-01', '2026-01-01', '2026-02-01', '2026-05-01'].map(noon);

describe('since when something has held', () => {
  it('is the first change after the last break, in whichever order they come', () => {
    expect(heldSince(changes, noon('2026-04-01'), (then) => then >= noon('2026-02-01'))).toBe(noon('2026-02-01'));
    expect(heldSince(changes, noon('2026-04-01'), () => true)).toBe(noon('2026-01-01'));
    expect(heldSince(changes, noon('2026-04-01'), (then) => then !== noon('2026-02-01'))).toBe(noon('2026-03-01'));
  });

  it('is nothing where it does not hold, and the instant itself where nothing changed', () => {
    expect(heldSince(changes, noon('2026-04-01'), (then) => then < noon('2026-04-01'))).toBeNull();
    expect(heldSince([], noon('2026-04-01'), () => true)).toBe(noon('2026-04-01'));
  });
});
