import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  accepted,
  aDefinition,
  aGate,
  aGuardrail,
  aKpi,
  aMonitoringPlan,
  aSignal,
  assessOne,
  facts,
  noon,
  submitted,
} from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import type { SignalLevel } from '../../signals/signal-standing.js';
import type { MonitoredSignal } from '../evidence.js';
import { asksForSignals } from './monitoring-plan.js';

const primary = aKpi('primary', aDefinition());
const guardrail = aKpi('guardrail', aGuardrail());
const leading = aKpi('leading', aDefinition({ name: 'Usage', role: 'LEADING' }));

const watches = (kpiId: string, other: Partial<MonitoredSignal> = {}) => aSignal({ kind: 'KPI', kpiId, ...other });
const mute = { breachAbove: null, breachBelow: null };

const assess = (...signals: readonly MonitoredSignal[]) =>
  assessOne(
    aCriterion('MONITORING_PLAN'),
    facts({
      kpis: [primary, guardrail, leading],
      evidence: [submitted('a', '2026-01-03', aMonitoringPlan(...signals), accepted('2026-01-04'))],
    }),
    '2026-02-01',
  );

describe('a criterion that asks for a monitoring plan', () => {
  it('is MET when every primary and guardrail KPI, and drift or quality, is watched with a breach threshold', () => {
    const below = { breachAbove: null, breachBelow: decimal('0.8') };
    expect(
      assess(watches('primary'), watches('guardrail', below), aSignal({ kind: 'QUALITY', ...below })),
    ).toMatchObject({
      status: 'MET',
      reason:
        'The monitoring plan submitted on 2026-01-03 is accepted, watches 2 primary and guardrail KPIs and watches drift or quality.',
    });
  });

  it('is not spoiled by further signals without a threshold', () => {
    const more = [aSignal({ kind: 'LATENCY', ...mute }), watches('primary', mute), aSignal(mute)];
    expect(assess(watches('primary'), watches('guardrail'), aSignal(), ...more).status).toBe('MET');
  });

  it('is NOT_MET where a KPI is not watched; a signal of another kind that names it does not watch it', () => {
    expect(assess(watches('primary'), aSignal({ kpiId: 'guardrail' }))).toMatchObject({
      status: 'NOT_MET',
      reason: 'The monitoring plan submitted on 2026-01-03 is accepted, but no signal watches Reopen rate.',
      remedy: expect.stringContaining('that watches Reopen rate with a breach threshold, and') as unknown,
    });
  });

  it('is NOT_MET where thresholds are missing, and says all at once', () => {
    expect(assess(watches('primary', mute), watches('guardrail'), aSignal(mute))).toMatchObject({
      status: 'NOT_MET',
      reason:
        'The monitoring plan submitted on 2026-01-03 is accepted, but the signal for Handle time has no breach threshold and its signals for drift and quality have no breach threshold.',
    });
  });

  it('is NOT_MET where neither drift nor quality is watched', () => {
    expect(assess(watches('primary'), watches('guardrail'))).toMatchObject({
      status: 'NOT_MET',
      reason: 'The monitoring plan submitted on 2026-01-03 is accepted, but no signal watches drift or quality.',
    });
  });

  it('asks for a newer plan once a KPI is defined that it does not watch', () => {
    const later = aKpi('later', aDefinition({ name: 'Refunds', recordedAt: noon('2026-02-10') }));
    const known = facts({
      kpis: [later],
      evidence: [submitted('a', '2026-01-03', aMonitoringPlan(aSignal()), accepted('2026-01-04'))],
    });
    expect(assessOne(aCriterion('MONITORING_PLAN'), known, '2026-02-09').status).toBe('MET');
    expect(assessOne(aCriterion('MONITORING_PLAN'), known, '2026-02-10').status).toBe('NOT_MET');
  });

  it('with reopenOnBreach is NOT_MET while a signal is breached or silent, as of the instant that is asked about', () => {
    const since = noon('2026-02-01');
    const standing = { name: 'drift', since, value: null, unit: null, threshold: null, lastAt: null };
    const known = (on: string, ...levels: readonly SignalLevel[]) =>
      facts({
        evidence: [submitted('a', '2026-01-03', aMonitoringPlan(aSignal()), accepted('2026-01-04'))],
        signalsAt: [{ at: noon(on), standings: levels.map((level) => ({ ...standing, level })) }],
      });
    const reopens = aCriterion('MONITORING_PLAN', { settings: { reopenOnBreach: true } });
    const on = '2026-02-09';
    expect(assessOne(reopens, known(on, 'BREACHED', 'OK', 'SILENT'), on)).toMatchObject({
      status: 'NOT_MET',
      reason: `The monitoring plan is accepted, but drift is breached since ${since} and drift is silent since ${since}.`,
      evidenceId: 'a',
    });
    expect(assessOne(reopens, known(on, 'OK', 'WARN', 'UNKNOWN'), on).status).toBe('MET');
    expect(assessOne(reopens, known('2026-02-10', 'BREACHED'), on).status).toBe('MET');
    expect(assessOne(aCriterion('MONITORING_PLAN'), known(on, 'BREACHED'), on).status).toBe('MET');
    expect(assessOne(reopens, facts({ signalsAt: known(on, 'BREACHED').signalsAt ?? [] }), on).status).toBe('MISSING');
    expect(asksForSignals(aGate([aCriterion('DOCUMENT'), reopens]))).toBe(true);
    expect(asksForSignals(aGate([aCriterion('MONITORING_PLAN')]))).toBe(false);
  });
});
