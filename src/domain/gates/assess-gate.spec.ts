import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  accepted,
  aDocument,
  aGate,
  approvedOn,
  assessOne,
  aWaiver,
  facts,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';
import { assessGate, summarise } from './assess-gate.js';

const done = submitted('a', '2026-01-03', aDocument, { criterionKey: 'done', ...accepted('2026-01-04') });

describe('assessing a gate', () => {
  it('says something of every criterion, in the order of the gate', () => {
    const gate = aGate([aCriterion('TICKETS_DONE', { key: 'tickets' }), aCriterion('DOCUMENT', { key: 'done' })]);
    const assessments = assessGate(gate, facts({ evidence: [done] }), noon('2026-02-01'));
    expect(assessments.map(({ criterion, status }) => [criterion.key, status])).toEqual([
      ['tickets', 'MISSING'],
      ['done', 'MET'],
    ]);
  });

  it('is blocked by a must-meet criterion and never by a should-meet one', () => {
    expect(assessOne(aCriterion('DOCUMENT'), facts(), '2026-02-01').blocks).toBe(true);
    expect(assessOne(aCriterion('DOCUMENT', { weight: 'SHOULD_MEET' }), facts(), '2026-02-01')).toMatchObject({
      status: 'MISSING',
      blocks: false,
    });
  });

  it('does not ask a criterion of another risk tier, by the tier in force at the instant', () => {
    const criterion = aCriterion('DOCUMENT', { riskTiers: ['LIMITED', 'HIGH'] });
    const riskTiers = [
      { riskTier: 'MINIMAL', recordedAt: noon('2026-01-01') },
      { riskTier: 'HIGH', recordedAt: noon('2026-02-01') },
    ] as const;
    const known = facts({ riskTiers });
    expect(assessOne(criterion, known, '2026-01-31')).toEqual({
      criterion,
      status: 'NOT_APPLICABLE',
      blocks: false,
      reason: 'It is asked of risk tier LIMITED or HIGH only, and this initiative is MINIMAL.',
      remedy: null,
      evidenceId: null,
      waiverId: null,
    });
    expect(assessOne(criterion, known, '2026-02-01').status).toBe('MISSING');
  });

  it('asks it where no tier was recorded yet', () => {
    const criterion = aCriterion('DOCUMENT', { riskTiers: ['HIGH'] });
    expect(assessOne(criterion, facts({ riskTiers: [] }), '2026-01-31').status).toBe('MISSING');
  });

  it('does not see what was recorded after the instant', () => {
    const known = facts({ evidence: [{ ...done, criterionKey: 'criterion' }] });
    expect(assessOne(aCriterion('DOCUMENT'), known, '2026-01-02').status).toBe('MISSING');
    expect(assessOne(aCriterion('DOCUMENT'), known, '2026-01-03').status).toBe('SUBMITTED');
    expect(assessOne(aCriterion('DOCUMENT'), known, '2026-01-04').status).toBe('MET');
  });
});

describe('the summary of a gate', () => {
  const must = aCriterion('DOCUMENT', { key: 'done' });
  const open = aCriterion('DOCUMENT', { key: 'open' });
  const should = aCriterion('DOCUMENT', { key: 'nice', weight: 'SHOULD_MEET' });
  const elsewhere = aCriterion('DOCUMENT', { key: 'high', riskTiers: ['HIGH'] });
  const of = (...criteria: readonly ReturnType<typeof aCriterion>[]) =>
    summarise(assessGate(aGate(criteria), facts({ evidence: [done] }), noon('2026-02-01')));

  it('counts must-meet criteria that apply, and those of them that are met', () => {
    expect(of(must, open, should, elsewhere)).toEqual({ ready: false, metCount: 1, mustMeetCount: 2 });
  });

  it('is ready with a criterion that is waived, which is not met all the same', () => {
    const waivers = [aWaiver('w', '2026-01-05', '2026-02-28', { criterionKey: 'open', ...approvedOn('2026-01-05') })];
    const known = facts({ evidence: [done], waivers });
    expect(summarise(assessGate(aGate([must, open]), known, noon('2026-02-01')))).toEqual({
      ready: true,
      metCount: 1,
      mustMeetCount: 2,
    });
  });

  it('is ready when nothing blocks', () => {
    expect(of(must, should, elsewhere)).toEqual({ ready: true, metCount: 1, mustMeetCount: 1 });
    expect(of()).toEqual({ ready: true, metCount: 0, mustMeetCount: 0 });
  });
});
