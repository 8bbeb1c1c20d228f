import { describe, expect, it } from '@jest/globals';
import { mayDeactivate } from './deactivation.js';

describe('a deactivation', () => {
  it('is of others only', () => {
    expect(mayDeactivate('gil', 'root')).toEqual([]);
    expect(mayDeactivate('root', 'root')).toMatchObject([{ code: 'INVALID', field: ['id'] }]);
  });
});
