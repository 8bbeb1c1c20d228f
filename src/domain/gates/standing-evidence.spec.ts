import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted, aCheck, aDocument, aSignOff, noon, returned, submitted } from '../../../test/support/gate-facts.js';
import type { EvidenceFact } from './gate.js';
import { newest, newestAccepted, newestCheck, submissionsFor } from './standing-evidence.js';

const criterion = { key: 'criterion' };

describe('what was handed in for a criterion', () => {
  it('is of its key and of its kind', () => {
    const mine = submitted('mine', '2026-03-01', aDocument);
    const elsewhere = submitted('elsewhere', '2026-03-01', aDocument, { criterionKey: 'other' });
    const another = submitted('another', '2026-03-01', aSignOff);
    expect(submissionsFor('DOCUMENT', criterion, [mine, elsewhere, another])).toEqual([mine]);
  });
});

describe('the newest', () => {
  const older = submitted('b', '2026-03-01', aDocument, accepted('2026-03-20'));
  const newer = submitted('a', '2026-03-10', aDocument, accepted('2026-03-11'));

  it('is the one submitted last, whenever it was reviewed', () => {
    expect(newest([newer, older])).toBe(newer);
  });

  it('is the same in whatever order the rows come, also of those submitted at once', () => {
    const all = ['a', 'b', 'c'].map((id) => submitted(id, '2026-03-01', aDocument));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 3 }), (evidence) => {
        expect(newest(evidence)?.id).toBe('c');
      }),
    );
  });

  it('is nothing of nothing', () => {
    expect(newest<EvidenceFact>([])).toBeUndefined();
    expect(newestAccepted<EvidenceFact>([])).toBeUndefined();
    expect(newestCheck([])).toBeUndefined();
  });

  it('accepted one passes over what waits and what was returned', () => {
    const waiting = submitted('c', '2026-03-20', aDocument);
    const sentBack = submitted('d', '2026-03-21', aDocument, returned('2026-03-22', 'No.'));
    expect(newestAccepted([older, newer, waiting, sentBack])).toBe(newer);
    expect(newestAccepted([waiting, sentBack])).toBeUndefined();
  });

  it('check is the one made last, though it was reported before another', () => {
    const checks = submissionsFor('EXTERNAL_CHECK', criterion, [
      submitted('late', '2026-03-20', aCheck('2026-03-01')),
      submitted('early', '2026-03-05', aCheck('2026-03-05')),
    ]);
    expect(newestCheck(checks)?.content.checkedAt).toBe(noon('2026-03-05'));
  });
});
