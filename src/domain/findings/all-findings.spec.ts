import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aFindingScene,
  aPortfolioScene,
  aStay,
  AT,
  STAGES,
  summerMidnight,
} from '../../../test/support/finding-facts.js';
import {
  accepted,
  aChangePlan,
  aCheck,
  aCondition,
  aDefinition,
  aDocument,
  aGuardrail,
  aKpi,
  aMeasurement,
  approvedOn,
  aWaiver,
  day,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';
import { addDays, dateAt, startOfDay } from '../basics/calendar-date.js';
import { decimal } from '../basics/decimal.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import { agingLevelOf, agingScaleOf, agingThresholds } from '../pipeline/aging.js';
import { daysOn, stageClockOf } from '../pipeline/stage-clock.js';
import { find, findOfPortfolio } from './find.js';
import { FINDING_CODES, FINDING_LEVELS, type FindingScene } from './finding.js';
import { healthOf } from './health.js';

const codesOf = (scene: FindingScene) => find(scene).map(({ code }) => code);

/** One that stands in Scale, and of which nearly everything is wrong that can be. */
const TROUBLED: FindingScene = aFindingScene({
  stays: [
    aStay('intake', '2025-12-01', '2025-12-10'),
    aStay('poc', '2025-12-10', '2026-02-01'),
    aStay('pilot', '2026-02-01', '2026-05-01'),
    aStay('scale', '2026-05-01'),
  ],
  kpis: [
    aKpi(
      'auc',
      aDefinition({
        name: 'AUC',
        role: 'LEADING',
        class: 'MODEL',
        direction: 'INCREASE',
        target: decimal('0.9'),
        baseline: { value: decimal('0.5'), measuredOn: day('2026-03-01'), sampleSize: null },
      }),
      aMeasurement('0.6', '2026-03-10'),
      aMeasurement('0.7', '2026-04-10'),
      aMeasurement('0.8', '2026-05-10'),
    ),
    {
      id: 'time',
      definitions: [
        aDefinition({ baseline: { value: decimal('9.4'), measuredOn: day('2026-03-01'), sampleSize: null } }),
        aDefinition({
          version: 2,
          recordedAt: noon('2026-07-20'),
          target: decimal('7'),
          baseline: { value: decimal('9.4'), measuredOn: day('2026-03-01'), sampleSize: null },
        }),
      ],
      measurements: [aMeasurement('8.9', '2026-03-01'), aMeasurement('9', '2026-06-01')],
    },
    aKpi('reopen', aGuardrail(), aMeasurement('5.2', '2026-06-02'), aMeasurement('5.3', '2026-06-09')),
  ],
  evidence: [
    submitted('plan', '2026-03-01', aChangePlan(), { criterionKey: 'change-plan', ...accepted('2026-03-02') }),
    submitted('risk', '2026-01-20', aCheck('2026-01-20'), { criterionKey: 'alerts-live' }),
    submitted('docs', '2026-01-20', aDocument, { criterionKey: 'technical-feasibility', ...accepted('2026-01-21') }),
  ],
  conditions: [aCondition({ id: 'c1', dueOn: day('2026-07-01') }), aCondition({ id: 'c2', dueOn: day('2026-07-02') })],
  waivers: [
    aWaiver('w1', '2026-06-01', '2026-08-05', { criterionKey: 'monitoring-plan', ...approvedOn('2026-06-02') }),
    aWaiver('w2', '2026-06-01', '2026-08-06', { criterionKey: 'ux-review', ...approvedOn('2026-06-02') }),
  ],
  reviews: [{ gateKey: 'g4', requestedAt: noon('2026-07-25'), decidedAt: null, cancelledAt: null }],
  signals: [
    {
      name: 'drift',
      level: 'BREACHED',
      since: noon('2026-07-01'),
      value: decimal('0.3'),
      unit: null,
      threshold: decimal('0.2'),
      lastAt: noon('2026-07-31'),
    },
    {
      name: 'cost',
      level: 'SILENT',
      since: noon('2026-07-02'),
      value: null,
      unit: null,
      threshold: null,
      lastAt: null,
    },
  ],
  stuck: {
    stageName: 'Scale',
    stageCategory: 'PRODUCTION',
    days: 92,
    stuckOn: day('2026-07-31'),
    lastActivityOn: null,
    isZombie: true,
  },
});

describe('all findings', () => {
  it('have codes that are in the list once, and levels that rise', () => {
    expect(new Set(FINDING_CODES).size).toBe(22);
    expect(FINDING_LEVELS).toEqual(['INFO', 'WARNING', 'CRITICAL']);
  });

  it('come with the gravest first, then in the order of the codes, then by subject', () => {
    expect(find(TROUBLED).map(({ code, subject, level }) => [level, code, subject])).toEqual([
      ['CRITICAL', 'PRIMARY_UP_GUARDRAIL_BREACHED', ''],
      ['CRITICAL', 'SIGNAL_BREACHED', 'cost'],
      ['CRITICAL', 'SIGNAL_BREACHED', 'drift'],
      ['CRITICAL', 'CONDITION_OVERDUE', ''],
      ['CRITICAL', 'ZOMBIE', ''],
      ['WARNING', 'GUARDRAIL_BREACHED', ''],
      ['WARNING', 'PROXY_DIVERGENCE', ''],
      ['WARNING', 'TARGET_EASED', ''],
      ['WARNING', 'BASELINE_AFTER_PILOT', ''],
      ['WARNING', 'UX_TOO_LATE', ''],
      ['WARNING', 'NO_MEASUREMENT', ''],
      ['WARNING', 'EVIDENCE_STALE', 'alerts-live'],
      ['WARNING', 'WAIVER_EXPIRING', 'w1'],
      ['WARNING', 'WAIVER_EXPIRING', 'w2'],
      ['WARNING', 'PLAN_WITHOUT_EFFORT', ''],
      ['INFO', 'EVIDENCE_EXPIRING', 'change-plan'],
    ]);
  });

  it('are the same whatever the order of the facts', () => {
    const shuffled = <T>(items: readonly T[]) =>
      fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
    const { kpis, evidence, conditions, waivers, stays, signals } = TROUBLED;
    fc.assert(
      fc.property(
        fc.record({
          kpis: fc
            .tuple(...kpis.map((kpi) => shuffled(kpi.measurements).map((measurements) => ({ ...kpi, measurements }))))
            .chain(shuffled),
          evidence: shuffled(evidence),
          conditions: shuffled(conditions),
          waivers: shuffled(waivers),
          stays: shuffled(stays),
          signals: shuffled(signals),
        }),
        (other) => {
          expect(find({ ...TROUBLED, ...other })).toEqual(find(TROUBLED));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('are changed by nothing that is recorded after the instant that is asked about', () => {
    const later = noon('2026-08-02');
    const { kpis, evidence, conditions, waivers, stays, reviews, effort, riskTiers } = TROUBLED;
    const known: FindingScene = {
      ...TROUBLED,
      kpis: [
        ...kpis.map((kpi) => ({
          ...kpi,
          definitions: [
            ...kpi.definitions,
            aDefinition({ version: 9, recordedAt: later, role: 'LEADING', class: 'USAGE' }),
          ],
          measurements: [aMeasurement('1', '2026-07-31', { recordedAt: later }), ...kpi.measurements],
        })),
        aKpi('new', aGuardrail({ recordedAt: later }), aMeasurement('99', '2026-07-01', { recordedAt: later })),
      ],
      evidence: [
        ...evidence,
        submitted('new', '2026-08-02', aCheck('2026-07-01'), { criterionKey: 'alerts-live' }),
        submitted('open', '2026-07-01', aChangePlan(), { criterionKey: 'change-plan', ...accepted('2026-08-02') }),
      ],
      conditions: conditions.map((condition) => ({ ...condition, closedAt: later })),
      waivers: [
        ...waivers.map((waiver) => ({ ...waiver, revokedAt: later })),
        aWaiver('w9', '2026-08-02', '2026-08-10'),
      ],
      stays: [
        ...stays.slice(0, -1),
        ...stays.slice(-1).map((stay) => ({ ...stay, leftAt: later })),
        aStay('operate', '2026-08-02'),
      ],
      reviews: [
        ...reviews.map((review) => ({ ...review, decidedAt: later })),
        { gateKey: 'g4', requestedAt: later, decidedAt: null, cancelledAt: null },
      ],
      effort: [
        ...effort,
        { categoryKey: 'PEOPLE_PROCESS', personDays: decimal('9'), workedOn: day('2026-07-31'), recordedAt: later },
      ],
      riskTiers: [...riskTiers, { riskTier: 'MINIMAL', recordedAt: later }],
    };
    expect(find(known)).toEqual(find(TROUBLED));
    expect(find({ ...known, at: later })).not.toEqual(find({ ...TROUBLED, at: later }));
  });

  it('hold since instants at which they held, and not the moment before', () => {
    for (const { code, subject, since } of find(TROUBLED)) {
      const at = (then: Instant) =>
        find({ ...TROUBLED, at: then, stuck: null, signals: [] }).some(
          (each) => each.code === code && each.subject === subject,
        );
      // What stands under these is as of the instant of the scene.
      if (code !== 'SIGNAL_BREACHED' && code !== 'ZOMBIE') {
        expect([code, at(since), at(instantOf(millisecondsOf(since) - 1))]).toEqual([code, true, false]);
      }
    }
  });

  it('are none of what has ended, and all but that nobody works on it of what is on hold', () => {
    expect(codesOf({ ...TROUBLED, status: 'KILLED' })).toEqual([]);
    expect(codesOf({ ...TROUBLED, status: 'RETIRED' })).toEqual([]);
    const trapped = { ...TROUBLED, stuck: { ...TROUBLED.stuck!, stageCategory: 'POC' as const } };
    const silent = ['ZOMBIE', 'POC_TRAP', 'PLAN_WITHOUT_EFFORT'];
    expect(codesOf(trapped)).toEqual(expect.arrayContaining(silent));
    expect(codesOf({ ...trapped, status: 'ON_HOLD' })).toEqual(
      codesOf(trapped).filter((code) => !silent.includes(code)),
    );
  });

  it('are none of an initiative that has just begun, and it is on track', () => {
    const fresh = aFindingScene({ stays: [aStay('intake', '2026-07-31')] });
    expect(find(fresh)).toEqual([]);
    const drafting = aFindingScene({ stays: [aStay('discovery', '2026-07-31')], kpis: [aKpi('k', aDefinition())] });
    expect(find(drafting).map(({ level }) => level)).toEqual(['INFO']);
    expect(healthOf(find(drafting), { stageCategory: 'INTAKE', hasMeasurement: false }).health).toBe('ON_TRACK');
  });

  it('of a portfolio are none where nothing is wrong', () => {
    expect(findOfPortfolio(aPortfolioScene())).toEqual([]);
  });
});

describe('story 1', () => {
  it('is found to pay for its success elsewhere, and is off track', () => {
    const found = find(
      aFindingScene({
        at: noon('2026-07-06'),
        stays: [aStay('pilot', '2026-04-01')],
        evidence: [],
        kpis: [
          aKpi('k', aDefinition(), aMeasurement('6.1', '2026-07-03', { sampleSize: 1880 })),
          aKpi('g', aGuardrail(), aMeasurement('5.2', '2026-07-03')),
        ],
      }),
    );
    expect(found[0]).toMatchObject({
      code: 'PRIMARY_UP_GUARDRAIL_BREACHED',
      level: 'CRITICAL',
      facts: { primaries: [{ attainmentPercent: '113.8' }], guardrails: [{ value: '5.2', limit: '4.0' }] },
    });
    expect(healthOf(found, { stageCategory: 'PILOT', hasMeasurement: true })).toMatchObject({ health: 'OFF_TRACK' });
  });
});

describe('story 3', () => {
  const exits = [34, 41, 48, 52, 55, 58, 61, 66, 70, 74, 77, 81, 86, 92, 97, 104, 118, 126, 149, 203];
  const today = dateAt(AT, 'Europe/Berlin');
  const daysAgo = (days: number): Instant => startOfDay(addDays(today, -days), 'Europe/Berlin');

  it('is stuck since the 119th day and a zombie since the thirtieth quiet one', () => {
    const clock = stageClockOf({
      stageKey: 'poc',
      visits: [
        { stageKey: 'poc', enteredAt: daysAgo(180), leftAt: daysAgo(62) },
        { stageKey: 'discovery', enteredAt: daysAgo(62), leftAt: daysAgo(53) },
        { stageKey: 'poc', enteredAt: daysAgo(53), leftAt: null },
      ],
      statusChanges: [],
      timeZone: 'Europe/Berlin',
    });
    const days = daysOn(clock, today);
    const measure = { thresholds: agingThresholds(exits.map((each) => ({ days: each, count: 1 }))), timeBoxDays: 90 };
    const lastActivityOn = addDays(today, -33);
    expect([days, measure.thresholds]).toEqual([171, { p50: 74, p70: 92, p85: 118 }]);
    expect(agingLevelOf({ ...measure, days, status: 'ACTIVE', today, lastActivityOn })).toBe('ZOMBIE');
    const since = 'since' in clock ? clock.since : today;
    const stuckOn = addDays(since, agingScaleOf(measure).stuck ?? 0);
    const stuck = { stageName: 'PoC', stageCategory: 'POC' as const, days, stuckOn, lastActivityOn, isZombie: true };
    expect(find(aFindingScene({ stuck, stages: STAGES }))).toMatchObject([
      // 33 days ago is 29 June; the thirtieth day after it is 29 July.
      { code: 'ZOMBIE', since: summerMidnight('2026-07-29'), facts: { days: 171, lastActivityOn: '2026-06-29' } },
      // 171 - 119 = 52 days ago.
      { code: 'POC_TRAP', since: summerMidnight('2026-06-10'), facts: { days: 171, stuckOn: '2026-06-10' } },
    ]);
  });
});
