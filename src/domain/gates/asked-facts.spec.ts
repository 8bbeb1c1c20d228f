import { describe, expect, it } from '@jest/globals';
import {
  aCondition,
  aCriterion,
  aDefinition,
  aGate,
  aKpi,
  aMeasurement,
  approvedOn,
  accepted,
  aTicket,
  aWaiver,
  aDocument,
  day,
  entered,
  facts,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';
import { decimal } from '../basics/decimal.js';
import { askedBy, knownSince } from './asked-facts.js';
import type { InitiativeFacts } from './gate.js';

const NOTHING = { criterionKeys: [], kpis: false, tickets: false, effortDays: 0 };

const share = (key: string, windowDays: number) =>
  aCriterion('EFFORT_SHARE', { key, settings: { category: 'PEOPLE_PROCESS', minPercent: '30', windowDays } });

describe('what gates ask for', () => {
  it('is nothing without a criterion', () => {
    expect(askedBy([])).toEqual(NOTHING);
    expect(askedBy([{ criteria: [] }])).toEqual(NOTHING);
  });

  it('is evidence of each criterion, once', () => {
    const gates = [
      aGate([aCriterion('DOCUMENT', { key: 'model-card' })]),
      aGate([aCriterion('SIGN_OFF', { key: 'model-card' })]),
    ];
    expect(askedBy(gates)).toEqual({ ...NOTHING, criterionKeys: ['model-card'] });
  });

  it.each(['KPI_CONTRACT', 'KPI_ATTAINMENT', 'MONITORING_PLAN'] as const)('is KPIs where a criterion is %s', (kind) => {
    expect(askedBy([aGate([aCriterion(kind)])])).toMatchObject({ kpis: true, tickets: false });
  });

  it('is tickets where a criterion is TICKETS_DONE', () => {
    expect(askedBy([aGate([aCriterion('TICKETS_DONE')])])).toMatchObject({ kpis: false, tickets: true });
  });

  it('is effort of the longest window', () => {
    expect(askedBy([aGate([share('a', 30), share('b', 90), share('c', 60)])]).effortDays).toBe(90);
  });
});

describe('since when facts are known', () => {
  it('is not said of none', () => {
    expect(knownSince(facts({ riskTiers: [], pilotEntries: [] }))).toBeNull();
  });

  const LATE = noon('2026-05-01');
  const early = entered(noon('2026-01-10'));
  it.each<[string, Partial<InitiativeFacts>]>([
    ['a risk tier', { riskTiers: [{ riskTier: 'HIGH', recordedAt: LATE }] }],
    ['an entry', { pilotEntries: [entered(LATE)] }],
    ['an entry that was recorded later', { pilotEntries: [{ ...early, recordedAt: LATE }] }],
    ['an entry that was replaced', { pilotEntries: [{ ...early, supersededAt: LATE }] }],
    ['evidence', { evidence: [submitted('e', '2026-05-01', aDocument)] }],
    ['a review', { evidence: [submitted('e', '2026-02-01', aDocument, accepted('2026-05-01'))] }],
    ['a definition', { kpis: [aKpi('k', aDefinition({ recordedAt: LATE }))] }],
    ['a measurement', { kpis: [aKpi('k', aDefinition(), aMeasurement('7', '2026-02-01', { recordedAt: LATE }))] }],
    [
      'effort',
      { effort: [{ categoryKey: null, personDays: decimal('1'), workedOn: day('2026-02-01'), recordedAt: LATE }] },
    ],
    ['a link of a ticket', { tickets: [aTicket('T-1', [], { linkedAt: LATE })] }],
    ['a link that was taken away', { tickets: [aTicket('T-1', [], { unlinkedAt: LATE })] }],
    ['a state of a ticket', { tickets: [aTicket('T-1', [{ recordedAt: LATE }])] }],
    ['a condition', { conditions: [aCondition({ madeAt: LATE })] }],
    ['a breach', { conditions: [aCondition({ madeAt: noon('2026-02-01'), breachedAt: LATE })] }],
    ['a closing', { conditions: [aCondition({ madeAt: noon('2026-02-01'), closedAt: LATE })] }],
    ['a request for a waiver', { waivers: [aWaiver('w', '2026-05-01', '2026-06-01')] }],
    ['a decision on a waiver', { waivers: [aWaiver('w', '2026-02-01', '2026-06-01', approvedOn('2026-05-01'))] }],
    ['a revocation', { waivers: [aWaiver('w', '2026-02-01', '2026-06-01', { revokedAt: LATE })] }],
  ])('is when the last of them was recorded: %s', (_, late) => {
    expect(knownSince(facts(late))).toBe(LATE);
  });
});
