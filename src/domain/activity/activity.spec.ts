import { describe, expect, it } from '@jest/globals';
import { activityOf, type Named } from './activity.js';

const nameIn = (names: Readonly<Record<string, string>>) => (key: string) => names[key] ?? null;
const named: Named = {
  gate: nameIn({ g3: 'Scale-up' }),
  criterion: nameIn({ ux: 'UX review' }),
  stage: nameIn({ pilot: 'Pilot', scale: 'Scale' }),
};
const told = (action: string, changes: Readonly<Record<string, unknown>> = {}) => activityOf(action, changes, named);

describe('what is told of an event of the audit trail', () => {
  it('names gate, outcome and way of a decision, and keeps its rationale', () => {
    const stage = { from: 'pilot', to: 'scale' };
    expect(told('gate.decided', { gateKey: 'g3', outcome: 'CONDITIONAL_GO', rationale: 'It holds.', stage })).toEqual({
      kind: 'DECISION',
      deed: 'decided gate Scale-up: conditional go, from Pilot to Scale',
      note: 'It holds.',
      gateKey: 'g3',
      criterionKey: null,
    });
  });

  it('tells no way where it stays, and keys where the workflow has other names', () => {
    const stage = { from: 'pilot', to: 'pilot' };
    expect(told('gate.decided', { gateKey: 'g9', outcome: 'HOLD', stage }).deed).toBe('decided gate g9: hold');
    expect(told('gate.decided', { outcome: 'GO', stage: { from: 'old', to: 'new' } }).deed).toBe(
      'decided a gate: go, from old to new',
    );
    expect(told('initiative.resumed', { stage: 'pilot', reason: 'The labels came' })).toMatchObject({
      deed: 'resumed it',
      note: 'The labels came',
    });
  });

  it('names the criterion of evidence', () => {
    expect(told('evidence.reviewed', { criterionKey: 'ux', outcome: 'RETURNED', comment: 'Too few' })).toMatchObject({
      kind: 'EVIDENCE',
      deed: 'reviewed the evidence for UX review: returned',
      note: 'Too few',
      criterionKey: 'ux',
    });
    expect(told('evidence.submitted', { criterionKey: 'gone' }).deed).toBe('handed in evidence for gone');
    expect(told('evidence.submitted').deed).toBe('handed in evidence for a criterion');
  });

  it('tells what a finding says, and of effort what became of it', () => {
    expect(told('finding.raised', { message: 'It stands for 233 days.' })).toMatchObject({
      kind: 'FINDING',
      deed: 'raised a finding',
      note: 'It stands for 233 days.',
    });
    expect(told('effort.recorded')).toMatchObject({ kind: 'EFFORT', deed: 'recorded effort' });
  });

  it('tells what it knows by its beginning or not at all as it is spelled', () => {
    expect(told('findings.seen')).toMatchObject({ kind: 'FINDING', deed: 'noted: findings seen' });
    expect(told('lateEffort.queued')).toMatchObject({ kind: 'EFFORT', deed: 'noted: late effort queued' });
    expect(told('something.newToUs', { note: '' })).toMatchObject({
      kind: 'CHANGE',
      deed: 'noted: something new to us',
      note: null,
    });
  });
});
