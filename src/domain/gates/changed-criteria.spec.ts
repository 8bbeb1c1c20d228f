import { describe, expect, it } from '@jest/globals';
import { changedCriteria, statusesOf } from './changed-criteria.js';
import type { CriterionAssessment } from './gate.js';

describe('criteria that changed', () => {
  it('are those with another status, in the order of the gate; a new one was MISSING', () => {
    expect(
      changedCriteria({ a: 'MISSING', b: 'MET', gone: 'MET' }, { b: 'STALE', a: 'MISSING', c: 'MISSING', d: 'MET' }),
    ).toEqual([
      { criterion: 'b', from: 'MET', to: 'STALE' },
      { criterion: 'd', from: 'MISSING', to: 'MET' },
    ]);
  });

  it('are told by key', () => {
    const assessed = [{ criterion: { key: 'a' }, status: 'MET' }] as unknown as CriterionAssessment[];
    expect(statusesOf(assessed)).toEqual({ a: 'MET' });
  });
});
