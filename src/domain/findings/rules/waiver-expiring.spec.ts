import { describe, expect, it } from '@jest/globals';
import { aStay, foundBy, summerMidnight } from '../../../../test/support/finding-facts.js';
import { accepted, aDocument, approvedOn, aWaiver, noon, submitted } from '../../../../test/support/gate-facts.js';
import type { WaiverFact } from '../../gates/waiver.js';
import { waiverExpiring } from './waiver-expiring.js';

const found = foundBy(waiverExpiring);
const stays = [aStay('poc', '2026-04-01')];
const waiver = (expiresOn: string, other: Partial<WaiverFact> = {}) =>
  aWaiver('w', '2026-06-01', expiresOn, {
    gateKey: 'g2',
    criterionKey: 'risk-assessment',
    ...approvedOn('2026-06-02'),
    ...other,
  });

describe('WAIVER_EXPIRING', () => {
  it('is found from the 14th day before its last one', () => {
    expect(found({ stays, waivers: [waiver('2026-08-15')] })).toEqual([
      {
        code: 'WAIVER_EXPIRING',
        subject: 'w',
        level: 'WARNING',
        since: summerMidnight('2026-08-01'),
        message: 'The waiver of "Risk assessment" at Pilot go ends on 2026-08-15, 14 more days: then it must be met.',
        facts: {
          waiverId: 'w',
          criterionKey: 'risk-assessment',
          criterion: 'Risk assessment',
          gateKey: 'g2',
          gate: 'Pilot go',
          expiresOn: '2026-08-15',
          daysLeft: 14,
          compensatingControl: 'Somebody looks at it daily',
        },
      },
    ]);
    expect(found({ stays, waivers: [waiver('2026-08-01')] })).toMatchObject([{ facts: { daysLeft: 0 } }]);
  });

  it('is just not found 15 days before, nor after its last day', () => {
    expect(found({ stays, waivers: [waiver('2026-08-16')] })).toEqual([]);
    expect(found({ stays, waivers: [waiver('2026-07-31')] })).toEqual([]);
  });

  it('is found since it was approved, where that was later', () => {
    const late = waiver('2026-08-05', approvedOn('2026-07-30'));
    expect(found({ stays, waivers: [late] })).toMatchObject([{ since: noon('2026-07-30') }]);
    expect(found({ stays, waivers: [late], at: noon('2026-07-29') })).toEqual([]);
  });

  it('is none of a waiver that waits, was denied or revoked, or is of a criterion the template does not have', () => {
    for (const other of [
      { decision: null },
      { decision: { outcome: 'DENIED', decidedBy: 'g', decidedAt: noon('2026-06-02') } as const },
      { revokedAt: noon('2026-07-01') },
      { gateKey: 'g3' },
      { criterionKey: 'unknown' },
    ]) {
      expect(found({ stays, waivers: [waiver('2026-08-10', other)] })).toEqual([]);
    }
  });

  it('clears once the criterion is met, for then nobody needs the waiver', () => {
    const evidence = [
      submitted('e', '2026-07-28', aDocument, { criterionKey: 'risk-assessment', ...accepted('2026-07-31') }),
    ];
    const waivers = [waiver('2026-08-10')];
    expect(found({ stays, waivers, evidence, at: noon('2026-07-30') })).toMatchObject([
      { since: summerMidnight('2026-07-27') },
    ]);
    expect(found({ stays, waivers, evidence })).toEqual([]);
  });
});
