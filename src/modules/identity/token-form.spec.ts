import { describe, expect, it } from '@jest/globals';
import { hashOfToken, isWellFormedToken, newToken } from './token-form.js';

describe('an API token', () => {
  it('is told from any other text, and never made twice', () => {
    const tokens = Array.from({ length: 200 }, newToken);
    expect(tokens.every(isWellFormedToken)).toBe(true);
    expect(new Set(tokens).size).toBe(200);
  });

  it('is refused with any one character changed', () => {
    const token = newToken();
    for (let position = 4; position < token.length; position += 1) {
      const other = token[position] === 'a' ? 'b' : 'a';
      expect(isWellFormedToken(token.slice(0, position) + other + token.slice(position + 1))).toBe(false);
    }
  });

  it.each(['', 'tgt_', 'tgt_short', `tgt_${'a'.repeat(37)}`, `ghp_${'a'.repeat(36)}`])('is not %j', (text) => {
    expect(isWellFormedToken(text)).toBe(false);
  });

  it('is kept as its SHA-256 only', () => {
    expect(hashOfToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
