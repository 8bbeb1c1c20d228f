import { describe, expect, it } from '@jest/globals';
import { begunMention, mentionsOf, withMention } from '../src/parts/mentions';

const ADA = { id: '1', name: 'Ada Admin', email: 'ada@example.org' };
const MARA = { id: '2', name: 'Mara Manager', email: 'person-3@example.org' };

describe('mentions in a text', () => {
  it('begin with an @ at the start of a word, up to the cursor', () => {
    expect(begunMention('Ask @ma', 7)).toBe('ma');
    expect(begunMention('@', 1)).toBe('');
    expect(begunMention('Ask @ma today', 7)).toBe('ma');
    expect(begunMention('ada@example', 11)).toBeNull();
    expect(begunMention('Ask @mara now', 13)).toBeNull();
  });

  it('offer whose name, any word of it, or address begins so', () => {
    expect(mentionsOf([MARA, ADA], '')).toEqual([ADA, MARA]);
    expect(mentionsOf([MARA, ADA], 'Man')).toEqual([MARA]);
    expect(mentionsOf([MARA, ADA], 'person')).toEqual([MARA]);
    expect(mentionsOf([MARA, ADA], 'dmin')).toEqual([]);
  });

  it('become the address, and the text after them stays', () => {
    expect(withMention('Ask @ma today', 7, MARA)).toEqual({ text: 'Ask @person-3@example.org today', cursor: 26 });
    expect(withMention('@', 1, ADA)).toEqual({ text: '@ada@example.org ', cursor: 17 });
  });
});
