import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFindingScene as scene, AT } from '../../../test/support/finding-facts.js';
import {
  accepted,
  aChangePlan,
  aCondition,
  aCriterion,
  aDefinition,
  aGate,
  aGuardrail,
  aKpi,
  aMeasurement,
  day,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';
import { decimal } from '../basics/decimal.js';
import type { ConditionFact } from '../gates/condition.js';
import { isBreached, latestMeasurement } from '../kpis/attainment.js';
import { find } from './find.js';
import { type FindingCode, type FindingScene, type Stuck } from './finding.js';

const stuckIn = (other: Partial<Stuck> = {}): Stuck => ({
  stageName: 'PoC',
  stageCategory: 'POC',
  days: 171,
  stuckOn: day('2026-06-10'),
  lastActivityOn: day('2026-07-31'),
  isZombie: false,
  ...other,
});

/** What this spec tries rule by rule; the others, which speak of the same scenes, have specs of their own. */
const TRIED_HERE: readonly FindingCode[] = [
  'PRIMARY_UP_GUARDRAIL_BREACHED',
  'CONDITION_OVERDUE',
  'ZOMBIE',
  'GUARDRAIL_BREACHED',
  'POC_TRAP',
  'PLAN_WITHOUT_EFFORT',
];

const findings = (other: Partial<FindingScene>) => find(scene(other)).filter(({ code }) => TRIED_HERE.includes(code));
const codes = (other: Partial<FindingScene>) => findings(other).map(({ code }) => code);

const primary = (...values: readonly [string, string][]) =>
  aKpi('k', aDefinition(), ...values.map(([value, on]) => aMeasurement(value, on)));
const guardrail = (...values: readonly [string, string][]) =>
  aKpi('g', aGuardrail(), ...values.map(([value, on]) => aMeasurement(value, on)));

describe('GUARDRAIL_BREACHED', () => {
  it('is found while the latest value is beyond the limit, since the first of those in a row', () => {
    const kpis = [
      guardrail(['4.9', '2026-05-01'], ['3.9', '2026-06-01'], ['4.1', '2026-06-15'], ['5.2', '2026-07-01']),
    ];
    expect(findings({ kpis })).toEqual([
      {
        code: 'GUARDRAIL_BREACHED',
        subject: '',
        level: 'WARNING',
        since: noon('2026-06-15'),
        message: 'What must not get worse got worse: Reopen rate is 5.2 % (limit of 4.0 %).',
        facts: {
          guardrails: [
            {
              name: 'Reopen rate',
              value: '5.2',
              unit: '%',
              measuredOn: '2026-07-01',
              limit: '4.0',
              rangeLow: null,
              rangeHigh: null,
            },
          ],
        },
      },
    ]);
  });

  it('is just not found on the limit', () => {
    expect(codes({ kpis: [guardrail(['4.0', '2026-07-01'])] })).toEqual([]);
  });

  it('is found of guardrails alone, and of what was recorded at the very instant', () => {
    const range = { direction: 'RANGE', target: null, rangeLow: decimal('2'), rangeHigh: decimal('4') } as const;
    const atNoon = aMeasurement('4.1', '2026-08-01');
    expect(codes({ kpis: [aKpi('k', aDefinition(range), atNoon)] })).toEqual([]);
    expect(codes({ kpis: [aKpi('g', aGuardrail(range), atNoon)] })).toEqual(['GUARDRAIL_BREACHED']);
  });

  it('clears with the next value that holds', () => {
    expect(codes({ kpis: [guardrail(['5.2', '2026-07-01'], ['3.9', '2026-07-20'])] })).toEqual([]);
  });

  it('is not found of what was not known yet', () => {
    const late = aKpi('g', aGuardrail(), aMeasurement('5.2', '2026-07-01', { recordedAt: noon('2026-08-02') }));
    const later = aKpi('g', aGuardrail({ recordedAt: noon('2026-08-02') }), aMeasurement('5.2', '2026-07-01'));
    expect(codes({ kpis: [late, later] })).toEqual([]);
  });

  it('holds since the limit was made tighter, where that made it a breach', () => {
    const loose = aGuardrail({ target: decimal('6') });
    const tight = aGuardrail({ version: 2, recordedAt: noon('2026-07-10') });
    const kpi = { id: 'g', definitions: [loose, tight], measurements: [aMeasurement('5.2', '2026-07-01')] };
    expect(findings({ kpis: [kpi] })[0]?.since).toBe(noon('2026-07-10'));
  });

  it('goes by the days measured, and tells since when it could be known', () => {
    const late = aMeasurement('4.5', '2026-06-15', { recordedAt: noon('2026-07-20') });
    const measurements = [aMeasurement('5.2', '2026-07-01'), late, aMeasurement('3.9', '2026-06-01')];
    fc.assert(
      fc.property(fc.shuffledSubarray(measurements, { minLength: 3 }), (shuffled) => {
        expect(findings({ kpis: [aKpi('g', aGuardrail(), ...shuffled)] })[0]).toMatchObject({
          since: noon('2026-07-01'),
          facts: { guardrails: [{ value: '5.2' }] },
        });
      }),
    );
  });

  it('goes by the value that stands last of two recorded at once for one day, as attainment does', () => {
    const good = aMeasurement('3.9', '2026-07-01', { source: 'survey' });
    const bad = aMeasurement('5.2', '2026-07-01', { source: 'telephony' });
    for (const [values, found] of [
      [[good, bad], ['GUARDRAIL_BREACHED']],
      [[bad, good], []],
    ] as const) {
      const kpi = aKpi('g', aGuardrail(), ...values);
      expect(codes({ kpis: [kpi] })).toEqual(found);
      expect(isBreached(aGuardrail(), latestMeasurement(kpi, AT))).toBe(found.length > 0);
    }
  });

  it('is one finding for all guardrails, since the first of them', () => {
    const other = aKpi('h', aGuardrail({ name: 'Complaints' }), aMeasurement('9', '2026-06-10'));
    const [finding] = findings({ kpis: [guardrail(['5.2', '2026-07-01']), other] });
    expect(finding).toMatchObject({
      since: noon('2026-06-10'),
      message:
        'What must not get worse got worse: Reopen rate is 5.2 % (limit of 4.0 %) and Complaints is 9 % (limit of 4.0 %).',
    });
  });
});

describe('PRIMARY_UP_GUARDRAIL_BREACHED', () => {
  it('is found of story 1, before the guardrail alone', () => {
    const [finding, ...rest] = findings({
      kpis: [primary(['6.1', '2026-07-03']), guardrail(['5.2', '2026-07-01'])],
    });
    expect(finding).toEqual({
      code: 'PRIMARY_UP_GUARDRAIL_BREACHED',
      subject: '',
      level: 'CRITICAL',
      since: noon('2026-07-03'),
      message:
        'The success is paid for elsewhere: Handle time is at 113.8 % of its way, while Reopen rate is 5.2 % (limit of 4.0 %).',
      facts: {
        primaries: [{ name: 'Handle time', value: '6.1', attainmentPercent: '113.8' }],
        guardrails: [expect.objectContaining({ name: 'Reopen rate', value: '5.2' })],
      },
    });
    expect(rest.map(({ code }) => code)).toEqual(['GUARDRAIL_BREACHED']);
  });

  it('holds since the guardrail gave way, where the primary was up before', () => {
    const kpis = [primary(['8.0', '2026-05-01'], ['6.1', '2026-07-03']), guardrail(['5.2', '2026-07-04'])];
    expect(findings({ kpis })[0]?.since).toBe(noon('2026-07-04'));
  });

  it('is just not found while the primary is at its baseline, or has none', () => {
    expect(codes({ kpis: [primary(['9.4', '2026-07-03']), guardrail(['5.2', '2026-07-01'])] })).toEqual([
      'GUARDRAIL_BREACHED',
    ]);
    const leading = aKpi('k', aDefinition({ role: 'LEADING' }), aMeasurement('6.1', '2026-07-03'));
    expect(codes({ kpis: [leading, guardrail(['5.2', '2026-07-01'])] })).toEqual(['GUARDRAIL_BREACHED']);
    const without = aKpi('k', aDefinition({ baseline: null }), aMeasurement('6.1', '2026-07-03'));
    expect(codes({ kpis: [without, guardrail(['5.2', '2026-07-01'])] })).toEqual(['GUARDRAIL_BREACHED']);
  });

  it('clears when the guardrail holds again', () => {
    const kpis = [primary(['6.1', '2026-07-03']), guardrail(['5.2', '2026-07-01'], ['3.0', '2026-07-05'])];
    expect(codes({ kpis })).toEqual([]);
  });
});

describe('CONDITION_OVERDUE', () => {
  const overdue = (...conditions: readonly Partial<ConditionFact>[]) =>
    findings({ conditions: conditions.map((condition, index) => aCondition({ id: `c${index}`, ...condition })) });

  it('is found from the day after the due date, at the midnight of the portfolio', () => {
    expect(overdue({ dueOn: day('2026-07-31') }, { dueOn: day('2026-07-20'), text: 'Sign' })).toEqual([
      {
        code: 'CONDITION_OVERDUE',
        subject: '',
        level: 'CRITICAL',
        since: '2026-07-20T22:00:00.000Z',
        message:
          'Conditions of a gate that was passed are overdue: "Sign" was due on 2026-07-20 and "Train the second shift" was due on 2026-07-31.',
        facts: {
          conditions: [
            { id: 'c1', text: 'Sign', dueOn: '2026-07-20', ownerId: 'owner' },
            { id: 'c0', text: 'Train the second shift', dueOn: '2026-07-31', ownerId: 'owner' },
          ],
        },
      },
    ]);
  });

  it('is just not found on the due date, and clears when it is closed', () => {
    expect(overdue({ dueOn: day('2026-08-01') })).toEqual([]);
    expect(overdue({ dueOn: day('2026-07-31'), closedAt: noon('2026-08-01') })).toEqual([]);
  });
});

describe('POC_TRAP', () => {
  it('is found of what is stuck in a stage of category POC, and nowhere else', () => {
    expect(findings({ stuck: stuckIn() })).toEqual([
      {
        code: 'POC_TRAP',
        subject: '',
        level: 'WARNING',
        since: '2026-06-09T22:00:00.000Z',
        message: 'It has stood in PoC for 171 days and is stuck there: decide to go on, or to stop.',
        facts: { stage: 'PoC', days: 171, countedFrom: '2026-02-11', stuckOn: '2026-06-10' },
      },
    ]);
    expect(codes({ stuck: stuckIn({ stageCategory: 'PILOT' }) })).toEqual([]);
    expect(codes({ stuck: null })).toEqual([]);
  });
});

describe('ZOMBIE', () => {
  const dead = (lastActivityOn: Stuck['lastActivityOn']) =>
    findings({ stuck: stuckIn({ isZombie: true, stageCategory: 'PILOT', lastActivityOn }) });

  it('is found since the thirtieth quiet day, or since it is stuck, if that was later', () => {
    expect(dead(day('2026-06-29'))).toEqual([
      {
        code: 'ZOMBIE',
        subject: '',
        level: 'CRITICAL',
        since: '2026-07-28T22:00:00.000Z',
        message:
          'It has stood in PoC for 171 days, and nothing was submitted, booked, measured or updated since 2026-06-29.',
        facts: { stage: 'PoC', days: 171, countedFrom: '2026-02-11', lastActivityOn: '2026-06-29' },
      },
    ]);
    expect(dead(day('2026-04-01'))[0]?.since).toBe('2026-06-09T22:00:00.000Z');
  });

  it('is found of what nobody ever did anything for, since it is stuck', () => {
    expect(dead(null)).toMatchObject([
      {
        since: '2026-06-09T22:00:00.000Z',
        message: 'It has stood in PoC for 171 days, and nothing was submitted, booked, measured or updated ever.',
      },
    ]);
  });

  it('is not found of what is alive', () => {
    expect(codes({ stuck: stuckIn({ stageCategory: 'PILOT' }) })).toEqual([]);
  });
});

/** A change plan that is met since noon of a day. */
const metOn = (on: string): Pick<FindingScene, 'stages' | 'evidence'> => ({
  stages: scene().stages.map((stage) => ({
    ...stage,
    exitGate: stage.key === 'pilot' ? aGate([aCriterion('CHANGE_PLAN')]) : null,
  })),
  evidence: [submitted('plan', on, aChangePlan(), accepted(on))],
});

describe('PLAN_WITHOUT_EFFORT', () => {
  const booked = (
    workedOn: string,
    personDays = '1',
    {
      categoryKey = 'PEOPLE_PROCESS',
      recordedOn = workedOn,
    }: { categoryKey?: string | null; recordedOn?: string } = {},
  ) => ({ categoryKey, personDays: decimal(personDays), workedOn: day(workedOn), recordedAt: noon(recordedOn) });
  const planned = (on: string, ...effort: FindingScene['effort']) => findings({ ...metOn(on), effort });

  it('is found of a plan nobody worked for, from the sixtieth day after it was met, at the midnight of the portfolio', () => {
    expect(planned('2026-06-02')).toEqual([
      {
        code: 'PLAN_WITHOUT_EFFORT',
        subject: '',
        level: 'WARNING',
        since: '2026-07-31T22:00:00.000Z',
        message:
          'The change plan has been met since 2026-06-02, but nobody has worked on people and process for 60 days: no effort is booked on it at all.',
        facts: { category: 'PEOPLE_PROCESS', days: 60, planMetOn: '2026-06-02', lastWorkedOn: null },
      },
    ]);
    expect(planned('2026-06-03')).toEqual([]);
  });

  it('is found from the sixtieth day after the last work on people and process', () => {
    expect(planned('2026-01-01', booked('2026-05-01'), booked('2026-05-31'))).toEqual([
      {
        code: 'PLAN_WITHOUT_EFFORT',
        subject: '',
        level: 'WARNING',
        since: '2026-07-29T22:00:00.000Z',
        message:
          'The change plan has been met since 2026-01-01, but nobody has worked on people and process for 62 days: the last of it was on 2026-05-31.',
        facts: { category: 'PEOPLE_PROCESS', days: 62, planMetOn: '2026-01-01', lastWorkedOn: '2026-05-31' },
      },
    ]);
    expect(planned('2026-01-01', booked('2026-06-02'))).toMatchObject([{ since: '2026-07-31T22:00:00.000Z' }]);
    expect(planned('2026-01-01', booked('2026-06-03'))).toEqual([]);
  });

  it('counts from the plan where the last work was before it', () => {
    expect(planned('2026-06-01', booked('2026-01-31'))).toMatchObject([
      { since: '2026-07-30T22:00:00.000Z', facts: { days: 61, lastWorkedOn: '2026-01-31' } },
    ]);
  });

  it('is cleared by work of the last 60 days, today included, and by no other', () => {
    expect(planned('2026-01-01', booked('2026-08-01'))).toEqual([]);
    for (const other of [
      booked('2026-07-01', '9', { categoryKey: 'ALGORITHMS' }),
      booked('2026-07-01', '9', { categoryKey: null }),
      booked('2026-08-02', '9', { recordedOn: '2026-08-01' }),
      booked('2026-07-01', '9', { recordedOn: '2026-08-02' }),
    ]) {
      expect(planned('2026-01-01', other)).toMatchObject([{ facts: { lastWorkedOn: null } }]);
    }
  });

  it('takes what was taken back for no effort', () => {
    const wrong = booked('2026-07-01', '2.0');
    const reversal = booked('2026-07-01', '-2', { recordedOn: '2026-07-15' });
    expect(planned('2026-01-01', booked('2026-05-01'), wrong, reversal)).toMatchObject([
      { facts: { lastWorkedOn: '2026-05-01' } },
    ]);
    expect(planned('2026-01-01', booked('2026-05-01'), wrong)).toEqual([]);
  });

  it('is not found without a plan that is met', () => {
    expect(findings({ ...metOn('2026-01-01'), evidence: [] })).toEqual([]);
  });
});
