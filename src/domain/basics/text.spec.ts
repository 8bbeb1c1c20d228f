import { describe, expect, it } from '@jest/globals';
import { isReadable, lengthOf, tidy, unreadable, unstorable } from './text.js';

describe('a text', () => {
  it.each(['a\u0000b', '\ud800', 'a\udc00b'])('cannot be stored with %j', (text) => {
    expect(unstorable(text)).toContain('cannot be stored');
  });

  it.each(['', 'plain', '\u{1F600}', '<script>', "' OR 1=1", '\u202E'])('is stored as sent: %j', (text) => {
    expect(unstorable(text)).toBeNull();
  });

  it('loses the space at its ends and gets one spelling of each letter', () => {
    expect(tidy('  Cafe\u0301 ')).toBe('Caf\u00e9');
    expect(tidy('a  b')).toBe('a  b');
  });

  it.each(['', '   ', '\u200b\u200b', '\ufeff', '\n\t\u2060'])('is blank when nobody can see it: %j', (text) => {
    expect(tidy(text)).toBe('');
    expect(unreadable('name', text, 10)).toBe('name must hold 1 to 10 characters that can be seen.');
  });

  it('is counted in characters, and holds at most as many as are allowed', () => {
    expect(lengthOf('\u{1F600}'.repeat(3))).toBe(3);
    expect(unreadable('name', '\u{1F600}'.repeat(10), 10)).toBeNull();
    expect(unreadable('name', 'x'.repeat(11), 10)).not.toBeNull();
    expect([isReadable('x'.repeat(10), 10), isReadable('x'.repeat(11), 10), isReadable(' ', 10)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
