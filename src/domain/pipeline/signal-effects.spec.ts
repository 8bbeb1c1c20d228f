import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  aCriterion,
  aMonitoringPlan,
  aSignal,
  facts,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';
import { aStage, aVersion } from '../../../test/support/template-versions.js';
import type { Instant } from '../basics/instant.js';
import type { CriterionDefinition, WorkflowTemplate } from '../gates/gate.js';
import type { SignalLevel } from '../signals/signal-standing.js';
import { planMigration } from './plan-migration.js';

const at = noon('2026-06-01');
const since = '2026-05-30T00:00:00.000Z' as Instant;
const plan = (reopenOnBreach: boolean, other: Partial<CriterionDefinition> = {}) =>
  aCriterion('MONITORING_PLAN', { key: 'plan', name: 'Monitoring plan', settings: { reopenOnBreach }, ...other });
const document = aCriterion('DOCUMENT', { key: 'paper', name: 'Paper' });
const other = aCriterion('DOCUMENT', { key: 'other', name: 'Other' });

const version = (number: number, pilot: readonly CriterionDefinition[]): WorkflowTemplate =>
  aVersion(number, [
    aStage('poc', 'POC', [document]),
    aStage('pilot', 'PILOT', pilot),
    aStage('run', 'PRODUCTION', [document]),
  ]);

const known = (...levels: readonly SignalLevel[]) =>
  facts({
    evidence: [
      submitted('e1', '2026-05-01', aMonitoringPlan(aSignal()), { criterionKey: 'plan', ...accepted('2026-05-02') }),
    ],
    signalsAt: [
      {
        at,
        standings: levels.map((level) => ({
          ...{ name: 'drift', level, since, value: null, unit: null, threshold: null, lastAt: null },
        })),
      },
    ],
  });

const effects = (
  stageKey: string,
  from: readonly CriterionDefinition[],
  to: readonly CriterionDefinition[],
  facts = known('BREACHED'),
) =>
  planMigration({
    initiative: { key: 'AI-7', stageKey },
    from: version(3, from),
    to: version(4, to),
    mapping: [],
    openReviewGateKey: null,
    at,
    facts,
    visits: [],
    references: [],
  }).effects;

describe('signals of an accepted monitoring plan, in a move to a newer version', () => {
  it('reopen a gate that is passed where the newer version says so, and what it comes to today is told', () => {
    expect(effects('run', [plan(false)], [plan(true)])).toEqual([
      {
        kind: 'SIGNALS_CHANGED',
        message: `Monitoring plan (plan) at gate pilot-exit, which is passed, would be reopened by a signal that is breached or silent. It is MET today and would be NOT_MET: The monitoring plan is accepted, but drift is breached since ${since}.`,
        blocks: false,
        stageKey: null,
        gateKey: 'pilot-exit',
        criterionKey: 'plan',
        statusBefore: 'MET',
        statusAfter: 'NOT_MET',
        referenceIds: [],
      },
    ]);
    expect(effects('run', [plan(false)], [plan(true)], known('OK'))).toMatchObject([
      { message: expect.stringMatching(/ It stays MET\.$/), statusBefore: 'MET', statusAfter: 'MET' },
    ]);
  });

  it('reopen it no more where the newer version does not say so', () => {
    expect(effects('run', [plan(true)], [plan(false)])).toMatchObject([
      {
        kind: 'SIGNALS_CHANGED',
        message: expect.stringContaining('would not be reopened any more'),
        statusBefore: 'NOT_MET',
        statusAfter: 'MET',
      },
    ]);
  });

  it('are told of a gate ahead as all that is asked there', () => {
    expect(effects('pilot', [plan(false)], [plan(true)])).toMatchObject([
      {
        kind: 'CRITERION_CHANGED',
        message: expect.stringMatching(
          /reopenOnBreach true instead of false.* MET today and would be NOT_MET: .*drift is breached/,
        ),
      },
    ]);
  });

  it('are watched for no gate where the criterion is gone, whether its gate was passed or lies ahead', () => {
    expect(effects('run', [plan(true)], [other])).toMatchObject([
      {
        kind: 'SIGNALS_CHANGED',
        message:
          'Version 4 does not ask for Monitoring plan (plan) at gate pilot-exit: the 1 signal of the accepted monitoring plan is watched all the same, and would reopen no gate; today gate pilot-exit is reopened by one that is breached or silent.',
        statusBefore: 'NOT_MET',
        statusAfter: null,
      },
    ]);
    expect(effects('pilot', [plan(false)], [other], known('OK', 'OK'))).toMatchObject([
      { kind: 'NEW_OPEN_CRITERION' },
      { kind: 'CRITERION_DROPPED' },
      { message: expect.stringMatching(/the 2 signals of .* are watched all the same, and would reopen no gate\.$/) },
    ]);
  });

  it('change nothing where the setting is the same, and where there are none', () => {
    expect(effects('run', [plan(true)], [plan(true)])).toMatchObject([{ kind: 'NO_CHANGE' }]);
    expect(effects('run', [plan(false)], [plan(true)], known())).toMatchObject([{ kind: 'NO_CHANGE' }]);
    expect(effects('run', [plan(false)], [plan(true)], facts())).toMatchObject([{ kind: 'NO_CHANGE' }]);
  });

  it('of a gate that is passed and would lie ahead are told with what is asked there', () => {
    const [first] = planMigration({
      initiative: { key: 'AI-7', stageKey: 'run' },
      from: version(3, [plan(false)]),
      to: aVersion(4, [aStage('poc', 'POC', [document]), aStage('pilot', 'PILOT', [plan(true)])]),
      mapping: [{ from: 'run', to: 'pilot' }],
      openReviewGateKey: null,
      at,
      facts: known('BREACHED'),
      visits: [],
      references: [],
    }).effects.filter(({ criterionKey }) => criterionKey === 'plan');
    expect(first).toMatchObject({ kind: 'NEW_OPEN_CRITERION', statusAfter: 'NOT_MET' });
  });
});
