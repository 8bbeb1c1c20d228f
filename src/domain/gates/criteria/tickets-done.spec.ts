import { describe, expect, it } from '@jest/globals';
import { aCriterion, assessOne, aTicket, facts, noon, type TicketState } from '../../../../test/support/gate-facts.js';
import type { TicketFact } from '../gate.js';

const AT = '2026-02-01';
const criterion = aCriterion('TICKETS_DONE');

const done: TicketState = { statusCategory: 'DONE', statusName: 'Closed', recordedAt: noon('2026-01-10') };

const assess = (...tickets: TicketFact[]) => assessOne(criterion, facts({ tickets }), AT);

describe('a criterion that asks for tickets to be done', () => {
  it('is missing while none is linked, at this criterion and at this time', () => {
    for (const tickets of [
      [],
      [aTicket('A-1', [done], { criterionKey: 'other' })],
      [aTicket('A-1', [done], { linkedAt: noon('2026-02-02') })],
      [aTicket('A-1', [done], { unlinkedAt: noon('2026-01-20') })],
    ]) {
      expect(assess(...tickets)).toMatchObject({
        status: 'MISSING',
        reason: 'No ticket is linked to this criterion.',
        remedy: 'Link its tickets; a program manager can, and so can a rule.',
      });
    }
  });

  it('is met when all are done', () => {
    expect(assess(aTicket('A-1', [{}, done]), aTicket('A-2', [done]))).toMatchObject({
      status: 'MET',
      reason: 'All linked tickets are done (2).',
      remedy: null,
    });
  });

  it('names those that are not, and says what they are', () => {
    expect(
      assess(
        aTicket('A-1', [done]),
        aTicket('A-2', [{}]),
        aTicket('A-3', [{ statusCategory: 'UNKNOWN', statusName: '已完成' }]),
        aTicket('A-4', [{ statusCategory: 'TODO', statusName: null }]),
        aTicket('A-5', []),
      ),
    ).toMatchObject({
      status: 'NOT_MET',
      reason:
        'Linked tickets done: 1 of 5; not yet: A-2 (Doing), A-3 (已完成: not known what that comes to), A-4 (TODO) and A-5 (its status: not known what that comes to).',
      remedy: 'Whoever works on them can get them done.',
    });
  });

  it('does not count what was called off, nor what was deleted before it was done', () => {
    const called = aTicket('A-1', [done, { statusCategory: 'CANCELED', recordedAt: noon('2026-01-11') }]);
    const deleted = aTicket('A-2', [{}, { isDeleted: true, recordedAt: noon('2026-01-11') }]);
    expect(assess(called, deleted)).toMatchObject({
      status: 'NOT_MET',
      reason: 'Linked tickets done: 0 of 2; not yet: A-1 (called off) and A-2 (deleted).',
      remedy: 'Whoever works on them can get them done; a program manager can unlink what is called off or deleted.',
    });
  });

  it('still counts what was deleted after it was done', () => {
    expect(assess(aTicket('A-1', [done, { ...done, isDeleted: true, recordedAt: noon('2026-01-12') }])).status).toBe(
      'MET',
    );
  });

  it('is open again when one is reopened', () => {
    expect(assess(aTicket('A-1', [done, { recordedAt: noon('2026-01-15') }])).status).toBe('NOT_MET');
    expect(
      assessOne(
        criterion,
        facts({ tickets: [aTicket('A-1', [done, { recordedAt: noon('2026-01-15') }])] }),
        '2026-01-12',
      ).status,
    ).toBe('MET');
  });

  it('names five at most', () => {
    expect(assess(...Array.from({ length: 7 }, (_, index) => aTicket(`A-${index}`, [{}]))).reason).toBe(
      'Linked tickets done: 0 of 7; not yet: A-0 (Doing), A-1 (Doing), A-2 (Doing), A-3 (Doing), A-4 (Doing) and 2 more.',
    );
  });
});
