import { describe, expect, it } from '@jest/globals';
import { checkReason } from './reason.js';

describe('a reason', () => {
  it('is a text that can be seen, of at most 4,000 characters', () => {
    expect(checkReason('The supplier is back.')).toEqual([]);
    expect(checkReason('x'.repeat(4_000))).toEqual([]);
  });

  it.each(['', '  \u200B ', 'x'.repeat(4_001)])('is refused when it is blank or too long', (reason) => {
    expect(checkReason(reason)).toEqual([
      { code: 'INVALID', message: 'reason must hold 1 to 4000 characters that can be seen.', field: ['reason'] },
    ]);
  });
});
