import { describe, expect, it } from '@jest/globals';
import { isRubberStamp } from './rubber-stamp.js';

describe('a rubber stamp', () => {
  it('is a gate whose last 20 decisions were all GO', () => {
    expect(isRubberStamp({ decisions: 20, goes: 20 })).toBe(true);
    expect(isRubberStamp({ decisions: 20, goes: 19 })).toBe(false);
  });

  it('is not told of fewer than 20 decisions', () => {
    expect(isRubberStamp({ decisions: 19, goes: 19 })).toBe(false);
    expect(isRubberStamp({ decisions: 0, goes: 0 })).toBe(false);
  });
});
