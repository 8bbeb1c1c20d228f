import { describe, expect, it } from '@jest/globals';
import {
  aChecklist,
  aCriterion,
  aDocument,
  aGate,
  accepted,
  assessOne,
  day,
  facts,
  returned,
  submitted,
} from '../../../../test/support/gate-facts.js';
import type { Instant } from '../../basics/instant.js';
import { assessGate } from '../assess-gate.js';
import type { EvidenceFact } from '../gate.js';

const REVIEWER = "an evidence reviewer or gatekeeper who is neither its submitter nor the initiative's owner";
const TO_SUBMIT = `A program manager can submit a document, and ${REVIEWER} can accept it.`;
const criterion = aCriterion('DOCUMENT');
const limited = aCriterion('DOCUMENT', { validForDays: 30 });
const of = (...evidence: readonly EvidenceFact[]) => facts({ evidence });

describe('a criterion that asks for a document', () => {
  it('is MISSING with nothing submitted, and says who can submit and accept', () => {
    expect(assessOne(criterion, of(), '2026-02-01')).toEqual({
      criterion,
      status: 'MISSING',
      blocks: true,
      reason: 'No document is submitted.',
      remedy: TO_SUBMIT,
      evidenceId: null,
      waiverId: null,
    });
  });

  it('does not count evidence for another criterion, nor of another kind', () => {
    const elsewhere = submitted('a', '2026-01-01', aDocument, { criterionKey: 'other', ...accepted('2026-01-02') });
    const otherKind = submitted('b', '2026-01-01', aChecklist(true), accepted('2026-01-02'));
    expect(assessOne(criterion, of(elsewhere, otherKind), '2026-02-01').status).toBe('MISSING');
  });

  it('is SUBMITTED while it waits for review, and rests on the newest that waits', () => {
    const known = of(submitted('b', '2026-01-05', aDocument), submitted('a', '2026-01-03', aDocument));
    expect(assessOne(criterion, known, '2026-02-01')).toMatchObject({
      status: 'SUBMITTED',
      blocks: true,
      reason: 'The document submitted on 2026-01-05 waits for review.',
      remedy: `A review would clear it: ${REVIEWER} can accept it.`,
      evidenceId: 'b',
    });
  });

  it('is SUBMITTED as long as one waits, even where a newer one was returned', () => {
    const known = of(
      submitted('a', '2026-01-03', aDocument),
      submitted('b', '2026-01-05', aDocument, returned('2026-01-06', 'No.')),
    );
    expect(assessOne(criterion, known, '2026-02-01')).toMatchObject({ status: 'SUBMITTED', evidenceId: 'a' });
  });

  it('is NOT_MET when all were returned, and repeats the newest comment', () => {
    const known = of(
      submitted('a', '2026-01-03', aDocument, returned('2026-01-09', 'Too old.')),
      submitted('b', '2026-01-05', aDocument, returned('2026-01-06', 'Numbers are missing')),
    );
    expect(assessOne(criterion, known, '2026-02-01')).toMatchObject({
      status: 'NOT_MET',
      blocks: true,
      reason: 'The document submitted on 2026-01-05 was returned with the comment "Numbers are missing".',
      remedy: `A program manager can submit a document that answers what it was returned for, and ${REVIEWER} can accept it.`,
      evidenceId: 'b',
    });
  });

  it('does without the comment where there is none', () => {
    const known = of(submitted('a', '2026-01-03', aDocument, returned('2026-01-09', null)));
    expect(assessOne(criterion, known, '2026-02-01').reason).toBe('The document submitted on 2026-01-03 was returned.');
  });

  it('is MET when one is accepted, without end where the template sets none', () => {
    const known = of(submitted('a', '2026-01-03', aDocument, accepted('2026-01-04')));
    expect(assessOne(criterion, known, '2036-01-01')).toMatchObject({
      status: 'MET',
      blocks: false,
      reason: 'The document submitted on 2026-01-03 is accepted.',
      remedy: null,
      evidenceId: 'a',
    });
  });

  it('takes the newest submission of those accepted, not the one reviewed last', () => {
    const known = of(
      submitted('b', '2026-01-05', aDocument, accepted('2026-01-06')),
      submitted('a', '2026-01-03', aDocument, accepted('2026-01-20')),
      submitted('c', '2026-01-07', aDocument, returned('2026-01-08', 'No.')),
    );
    expect(assessOne(criterion, known, '2026-02-01')).toMatchObject({ status: 'MET', evidenceId: 'b' });
  });

  it('takes the greater id of two submitted at one instant, in whatever order they come', () => {
    const a = submitted('a', '2026-01-03', aDocument, accepted('2026-01-04'));
    const b = submitted('b', '2026-01-03', aDocument, accepted('2026-01-04'));
    expect(assessOne(criterion, of(a, b), '2026-02-01').evidenceId).toBe('b');
    expect(assessOne(criterion, of(b, a), '2026-02-01').evidenceId).toBe('b');
  });

  it('holds through the whole of its last day and is STALE the day after', () => {
    const known = of(submitted('a', '2026-01-01', aDocument, accepted('2026-01-04')));
    expect(assessOne(limited, known, '2026-01-31')).toMatchObject({
      status: 'MET',
      reason: 'The document submitted on 2026-01-01 is accepted and holds through 2026-01-31.',
    });
    expect(assessOne(limited, known, '2026-02-01')).toMatchObject({
      status: 'STALE',
      blocks: true,
      reason: 'The document submitted on 2026-01-01 ran out: it held from 2026-01-01 through 2026-01-31.',
      remedy: `A program manager can submit a document that holds today, and ${REVIEWER} can accept it.`,
      evidenceId: 'a',
    });
  });

  it.each([
    ['UTC', '2026-01-31T23:59:59.999Z', 'MET'],
    ['UTC', '2026-02-01T00:00:00.000Z', 'STALE'],
    ['America/New_York', '2026-02-01T04:59:59.999Z', 'MET'],
    ['America/New_York', '2026-02-01T05:00:00.000Z', 'STALE'],
    ['Asia/Tokyo', '2026-01-31T14:59:59.999Z', 'MET'],
    ['Asia/Tokyo', '2026-01-31T15:00:00.000Z', 'STALE'],
  ])('counts its days in the zone of the portfolio: in %s at %s it is %s', (timeZone, at, status) => {
    const known = facts({ timeZone, evidence: [submitted('a', '2026-01-01', aDocument, accepted('2026-01-04'))] });
    expect(assessGate(aGate([limited]), known, at as Instant)[0]?.status).toBe(status);
  });

  it('is NOT_MET before it is effective, for it says nothing of today', () => {
    const later = { effectiveOn: day('2026-03-01'), ...accepted('2026-01-04') };
    const known = of(submitted('a', '2026-01-03', aDocument, later));
    expect(assessOne(limited, known, '2026-02-28')).toMatchObject({
      status: 'NOT_MET',
      reason: 'The document submitted on 2026-01-03 is accepted, but holds only from 2026-03-01 on.',
      remedy: `A program manager can submit a document that holds today already, and ${REVIEWER} can accept it.`,
      evidenceId: 'a',
    });
    expect(assessOne(limited, known, '2026-03-01').status).toBe('MET');
  });

  it('says so when a newer one waits while the accepted one ran out', () => {
    const known = of(
      submitted('a', '2026-01-01', aDocument, accepted('2026-01-04')),
      submitted('b', '2026-01-31', aDocument),
    );
    expect(assessOne(limited, known, '2026-02-01')).toMatchObject({
      status: 'STALE',
      remedy: `A newer document, submitted on 2026-01-31, waits for review: ${REVIEWER} can accept it.`,
      evidenceId: 'a',
    });
  });

  it('sends nobody to a newer one that was returned', () => {
    const known = of(
      submitted('a', '2026-01-01', aDocument, accepted('2026-01-04')),
      submitted('b', '2026-01-31', aDocument, returned('2026-01-31', 'No.')),
    );
    expect(assessOne(limited, known, '2026-02-01').remedy).toBe(
      `A program manager can submit a document that holds today, and ${REVIEWER} can accept it.`,
    );
  });

  it('does not send anybody to an older one that still waits: accepted, it would not count', () => {
    const known = of(
      submitted('a', '2026-01-02', aDocument, accepted('2026-01-04')),
      submitted('b', '2026-01-01', aDocument),
    );
    expect(assessOne(limited, known, '2026-03-01').remedy).toContain(
      'A program manager can submit a document that holds today',
    );
  });
});
