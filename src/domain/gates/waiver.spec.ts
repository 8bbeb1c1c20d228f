import { describe, expect, it } from '@jest/globals';
import { aWaiver, approvedOn, day, noon } from '../../../test/support/gate-facts.js';
import { isWaiverOf, waiversKnownAt, waiverStatusOn, wasApproved } from './waiver.js';

describe('the status of a waiver', () => {
  const approved = aWaiver('w', '2026-03-02', '2026-04-01', approvedOn('2026-03-03'));
  const pending = aWaiver('w', '2026-03-02', '2026-04-01');
  const denied = aWaiver('w', '2026-03-02', '2026-04-01', {
    decision: { outcome: 'DENIED', decidedBy: 'gatekeeper', decidedAt: noon('2026-03-03') },
  });

  it('is PENDING until somebody decides, and then what was decided', () => {
    expect(waiverStatusOn(pending, day('2026-03-02'))).toBe('PENDING');
    expect(waiverStatusOn(approved, day('2026-03-03'))).toBe('APPROVED');
    expect(waiverStatusOn(denied, day('2026-03-03'))).toBe('DENIED');
  });

  it.each([
    ['2026-03-31', 'APPROVED', 'PENDING'],
    ['2026-04-01', 'APPROVED', 'PENDING'],
    ['2026-04-02', 'EXPIRED', 'EXPIRED'],
  ])(
    'on %s, with the last day 2026-04-01, is %s when approved and %s when not decided',
    (today, whenApproved, whenNot) => {
      expect(waiverStatusOn(approved, day(today))).toBe(whenApproved);
      expect(waiverStatusOn(pending, day(today))).toBe(whenNot);
    },
  );

  it('stays DENIED or REVOKED after its last day', () => {
    expect(waiverStatusOn(denied, day('2026-05-01'))).toBe('DENIED');
    const revoked = { ...approved, revokedAt: noon('2026-03-10') };
    expect(waiverStatusOn(revoked, day('2026-03-10'))).toBe('REVOKED');
    expect(waiverStatusOn(revoked, day('2026-05-01'))).toBe('REVOKED');
  });
});

describe('what was known of waivers at an instant', () => {
  const whole = aWaiver('w', '2026-03-02', '2026-04-01', {
    ...approvedOn('2026-03-05'),
    revokedAt: noon('2026-03-10'),
  });

  it('leaves out what was requested, decided or revoked later', () => {
    expect(waiversKnownAt([whole], noon('2026-03-01'))).toEqual([]);
    expect(waiversKnownAt([whole], noon('2026-03-02'))).toEqual([{ ...whole, decision: null, revokedAt: null }]);
    expect(waiversKnownAt([whole], noon('2026-03-05'))).toEqual([{ ...whole, revokedAt: null }]);
    expect(waiversKnownAt([whole], noon('2026-03-10'))).toEqual([whole]);
  });

  it('has nothing to leave out of one that was not decided', () => {
    const pending = aWaiver('w', '2026-03-02', '2026-04-01');
    expect(waiversKnownAt([pending], noon('2026-03-10'))).toEqual([pending]);
  });
});

describe('a waiver', () => {
  it('is of one criterion at one gate', () => {
    const waiver = aWaiver('w', '2026-03-02', '2026-04-01');
    expect(isWaiverOf(waiver, 'g3', 'criterion')).toBe(true);
    expect(isWaiverOf(waiver, 'g4', 'criterion')).toBe(false);
    expect(isWaiverOf(waiver, 'g3', 'another')).toBe(false);
  });

  it('was in force where it was approved, whatever became of it', () => {
    expect(wasApproved(aWaiver('w', '2026-03-02', '2026-04-01'))).toBe(false);
    expect(wasApproved(aWaiver('w', '2026-03-02', '2026-04-01', approvedOn('2026-03-03')))).toBe(true);
  });
});
