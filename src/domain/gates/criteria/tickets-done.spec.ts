import { describe, expect, it } from '@jest/globals';
import { aCriterion, assessOne, facts } from '../../../../test/support/gate-facts.js';

describe('a criterion that asks for tickets to be done', () => {
  it('is MISSING while no ticket can be linked', () => {
    expect(assessOne(aCriterion('TICKETS_DONE'), facts(), '2026-02-01')).toMatchObject({
      status: 'MISSING',
      reason: 'No ticket is linked to this criterion.',
      remedy:
        'Linking its tickets would clear it once they are done; nobody can yet, for no ticketing tool is connected.',
      evidenceId: null,
    });
  });
});
