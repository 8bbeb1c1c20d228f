import { describe, expect, it } from '@jest/globals';
import { aCriterion, assessOne, day, facts, noon } from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import type { EffortFact } from '../gate.js';

const settings = { category: 'PEOPLE_PROCESS', minPercent: '30', windowDays: 90 };
const booked = (
  categoryKey: string | null,
  personDays: string,
  workedOn = '2026-03-01',
  recordedOn = workedOn,
): EffortFact => ({
  categoryKey,
  personDays: decimal(personDays),
  workedOn: day(workedOn),
  recordedAt: noon(recordedOn),
});

const assess = (on: string, ...effort: readonly EffortFact[]) =>
  assessOne(aCriterion('EFFORT_SHARE', { settings }), facts({ effort }), on);

describe('a criterion that asks for a share of effort', () => {
  it('is MET at its share exactly', () => {
    expect(assess('2026-03-31', booked('PEOPLE_PROCESS', '3.0'), booked('ALGORITHMS', '7'))).toMatchObject({
      status: 'MET',
      blocks: false,
      reason:
        'PEOPLE_PROCESS has 30.0 % (3 of 10 person-days from 2026-01-01 through 2026-03-31), and at least 30 % is asked for.',
      remedy: null,
    });
  });

  it('compares exact values: 29.96 percent is under 30, and is not shown as 30.0', () => {
    expect(assess('2026-03-31', booked('PEOPLE_PROCESS', '2.996'), booked('ALGORITHMS', '7.004'))).toMatchObject({
      status: 'NOT_MET',
      blocks: true,
      reason:
        'PEOPLE_PROCESS has 29.96 % (2.996 of 10 person-days from 2026-01-01 through 2026-03-31), under the 30 % asked for.',
      remedy: 'Work on PEOPLE_PROCESS would clear it; a program manager or an integration can record it.',
    });
  });

  it('counts uncategorised effort into the whole', () => {
    expect(assess('2026-03-31', booked('PEOPLE_PROCESS', '3'), booked(null, '7.1')).status).toBe('NOT_MET');
  });

  it('looks at the days of the window only, today and its first day included', () => {
    const own = booked('PEOPLE_PROCESS', '1', '2026-01-01', '2026-01-01');
    const today = booked('ALGORITHMS', '1', '2026-03-31', '2026-03-30');
    const tomorrow = booked('ALGORITHMS', '9', '2026-04-01', '2026-03-30');
    expect(assess('2026-03-31', own, today, tomorrow).reason).toContain('50.0 % (1 of 2 person-days');
    expect(assess('2026-04-01', own, today, tomorrow).reason).toContain('0.0 % (0 of 10 person-days');
  });

  it('knows only what was recorded by then: a reversal that came later does not count', () => {
    const wrong = booked('PEOPLE_PROCESS', '3');
    const reversal = booked('PEOPLE_PROCESS', '-3', '2026-03-01', '2026-03-20');
    expect(assess('2026-03-19', wrong, reversal).status).toBe('MET');
    expect(assess('2026-03-20', wrong, reversal).status).toBe('MISSING');
  });

  it('is MISSING without any effort', () => {
    expect(assess('2026-03-31')).toMatchObject({
      status: 'MISSING',
      reason: 'No effort is booked from 2026-01-01 through 2026-03-31.',
      evidenceId: null,
    });
  });
});
