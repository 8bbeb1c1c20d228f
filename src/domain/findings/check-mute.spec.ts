import { describe, expect, it } from '@jest/globals';
import { day } from '../../../test/support/gate-facts.js';
import { checkMute } from './check-mute.js';

const AROUND = { today: day('2026-08-01'), isCleared: false };
const ask = (reason: string, until: string, around = AROUND) =>
  checkMute({ reason, until: day(until) }, around).map(({ code, field }) => [code, field?.join('.')]);

describe('a mute', () => {
  it('is for a reason, and for today at least and 180 days at most', () => {
    expect(ask('Being replaced.', '2026-08-01')).toEqual([]);
    expect(ask('Being replaced.', '2027-01-28')).toEqual([]);
    expect(ask('Being replaced.', '2026-07-31')).toEqual([['INVALID', 'input.until']]);
    expect(ask('Being replaced.', '2027-01-29')).toEqual([['INVALID', 'input.until']]);
  });

  it('is refused for all reasons at once', () => {
    expect(ask(' ', '2026-07-31', { ...AROUND, isCleared: true })).toEqual([
      ['INVALID', 'input.reason'],
      ['INVALID', 'input.until'],
      ['WRONG_STATE', 'id'],
    ]);
  });
});
