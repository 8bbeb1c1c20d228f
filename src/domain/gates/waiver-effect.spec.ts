import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  accepted,
  aDocument,
  approvedOn,
  assessOne,
  aWaiver,
  facts,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';

const criterion = aCriterion('DOCUMENT');
const TO_SUBMIT =
  "A program manager can submit a document, and an evidence reviewer or gatekeeper who is neither its submitter nor the initiative's owner can accept it.";

describe('a criterion with a waiver in force', () => {
  const waiver = aWaiver('w', '2026-03-02', '2026-04-01', approvedOn('2026-03-03'));

  it('is WAIVED and does not block: it says until when, what stands in for it, and what it would say without', () => {
    expect(assessOne(criterion, facts({ waivers: [waiver] }), '2026-03-03')).toEqual({
      criterion,
      status: 'WAIVED',
      blocks: false,
      reason:
        'It is waived through 2026-04-01, and until then "Somebody looks at it daily" stands in for it. Without the waiver: No document is submitted.',
      remedy: TO_SUBMIT,
      evidenceId: null,
      waiverId: 'w',
    });
  });

  it('still names the evidence it would rest on', () => {
    const evidence = [submitted('e', '2026-03-01', aDocument)];
    expect(assessOne(criterion, facts({ waivers: [waiver], evidence }), '2026-03-04')).toMatchObject({
      status: 'WAIVED',
      evidenceId: 'e',
    });
  });

  it('speaks for itself again from the day after the last one, and says that its waiver ran out', () => {
    const known = facts({ waivers: [waiver] });
    expect(assessOne(criterion, known, '2026-04-01').status).toBe('WAIVED');
    expect(assessOne(criterion, known, '2026-04-02')).toEqual({
      criterion,
      status: 'MISSING',
      blocks: true,
      reason: 'No document is submitted. Its waiver ran out: it held through 2026-04-01.',
      remedy: TO_SUBMIT,
      evidenceId: null,
      waiverId: null,
    });
  });

  it('speaks for itself once the waiver is revoked', () => {
    const revoked = { ...waiver, revokedAt: noon('2026-03-10') };
    expect(assessOne(criterion, facts({ waivers: [revoked] }), '2026-03-09').status).toBe('WAIVED');
    expect(assessOne(criterion, facts({ waivers: [revoked] }), '2026-03-10')).toMatchObject({
      status: 'MISSING',
      blocks: true,
      reason: 'No document is submitted. Its waiver was revoked on 2026-03-10.',
    });
  });

  it('is MET where it is met by itself, and does not apply where it does not', () => {
    const evidence = [submitted('e', '2026-03-01', aDocument, accepted('2026-03-02'))];
    const met = assessOne(criterion, facts({ waivers: [waiver], evidence }), '2026-03-04');
    expect(met).toMatchObject({ status: 'MET', waiverId: null });
    const elsewhere = assessOne({ ...criterion, riskTiers: ['HIGH'] }, facts({ waivers: [waiver] }), '2026-03-04');
    expect(elsewhere).toMatchObject({ status: 'NOT_APPLICABLE', waiverId: null });
  });
});

describe('a criterion without a waiver in force', () => {
  it('names a waiver that waits for a decision in its remedy', () => {
    const pending = aWaiver('w', '2026-03-02', '2026-04-01');
    expect(assessOne(criterion, facts({ waivers: [pending] }), '2026-03-03')).toMatchObject({
      status: 'MISSING',
      blocks: true,
      reason: 'No document is submitted.',
      remedy: `${TO_SUBMIT} A waiver was requested on 2026-03-02: a gatekeeper other than its requester can decide it.`,
      waiverId: null,
    });
  });

  it.each([
    ['of another gate', aWaiver('w', '2026-03-02', '2026-04-01', { ...approvedOn('2026-03-02'), gateKey: 'g4' })],
    [
      'of another criterion',
      aWaiver('w', '2026-03-02', '2026-04-01', { ...approvedOn('2026-03-02'), criterionKey: 'x' }),
    ],
    [
      'that was denied',
      aWaiver('w', '2026-03-02', '2026-04-01', {
        decision: { outcome: 'DENIED', decidedBy: 'gatekeeper', decidedAt: noon('2026-03-02') },
      }),
    ],
  ])('says nothing of one %s', (_, waiver) => {
    expect(assessOne(criterion, facts({ waivers: [waiver] }), '2026-03-03')).toMatchObject({
      status: 'MISSING',
      reason: 'No document is submitted.',
      remedy: TO_SUBMIT,
    });
  });

  it('speaks of the one that was in force last, and of a renewal that waits', () => {
    const first = aWaiver('a', '2026-01-02', '2026-01-31', approvedOn('2026-01-02'));
    const second = aWaiver('b', '2026-02-02', '2026-02-28', approvedOn('2026-02-02'));
    const renewal = aWaiver('c', '2026-03-02', '2026-04-01');
    expect(assessOne(criterion, facts({ waivers: [second, renewal, first] }), '2026-03-02')).toMatchObject({
      status: 'MISSING',
      reason: 'No document is submitted. Its waiver ran out: it held through 2026-02-28.',
      remedy: expect.stringMatching(/A waiver was requested on 2026-03-02/),
    });
  });
});
