import { describe, expect, it } from '@jest/globals';
import { aStay, foundBy } from '../../../../test/support/finding-facts.js';
import { accepted, aDocument, aUxReview, noon, returned, submitted } from '../../../../test/support/gate-facts.js';
import { uxTooLate } from './ux-too-late.js';

const found = foundBy(uxTooLate);
const stays = [
  aStay('poc', '2026-01-10', '2026-04-01'),
  aStay('pilot', '2026-04-01', '2026-06-01'),
  aStay('scale', '2026-06-01'),
];

describe('UX_TOO_LATE', () => {
  it('is found from the moment the pilot begins, and goes on after it', () => {
    expect(found({ stays })).toEqual([
      {
        code: 'UX_TOO_LATE',
        subject: '',
        level: 'WARNING',
        since: noon('2026-04-01'),
        message: 'It is past its proof of concept without any accepted UX review: none was handed in.',
        facts: { submitted: 0 },
      },
    ]);
    expect(found({ stays, at: noon('2026-04-01') })).toHaveLength(1);
  });

  it('is just not found in the proof of concept, or with a review accepted at that moment', () => {
    expect(found({ stays, at: noon('2026-03-31') })).toEqual([]);
    expect(found({ stays: [] })).toEqual([]);
    expect(found({ stays, evidence: [submitted('u', '2026-07-01', aUxReview(), accepted('2026-08-01'))] })).toEqual([]);
  });

  it('is not cleared by one that waits or was returned, nor by other evidence', () => {
    const evidence = [
      submitted('u', '2026-05-01', aUxReview()),
      submitted('v', '2026-05-02', aUxReview(), returned('2026-05-03', 'Too few')),
      submitted('d', '2026-05-01', aDocument, accepted('2026-05-02')),
      submitted('w', '2026-08-02', aUxReview(), accepted('2026-08-02')),
    ];
    expect(found({ stays, evidence })).toMatchObject([
      {
        message: 'It is past its proof of concept without any accepted UX review: none of the 2 handed in is accepted.',
        facts: { submitted: 2 },
      },
    ]);
  });

  it('clears for good with the first accepted one, however old', () => {
    expect(found({ stays, evidence: [submitted('u', '2025-01-01', aUxReview(), accepted('2025-01-02'))] })).toEqual([]);
  });

  it('begins anew where it came back to the pilot', () => {
    const back = [
      aStay('pilot', '2026-04-01', '2026-05-01'),
      aStay('poc', '2026-05-01', '2026-07-01'),
      aStay('pilot', '2026-07-01'),
    ];
    expect(found({ stays: back })).toMatchObject([{ since: noon('2026-07-01') }]);
  });
});
