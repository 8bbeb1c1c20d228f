import { describe, expect, it } from '@jest/globals';
import {
  aCheck,
  aCriterion,
  aDocument,
  assessOne,
  day,
  facts,
  noon,
  submitted,
} from '../../../../test/support/gate-facts.js';
import type { ExternalCheck } from '../evidence.js';
import type { EvidenceFact } from '../gate.js';

const criterion = aCriterion('EXTERNAL_CHECK', { validForDays: 90 });

const result = (id: string, on: string, content: Partial<ExternalCheck> = {}, other: Partial<EvidenceFact> = {}) =>
  submitted(id, on, aCheck(on, content), other);

const assess = (on: string, ...evidence: readonly EvidenceFact[]) => assessOne(criterion, facts({ evidence }), on);

describe('a criterion that asks for an external check', () => {
  it('holds from 20 January for 90 days through 20 April and is STALE on 21 April, and as of 15 April still MET (story 4)', () => {
    const check = result('a', '2026-01-20');
    expect(assess('2026-01-19', check).status).toBe('MISSING');
    expect(assess('2026-01-20', check).status).toBe('MET');
    expect(assess('2026-04-20', check)).toMatchObject({
      status: 'MET',
      reason: 'The check alerts of 2026-01-20 passed and holds through 2026-04-20.',
      remedy: null,
      evidenceId: 'a',
    });
    expect(assess('2026-04-21', check)).toMatchObject({
      status: 'STALE',
      blocks: true,
      reason: 'The check alerts of 2026-01-20 passed and ran out: it held from 2026-01-20 through 2026-04-20.',
      remedy: 'Run the check again; a program manager or an integration can report its result.',
      evidenceId: 'a',
    });
    const renewed = result('b', '2026-05-02');
    expect(assess('2026-04-15', check, renewed).status).toBe('MET');
    expect(assess('2026-04-21', check, renewed).status).toBe('STALE');
    expect(assess('2026-05-02', check, renewed).status).toBe('MET');
  });

  it('is MISSING with no result, and evidence of another kind is none', () => {
    const other = submitted('b', '2026-01-01', aCheck('2026-01-01'), { criterionKey: 'other' });
    expect(assess('2026-02-01', submitted('a', '2026-01-01', aDocument), other)).toMatchObject({
      status: 'MISSING',
      reason: 'No result is reported.',
      remedy: 'Run the check; a program manager or an integration can report its result.',
      evidenceId: null,
    });
  });

  it('is NOT_MET when the newest result failed, and says where to look', () => {
    expect(assess('2026-02-01', result('a', '2026-01-01'), result('b', '2026-01-02', { passed: false }))).toMatchObject(
      {
        status: 'NOT_MET',
        reason: 'The check alerts of 2026-01-02 failed.',
        remedy:
          'Fix what https://ci.example.org/1 reports and run the check again; a program manager or an integration can report its result.',
        evidenceId: 'b',
      },
    );
  });

  it('takes the result checked last, not the one reported last', () => {
    const late = result('a', '2026-01-01', { passed: false }, { submittedAt: noon('2026-01-09') });
    expect(assess('2026-02-01', result('b', '2026-01-02'), late)).toMatchObject({ status: 'MET', evidenceId: 'b' });
    expect(assess('2026-02-01', late, result('b', '2026-01-02'))).toMatchObject({ status: 'MET', evidenceId: 'b' });
  });

  it('is NOT_MET before the result is effective', () => {
    expect(assess('2026-02-01', result('a', '2026-01-01', {}, { effectiveOn: day('2026-03-01') }))).toMatchObject({
      status: 'NOT_MET',
      reason: 'The check alerts of 2026-01-01 passed, but holds only from 2026-03-01 on.',
    });
  });

  it('holds without end where the template sets none', () => {
    const known = facts({ evidence: [result('a', '2026-01-01')] });
    expect(assessOne(aCriterion('EXTERNAL_CHECK'), known, '2036-01-01')).toMatchObject({
      status: 'MET',
      reason: 'The check alerts of 2026-01-01 passed.',
    });
  });
});
