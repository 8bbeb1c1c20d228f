import { describe, expect, it } from '@jest/globals';
import { CRITERION_KINDS } from '../gate.js';
import { ASSESSORS } from './all-criteria.js';

describe('the table of assessors', () => {
  it('has one of its own for every kind of criterion', () => {
    expect(Object.keys(ASSESSORS).toSorted()).toEqual(CRITERION_KINDS.toSorted());
    expect(new Set(Object.values(ASSESSORS)).size).toBe(CRITERION_KINDS.length);
  });
});
