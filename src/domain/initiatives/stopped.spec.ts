import { describe, expect, it } from '@jest/globals';
import { unlessStopped } from './stopped.js';

describe('an initiative that has stopped', () => {
  it.each(['KILLED', 'RETIRED'] as const)('takes nothing new once it is %s', (status) => {
    expect(unlessStopped({ key: 'AI-1', status }, 'takes no evidence', ['initiativeId'])).toEqual([
      {
        code: 'WRONG_STATE',
        message: `AI-1 is ${status} and takes no evidence any more.`,
        field: ['initiativeId'],
      },
    ]);
  });

  it('is named without an argument where none is at fault', () => {
    expect(unlessStopped({ key: 'AI-1', status: 'KILLED' }, 'has no waiver in force')).toEqual([
      { code: 'WRONG_STATE', message: 'AI-1 is KILLED and has no waiver in force any more.' },
    ]);
  });

  it.each(['ACTIVE', 'ON_HOLD'] as const)('is none while it is %s', (status) => {
    expect(unlessStopped({ key: 'AI-1', status }, 'takes no evidence')).toEqual([]);
  });
});
