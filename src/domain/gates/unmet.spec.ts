import { describe, expect, it } from '@jest/globals';
import { aCriterion, assessOne, facts } from '../../../test/support/gate-facts.js';
import { told, unmet } from './unmet.js';

const missing = assessOne(aCriterion('DOCUMENT', { name: 'Feasibility' }), facts(), '2026-02-01');

describe('what a criterion tells', () => {
  it('is what is so and then what would clear it', () => {
    expect(told({ ...missing, remedy: 'Hand it in.' })).toBe('Feasibility: No document is submitted. Hand it in.');
  });

  it('is what is so alone where there is nothing to clear', () => {
    expect(told({ ...missing, remedy: null })).toBe('Feasibility: No document is submitted.');
  });
});

describe('what a gate refuses', () => {
  it('is each criterion that blocks, with its assessment', () => {
    expect(unmet([{ ...missing, blocks: false }, missing])).toEqual([
      { code: 'CRITERION_UNMET', message: told(missing), assessment: missing },
    ]);
  });
});
