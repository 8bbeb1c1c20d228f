import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  aDefinition,
  aDocument,
  aKpi,
  aMeasurement,
  approvedOn,
  aTicket,
  aWaiver,
  day,
  entered,
  facts,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';
import { decimal } from '../basics/decimal.js';
import { recordings } from './recordings.js';

describe('the recordings of an initiative', () => {
  it('are all instants at which something was said of it that a gate asks for, each once', () => {
    const of = (date: string) => noon(`2026-01-${date}`);
    const known = facts({
      riskTiers: [{ riskTier: 'HIGH', recordedAt: of('01') }],
      pilotEntries: [entered(of('01'), { recordedAt: of('02'), supersededAt: of('03') })],
      evidence: [
        submitted('e', '2026-01-04', aDocument, accepted('2026-01-05')),
        submitted('f', '2026-01-04', aDocument),
      ],
      kpis: [aKpi('k', aDefinition({ recordedAt: of('06') }), aMeasurement('1', '2026-01-07'))],
      effort: [{ categoryKey: null, personDays: decimal('1'), workedOn: day('2026-01-01'), recordedAt: of('08') }],
      tickets: [
        aTicket('T-1', [{ recordedAt: of('09') }], { linkedAt: of('10'), unlinkedAt: of('11') }),
        aTicket('T-2', [], { linkedAt: of('10') }),
      ],
      waivers: [
        aWaiver('w', '2026-01-12', '2026-02-01', { ...approvedOn('2026-01-13'), revokedAt: of('14') }),
        aWaiver('v', '2026-01-12', '2026-02-01'),
      ],
    });
    const days = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14'];
    expect(recordings(known).toSorted()).toEqual(days.map(of));
  });
});
