import { describe, expect, it } from '@jest/globals';
import { HEALTHS } from '../initiatives/health.js';
import { healthDifference } from './health-difference.js';

const REASON = 'Nothing is critical, and there is no warning.';

describe('the word of a person beside the rules', () => {
  it.each(HEALTHS)('says nothing where both say %s, or nobody has told anything', (health) => {
    expect(healthDifference(health, { health, reason: REASON })).toBeNull();
    expect(healthDifference(null, { health, reason: REASON })).toBeNull();
  });

  it('says which is the better, and why the rules say what they do', () => {
    expect(healthDifference('ON_TRACK', { health: 'OFF_TRACK', reason: 'Somebody has to act.' })).toBe(
      'It was told ON_TRACK last, which is better than OFF_TRACK, which follows from the rules. Somebody has to act.',
    );
    expect(healthDifference('AT_RISK', { health: 'ON_TRACK', reason: REASON })).toBe(
      `It was told AT_RISK last, which is worse than ON_TRACK, which follows from the rules. ${REASON}`,
    );
    expect(healthDifference('ON_TRACK', { health: 'NO_DATA', reason: REASON })).toMatch(/better than NO_DATA/);
    expect(healthDifference('OFF_TRACK', { health: 'NO_DATA', reason: REASON })).toMatch(/worse than NO_DATA/);
  });
});
