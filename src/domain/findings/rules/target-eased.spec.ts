import { describe, expect, it } from '@jest/globals';
import { foundBy, summerMidnight } from '../../../../test/support/finding-facts.js';
import { aDefinition, aGuardrail, noon } from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import type { KpiDefinition, KpiFacts } from '../../kpis/kpi.js';
import type { ReviewSpan } from '../finding.js';
import { targetEased } from './target-eased.js';

const found = foundBy(targetEased);

/** A KPI with revisions by the day each was recorded on. */
const kpi = (...versions: readonly (readonly [on: string, Partial<KpiDefinition>])[]): KpiFacts => ({
  id: 'k',
  definitions: versions.map(([on, other], index) =>
    aDefinition({ ...other, version: index + 1, recordedAt: noon(on) }),
  ),
  measurements: [],
});
const to = (target: string) => ({ target: decimal(target) });
const review = (requestedOn: string, other: Partial<ReviewSpan> = {}): ReviewSpan => ({
  gateKey: 'g3',
  requestedAt: noon(requestedOn),
  decidedAt: null,
  cancelledAt: null,
  ...other,
});
const EASED = kpi(['2026-01-01', to('6.5')], ['2026-07-01', to('7')]);

describe('TARGET_EASED', () => {
  it('is found of a target that was made easier up to 30 days before a review, since it was requested', () => {
    expect(found({ kpis: [EASED], reviews: [review('2026-07-31')] })).toEqual([
      {
        code: 'TARGET_EASED',
        subject: '',
        level: 'WARNING',
        since: noon('2026-07-31'),
        message:
          'Shortly before a review it was made easier to pass: Handle time had a target of 6.5 min until 2026-07-01 and has a target of 7 min now.',
        facts: {
          kpis: [
            {
              name: 'Handle time',
              role: 'PRIMARY',
              from: 'target of 6.5 min',
              to: 'target of 7 min',
              revisedOn: '2026-07-01',
              gateKey: 'g3',
              requestedOn: '2026-07-31',
            },
          ],
        },
      },
    ]);
  });

  it('is just not found 31 days before, before any review, and before the review is requested', () => {
    expect(found({ kpis: [EASED], reviews: [review('2026-08-01')] })).toEqual([]);
    expect(found({ kpis: [EASED], reviews: [] })).toEqual([]);
    expect(found({ kpis: [EASED], reviews: [review('2025-12-20')], at: noon('2025-12-31') })).toEqual([]);
    expect(found({ kpis: [EASED], reviews: [review('2026-07-31')], at: noon('2026-07-30') })).toEqual([]);
  });

  it('is found of one made easier while the review goes on, since then', () => {
    expect(found({ kpis: [EASED], reviews: [review('2026-06-20')] })).toMatchObject([{ since: noon('2026-07-01') }]);
    const decided = review('2026-06-20', { decidedAt: noon('2026-06-30') });
    expect(found({ kpis: [EASED], reviews: [decided] })).toEqual([]);
  });

  it('is told of the review requested last, in whichever order they are', () => {
    const reviews = [review('2026-07-20', { decidedAt: noon('2026-07-21') }), review('2026-07-31')];
    for (const each of [reviews, reviews.toReversed()]) {
      expect(found({ kpis: [EASED], reviews: each })).toMatchObject([
        { facts: { kpis: [{ requestedOn: '2026-07-31' }] } },
      ]);
    }
  });

  it('is told through the thirtieth day after the decision, and clears at its end or when the review is cancelled', () => {
    const decided = [review('2026-07-02', { decidedAt: noon('2026-07-02') })];
    expect(found({ kpis: [EASED], reviews: decided })).toHaveLength(1);
    expect(found({ kpis: [EASED], reviews: decided, at: summerMidnight('2026-08-02') })).toEqual([]);
    const cancelled = [review('2026-07-02', { cancelledAt: noon('2026-07-20') })];
    expect(found({ kpis: [EASED], reviews: cancelled, at: noon('2026-07-19') })).toHaveLength(1);
    expect(found({ kpis: [EASED], reviews: cancelled, at: noon('2026-07-20') })).toEqual([]);
  });

  it('clears when the target is put back, and not when it is only made a little harder', () => {
    const back = kpi(['2026-01-01', to('6.5')], ['2026-07-10', to('8')], ['2026-07-20', to('6.5')]);
    const half = kpi(['2026-01-01', to('6.5')], ['2026-07-10', to('8')], ['2026-07-20', to('7')]);
    const reviews = [review('2026-07-15')];
    expect(found({ kpis: [back], reviews, at: noon('2026-07-19') })).toHaveLength(1);
    expect(found({ kpis: [back], reviews })).toEqual([]);
    expect(found({ kpis: [half], reviews })).toMatchObject([{ since: noon('2026-07-15') }]);
  });

  it.each<[string, Partial<KpiDefinition>, Partial<KpiDefinition>, boolean]>([
    [
      'a lower target to increase',
      { direction: 'INCREASE', target: decimal('90') },
      { direction: 'INCREASE', target: decimal('80') },
      true,
    ],
    [
      'a higher target to increase',
      { direction: 'INCREASE', target: decimal('80') },
      { direction: 'INCREASE', target: decimal('90') },
      false,
    ],
    ['a lower target to decrease', to('6.5'), to('6'), false],
    ['the same number written otherwise', to('6.5'), to('6.50'), false],
    ['another unit', to('6.5'), { ...to('390'), unit: 's' }, false],
    ['another direction', to('6.5'), { ...to('8'), direction: 'INCREASE' }, false],
    ['a looser limit of a guardrail', aGuardrail(), aGuardrail(to('5')), true],
    [
      'a wider range',
      { direction: 'RANGE', target: null, rangeLow: decimal('2'), rangeHigh: decimal('4') },
      { direction: 'RANGE', target: null, rangeLow: decimal('2'), rangeHigh: decimal('5') },
      true,
    ],
    [
      'a range that begins lower',
      { direction: 'RANGE', target: null, rangeLow: decimal('2'), rangeHigh: decimal('4') },
      { direction: 'RANGE', target: null, rangeLow: decimal('1'), rangeHigh: decimal('4') },
      true,
    ],
    [
      'a range elsewhere',
      { direction: 'RANGE', target: null, rangeLow: decimal('2'), rangeHigh: decimal('4') },
      { direction: 'RANGE', target: null, rangeLow: decimal('3'), rangeHigh: decimal('5') },
      false,
    ],
    [
      'the same range',
      { direction: 'RANGE', target: null, rangeLow: decimal('2'), rangeHigh: decimal('4') },
      { direction: 'RANGE', target: null, rangeLow: decimal('2'), rangeHigh: decimal('4') },
      false,
    ],
    ['a target where there was none', { target: null }, to('9'), false],
  ])('takes %s for what it is', (_, before, after, isFound) => {
    const kpis = [kpi(['2026-01-01', before], ['2026-07-10', after])];
    expect(found({ kpis, reviews: [review('2026-07-15')] })).toHaveLength(isFound ? 1 : 0);
  });

  it('tells the newest review that looks at it, once for each KPI', () => {
    const other = { ...EASED, id: 'l' };
    const reviews = [review('2026-07-05', { gateKey: 'g2', decidedAt: noon('2026-07-06') }), review('2026-07-20')];
    expect(found({ kpis: [EASED, other], reviews })[0]?.facts).toMatchObject({
      kpis: [{ gateKey: 'g3' }, { gateKey: 'g3' }],
    });
  });
});
