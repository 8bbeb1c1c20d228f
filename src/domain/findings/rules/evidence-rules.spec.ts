import { describe, expect, it } from '@jest/globals';
import { aStay, foundBy, STAGES, summerMidnight } from '../../../../test/support/finding-facts.js';
import {
  accepted,
  aCheck,
  aDocument,
  aMonitoringPlan,
  approvedOn,
  aWaiver,
  noon,
  returned,
  submitted,
} from '../../../../test/support/gate-facts.js';
import type { RiskTier } from '../../gates/gate.js';
import { evidenceExpiring } from './evidence-expiring.js';
import { evidenceStale } from './evidence-stale.js';

const stale = foundBy(evidenceStale);
const expiring = foundBy(evidenceExpiring);

/** Stands in Operate, behind all gates. */
const stays = [aStay('scale', '2026-01-01', '2026-02-01'), aStay('operate', '2026-02-01')];
const check = (id: string, on: string, passed = true) =>
  submitted(id, on, aCheck(on, { passed }), { criterionKey: 'alerts-live' });
/** Valid for 180 days. */
const plan = (id: string, on: string, acceptedOn: string) =>
  submitted(id, on, aMonitoringPlan(), { criterionKey: 'monitoring-plan', ...accepted(acceptedOn) });
const tiers = (...each: readonly (readonly [RiskTier, string])[]) =>
  each.map(([riskTier, on]) => ({ riskTier, recordedAt: noon(on) }));

describe('EVIDENCE_STALE', () => {
  const evidence = [check('c', '2026-01-20')];

  it('is found of story 4 from 21 April on, after launch too', () => {
    expect(stale({ stays, evidence, at: noon('2026-04-21') })).toEqual([
      {
        code: 'EVIDENCE_STALE',
        subject: 'alerts-live',
        level: 'WARNING',
        since: summerMidnight('2026-04-21'),
        message: 'The evidence for "Alerts are live" at Production acceptance ran out: it held through 2026-04-20.',
        facts: { criterionKey: 'alerts-live', gateKey: 'g4', evidenceId: 'c', lastDay: '2026-04-20' },
      },
    ]);
  });

  it('is just not found on 20 April, nor asked as of 15 April', () => {
    expect(stale({ stays, evidence, at: noon('2026-04-20') })).toEqual([]);
    expect(stale({ stays, evidence, at: noon('2026-04-15') })).toEqual([]);
  });

  it('clears with a newer check, goes on with one that failed as something else, and comes back', () => {
    const renewed = [...evidence, check('d', '2026-05-01')];
    expect(stale({ stays, evidence: renewed, at: noon('2026-05-01') })).toEqual([]);
    // Through 30 July.
    expect(stale({ stays, evidence: renewed })).toMatchObject([{ since: summerMidnight('2026-07-31') }]);
    expect(stale({ stays, evidence: [...evidence, check('d', '2026-05-01', false)] })).toEqual([]);
  });

  it('goes by the newest accepted submission, not by one that waits or was returned', () => {
    const old = plan('p', '2026-01-01', '2026-01-02');
    const waiting = submitted('q', '2026-07-10', aMonitoringPlan(), { criterionKey: 'monitoring-plan' });
    const sent = submitted('r', '2026-07-11', aMonitoringPlan(), {
      criterionKey: 'monitoring-plan',
      ...returned('2026-07-12', null),
    });
    expect(stale({ stays, evidence: [old, waiting, sent] })).toMatchObject([
      { subject: 'monitoring-plan', since: summerMidnight('2026-07-01'), facts: { evidenceId: 'p' } },
    ]);
    const late = { ...waiting, ...accepted('2026-08-01') };
    expect(stale({ stays, evidence: [old, late] })).toEqual([]);
  });

  it('is found since it was accepted, where it had run out by then', () => {
    expect(stale({ stays, evidence: [plan('p', '2025-01-01', '2026-07-20')] })).toMatchObject([
      { since: noon('2026-07-20') },
    ]);
  });

  it('concerns the gates that were passed and the one it stands at, and no gate ahead', () => {
    const own = [plan('p', '2025-01-01', '2025-01-02')];
    expect(stale({ stays: [aStay('poc', '2026-01-01')], evidence: own })).toEqual([]);
    expect(stale({ stays: [], evidence: own })).toEqual([]);
    expect(stale({ stays: [aStay('pilot', '2026-03-01')], evidence: own })).toMatchObject([
      { since: noon('2026-03-01') },
    ]);
  });

  it('does not speak of what has no last day, nor of a criterion that is not asked of the risk tier', () => {
    const own = [
      submitted('d', '2020-01-01', aDocument, { criterionKey: 'risk-assessment', ...accepted('2020-01-02') }),
      submitted('e', '2025-06-01', aDocument, { criterionKey: 'independent-risk-review', ...accepted('2025-06-02') }),
    ];
    expect(stale({ stays, evidence: own })).toEqual([]);
    expect(
      stale({ stays, evidence: own, riskTiers: tiers(['LIMITED', '2025-01-01'], ['HIGH', '2026-06-01']) }),
    ).toMatchObject([{ subject: 'independent-risk-review', since: noon('2026-06-01') }]);
    expect(stale({ stays, evidence: own, riskTiers: [] })).toHaveLength(1);
  });

  it('is silent while a waiver of that gate stands in for it', () => {
    const waiver = (gateKey: string, other = {}) =>
      aWaiver('w', '2026-05-01', '2026-06-30', {
        gateKey,
        criterionKey: 'alerts-live',
        ...approvedOn('2026-05-02'),
        ...other,
      });
    const asked = { stays, evidence: [check('c', '2026-01-20')], at: noon('2026-06-30') };
    expect(stale({ ...asked, waivers: [waiver('g4')] })).toEqual([]);
    expect(stale({ ...asked, waivers: [waiver('g4', { revokedAt: noon('2026-06-20') })] })).toMatchObject([
      { since: noon('2026-06-20') },
    ]);
    expect(stale({ ...asked, waivers: [waiver('g4')], at: noon('2026-07-01') })).toMatchObject([
      { since: summerMidnight('2026-07-01') },
    ]);
    expect(stale({ ...asked, waivers: [waiver('g4', { decision: null })] })).toHaveLength(1);
    expect(stale({ ...asked, waivers: [waiver('g3')] })).toHaveLength(1);
  });

  it('is only good to know of what should be met', () => {
    const [first] = stale({ stays, evidence });
    const soft = (stages: Parameters<typeof stale>[0]['stages']) =>
      stages?.map((stage) => ({
        ...stage,
        exitGate: stage.exitGate && {
          ...stage.exitGate,
          criteria: stage.exitGate.criteria.map((criterion) => ({ ...criterion, weight: 'SHOULD_MEET' as const })),
        },
      }));
    expect(first?.level).toBe('WARNING');
    expect(stale({ stays, evidence, stages: soft(STAGES)! })[0]?.level).toBe('INFO');
  });
});

describe('EVIDENCE_EXPIRING', () => {
  const evidence = [check('c', '2026-01-20')];

  it('is found of story 4 from 21 March on, the 30th day before the last one', () => {
    expect(expiring({ stays, evidence, at: noon('2026-03-21') })).toEqual([
      {
        code: 'EVIDENCE_EXPIRING',
        subject: 'alerts-live',
        level: 'INFO',
        since: '2026-03-20T23:00:00.000Z',
        message:
          'The evidence for "Alerts are live" at Production acceptance runs out: it holds through 2026-04-20, 30 more days.',
        facts: {
          criterionKey: 'alerts-live',
          criterion: 'Alerts are live',
          gateKey: 'g4',
          gate: 'Production acceptance',
          evidenceId: 'c',
          lastDay: '2026-04-20',
          daysLeft: 30,
        },
      },
    ]);
    expect(expiring({ stays, evidence, at: noon('2026-04-19') })).toMatchObject([
      { since: '2026-03-20T23:00:00.000Z', message: expect.stringContaining('1 more day.') },
    ]);
    expect(expiring({ stays, evidence, at: noon('2026-04-20') })).toMatchObject([{ facts: { daysLeft: 0 } }]);
  });

  it('is just not found on 20 March, nor once it has run out', () => {
    expect(expiring({ stays, evidence, at: noon('2026-03-20') })).toEqual([]);
    expect(expiring({ stays, evidence, at: noon('2026-04-21') })).toEqual([]);
  });

  it('clears when it is renewed, and does not speak of what takes effect later', () => {
    expect(expiring({ stays, evidence: [...evidence, check('d', '2026-04-01')], at: noon('2026-04-01') })).toEqual([]);
    const ahead = { ...check('e', '2026-04-01'), effectiveOn: check('e', '2026-05-01').effectiveOn };
    expect(expiring({ stays, evidence: [ahead], at: noon('2026-04-02') })).toEqual([]);
  });
});
