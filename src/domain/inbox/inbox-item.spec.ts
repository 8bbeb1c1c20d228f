import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day, noon } from '../../../test/support/gate-facts.js';
import type { Instant } from '../basics/instant.js';
import { INBOX_KINDS, tellMatter, type InboxMatter } from './inbox-item.js';

const matter = (other: Partial<InboxMatter> = {}): InboxMatter => ({
  kind: 'VOTE',
  subjectId: 'subject',
  initiativeKey: 'CLAIMS-1',
  since: noon('2026-06-01'),
  dueOn: null,
  about: 'Scale go',
  note: null,
  ...other,
});

const tell = (other: Partial<InboxMatter>) => tellMatter(matter(other), noon('2026-06-05'), 'UTC');

describe('what waits for a person', () => {
  it('is told with a reason and where it is settled', () => {
    const told = INBOX_KINDS.map((kind) => {
      const { reason, link } = tell({ kind, note: 'Too thin' });
      return `${reason} -> ${link}`;
    });
    expect(told).toEqual([
      'CLAIMS-1 is reviewed at the gate Scale go, and you have not voted: vote, or abstain. -> /i/CLAIMS-1/decide#subject',
      'The votes on CLAIMS-1 at the gate Scale go are in: you, or another gatekeeper, can decide. -> /i/CLAIMS-1/decide#subject',
      'Evidence for "Scale go" of CLAIMS-1 waits for its review: you, or another reviewer, can accept or return it. -> /i/CLAIMS-1?tab=evidence#subject',
      'Your evidence for "Scale go" of CLAIMS-1 was returned: "Too thin". Hand in a better one. -> /i/CLAIMS-1?tab=evidence#subject',
      'You answer for a condition of CLAIMS-1: "Scale go". When it is done, a program manager can close it. -> /i/CLAIMS-1?tab=gate#subject',
      'A waiver of "Scale go" is requested for CLAIMS-1: "Too thin". You, or another gatekeeper, can decide it. -> /i/CLAIMS-1?tab=gate#subject',
      'Effort on CLAIMS-1 came late for closed periods and waits (entries: Scale go): you, or another program manager, can accept or refuse it. -> /i/CLAIMS-1?tab=effort#subject',
      'Scale go calls on you in a comment on CLAIMS-1: "Too thin". Answer it, or mark it as read. -> /i/CLAIMS-1?tab=comments#subject',
      'CLAIMS-1 has been in production for Scale go days: say whether it brings what was promised. -> /i/CLAIMS-1?tab=kpis#subject',
    ]);
    expect(tell({ kind: 'RESUBMIT_EVIDENCE' }).reason).toBe(
      'Your evidence for "Scale go" of CLAIMS-1 was returned. Hand in a better one.',
    );
  });

  it('tells the owner of a condition that it was breached', () => {
    expect(tell({ kind: 'CLOSE_CONDITION', about: 'Train them', dueOn: day('2026-06-04') }).reason).toBe(
      'A condition of CLAIMS-1 that you answer for was due on 2026-06-04: "Train them". It is breached; when it is done, a program manager can close it late, and resume the initiative.',
    );
  });

  it('is overdue from the day after its due date, and never without one', () => {
    expect(tell({ dueOn: day('2026-06-05') }).isOverdue).toBe(false);
    expect(tell({ dueOn: day('2026-06-04') }).isOverdue).toBe(true);
    expect(tell({ dueOn: null }).isOverdue).toBe(false);
  });

  it("ages at the midnights of the portfolio's calendar", () => {
    const at = (timeZone: string): number =>
      tellMatter(
        matter({ since: '2026-06-01T23:30:00.000Z' as Instant }),
        '2026-06-02T00:30:00.000Z' as Instant,
        timeZone,
      ).ageDays;
    expect(at('UTC')).toBe(1);
    expect(at('Europe/Berlin')).toBe(0);
  });

  it('has one id for as long as it waits, and another one than everything else', () => {
    const kind = fc.constantFrom(...INBOX_KINDS);
    const id = fc.constantFrom('a', 'b');
    fc.assert(
      fc.property(kind, id, kind, id, (kindA, a, kindB, b) => {
        expect(tell({ kind: kindA, subjectId: a }).id === tell({ kind: kindB, subjectId: b, note: 'x' }).id).toBe(
          kindA === kindB && a === b,
        );
      }),
    );
  });
});
