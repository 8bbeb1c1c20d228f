import { describe, expect, it } from '@jest/globals';
import { INITIATIVE_STATUSES } from './initiative.js';
import { mayReopen, mayResume } from './moving-again.js';

describe('moving again', () => {
  it.each(INITIATIVE_STATUSES)('is a matter of what stopped it: %s', (status) => {
    expect(mayResume(status).map(({ code }) => code)).toEqual(status === 'ON_HOLD' ? [] : ['WRONG_STATE']);
    expect(mayReopen(status).map(({ code }) => code)).toEqual(status === 'KILLED' ? [] : ['WRONG_STATE']);
  });

  it('has nothing in its way from where it may', () => {
    expect(mayResume('ON_HOLD')).toEqual([]);
    expect(mayReopen('KILLED')).toEqual([]);
  });

  it('says what stands in the way', () => {
    expect(mayResume('KILLED')).toEqual([
      { code: 'WRONG_STATE', message: 'The initiative is KILLED; only one that is ON_HOLD can be resumed.' },
    ]);
    expect(mayReopen('RETIRED')).toEqual([
      { code: 'WRONG_STATE', message: 'The initiative is RETIRED; only one that is KILLED can be reopened.' },
    ]);
  });
});
