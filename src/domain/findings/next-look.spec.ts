import { describe, expect, it } from '@jest/globals';
import { aFindingScene, aPortfolioScene, aStay, summerMidnight } from '../../../test/support/finding-facts.js';
import { accepted, aDocument, aMonitoringPlan, aSignal, noon, submitted } from '../../../test/support/gate-facts.js';
import type { SignalStanding } from '../signals/signal-standing.js';
import { nextLookAt } from './next-look.js';

const midnight = summerMidnight('2026-08-02');
const standing = (name: string, lastOn: string | null): SignalStanding => ({
  name,
  level: 'OK',
  since: noon('2026-07-01'),
  value: null,
  unit: null,
  threshold: null,
  lastAt: lastOn === null ? null : noon(lastOn),
});

describe('the next look', () => {
  it('is at the next midnight of the portfolio', () => {
    expect(nextLookAt(aPortfolioScene())).toBe(midnight);
    expect(nextLookAt(aFindingScene())).toBe(midnight);
    expect(nextLookAt(aFindingScene({ at: midnight }))).toBe(summerMidnight('2026-08-03'));
  });

  it('is sooner where a signal may fall silent by then', () => {
    // Twice 12 hours after 30 July are over already; twice 15 after the noon of 31 July end at 18 o'clock.
    const evidence = [
      submitted(
        'p',
        '2026-07-01',
        aMonitoringPlan(aSignal({ name: 'a', cadenceHours: 12 }), aSignal({ name: 'b', cadenceHours: 15 })),
        accepted('2026-07-02'),
      ),
      submitted('o', '2026-06-01', aMonitoringPlan(aSignal({ name: 'b', cadenceHours: 13 })), accepted('2026-06-02')),
      submitted('q', '2026-07-03', aMonitoringPlan(aSignal({ name: 'a', cadenceHours: 1 }))),
      submitted('d', '2026-07-03', aDocument, accepted('2026-07-04')),
    ];
    const signals = [standing('a', '2026-07-30'), standing('b', '2026-07-31'), standing('c', '2026-08-01')];
    expect(nextLookAt(aFindingScene({ evidence, signals }))).toBe('2026-08-01T18:00:00.000Z');
    expect(nextLookAt(aFindingScene({ evidence: evidence.toReversed(), signals }))).toBe('2026-08-01T18:00:00.000Z');
    expect(nextLookAt(aFindingScene({ evidence, signals: [standing('b', null)] }))).toBe(midnight);
  });

  it('is at midnight where signals may fall silent only after it', () => {
    const plan = aMonitoringPlan(aSignal({ name: 'a', cadenceHours: 30 }));
    const evidence = [submitted('p', '2026-07-31', plan, accepted('2026-07-31'))];
    expect(nextLookAt(aFindingScene({ evidence, signals: [standing('a', '2026-08-01')] }))).toBe(midnight);
  });

  it('looks when one that was never heard of may be silent since the plan was accepted, or since the launch', () => {
    const plan = aMonitoringPlan(aSignal({ name: 'a', cadenceHours: 14 }));
    const signals = [standing('a', null)];
    const evidence = [submitted('p', '2026-07-31', plan, accepted('2026-07-31'))];
    expect(nextLookAt(aFindingScene({ evidence, signals }))).toBe('2026-08-01T16:00:00.000Z');
    const early = [submitted('p', '2026-07-01', plan, accepted('2026-07-01'))];
    expect(nextLookAt(aFindingScene({ evidence: early, signals, stays: [aStay('scale', '2026-07-31')] }))).toBe(
      '2026-08-01T16:00:00.000Z',
    );
  });
});
