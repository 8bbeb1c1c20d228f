import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  aDefinition,
  aGuardrail,
  aKpi,
  assessOne,
  day,
  entered,
  facts,
  noon,
} from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import type { Instant } from '../../basics/instant.js';
import type { KpiDefinition } from '../../kpis/kpi.js';

const draft = aCriterion('KPI_CONTRACT', { settings: { requireBaseline: false } });
const contract = aCriterion('KPI_CONTRACT', { settings: { requireBaseline: true } });
const kpis = (...definitions: readonly KpiDefinition[]) =>
  definitions.map((definition, position) => aKpi(String(position), definition));
const of = (...definitions: readonly KpiDefinition[]) => facts({ kpis: kpis(...definitions) });
const on = '2026-03-01';
const baselineOn = (date: string) => ({ baseline: { value: decimal('9.4'), measuredOn: day(date), sampleSize: null } });
const aRange = { direction: 'RANGE', target: null, rangeLow: decimal('1'), rangeHigh: decimal('3') } as const;

describe('a criterion that asks for a KPI contract', () => {
  it('is MISSING while no KPI is defined, and says what is needed and who can define it', () => {
    expect(assessOne(contract, of(), on)).toMatchObject({
      status: 'MISSING',
      blocks: true,
      reason: 'No KPI is defined.',
      remedy:
        'A program manager can define a primary KPI of class BUSINESS with target, date and a baseline from before the pilot and define a guardrail with a limit.',
      evidenceId: null,
    });
    expect(assessOne(draft, of(), on).remedy).toBe(
      'A program manager can define a primary KPI of class BUSINESS with target and date and define a guardrail with a limit.',
    );
  });

  it('is MET with a primary business KPI and a guardrail, and names what it stands on', () => {
    const other = aGuardrail({ name: 'Complaints', target: null });
    expect(assessOne(contract, of(aDefinition(), aGuardrail(), other), on)).toMatchObject({
      status: 'MET',
      blocks: false,
      reason: 'The contract stands on Handle time (target of 6.5 min) and Reopen rate (limit of 4.0 %).',
      remedy: null,
    });
  });

  it('says everything that is missing at once', () => {
    expect(assessOne(contract, of(aDefinition({ name: 'F1', class: 'MODEL', baseline: null })), on)).toMatchObject({
      status: 'NOT_MET',
      reason: 'No primary KPI of class BUSINESS is defined; no guardrail is defined; F1 has no baseline.',
    });
  });

  it('does not take a leading KPI for a primary one', () => {
    expect(assessOne(draft, of(aDefinition({ role: 'LEADING' }), aGuardrail()), on).reason).toBe(
      'No primary KPI of class BUSINESS is defined.',
    );
  });

  it('asks for target and target date, and for a limit of the guardrail', () => {
    const open = aDefinition({ target: null, targetDate: null });
    expect(assessOne(draft, of(open, aGuardrail({ target: null })), on)).toMatchObject({
      status: 'NOT_MET',
      reason: 'Handle time has no target and no target date; Reopen rate has no limit.',
      remedy:
        'A program manager can revise Handle time with a target and a target date and revise Reopen rate with a limit.',
    });
    expect(assessOne(draft, of(aDefinition({ targetDate: null }), aGuardrail()), on).reason).toBe(
      'Handle time has no target date.',
    );
  });

  it('takes a range for a target, and needs both of its ends', () => {
    expect(assessOne(draft, of(aDefinition(aRange), aGuardrail(aRange)), on)).toMatchObject({
      status: 'MET',
      reason: 'The contract stands on Handle time (range of 1 to 3 min) and Reopen rate (range of 1 to 3 %).',
    });
    const without = [{ rangeLow: null }, { rangeHigh: null }];
    for (const end of without) {
      expect(assessOne(draft, of(aDefinition({ ...aRange, ...end }), aGuardrail()), on).reason).toBe(
        'Handle time has no range.',
      );
    }
  });

  it('is content with one complete primary business KPI among several', () => {
    expect(assessOne(draft, of(aDefinition({ target: null }), aDefinition(), aGuardrail()), on).status).toBe('MET');
  });

  it('asks for baselines of all primary KPIs only where it is told to', () => {
    const known = of(aDefinition(), aDefinition({ name: 'F1', class: 'MODEL', baseline: null }), aGuardrail());
    expect(assessOne(draft, known, on).status).toBe('MET');
    expect(assessOne(contract, known, on)).toMatchObject({
      status: 'NOT_MET',
      reason: 'F1 has no baseline.',
      remedy: 'A program manager can revise F1 with the baseline that was measured.',
    });
  });

  it('asks for a baseline measured on a day before the pilot began, in the zone of the portfolio', () => {
    const pilotEnteredAt = '2026-02-10T23:30:00.000Z' as Instant;
    const assess = (date: string, timeZone: string) =>
      assessOne(
        contract,
        facts({
          timeZone,
          pilotEntries: [entered(pilotEnteredAt)],
          kpis: kpis(aDefinition(baselineOn(date)), aGuardrail()),
        }),
        on,
      );
    expect(assess('2026-02-09', 'UTC').status).toBe('MET');
    expect(assess('2026-02-10', 'UTC')).toMatchObject({
      status: 'NOT_MET',
      reason: 'The baseline of Handle time was measured on 2026-02-10, not before the pilot began on 2026-02-10.',
      remedy: 'A program manager can revise Handle time with a baseline measured before 2026-02-10.',
    });
    expect(assess('2026-02-10', 'Europe/Berlin').status).toBe('MET');
  });

  it('does not know of a pilot that began later', () => {
    const known = facts({
      pilotEntries: [entered(noon('2026-03-02'))],
      kpis: kpis(aDefinition(baselineOn('2026-03-05')), aGuardrail()),
    });
    expect(assessOne(contract, known, '2026-03-01').status).toBe('MET');
    expect(assessOne(contract, known, '2026-03-02').status).toBe('NOT_MET');
    const ahead = { ...known, pilotEntries: [entered(noon('2026-03-02'), { recordedAt: noon('2026-02-20') })] };
    expect(assessOne(contract, ahead, '2026-03-01').status).toBe('MET');
    expect(assessOne(contract, ahead, '2026-03-02').status).toBe('NOT_MET');
  });

  it('goes by the first entry into a pilot that stood in the records at the instant', () => {
    const known = facts({
      pilotEntries: [
        entered(noon('2026-01-10'), { recordedAt: noon('2026-02-20'), supersededAt: noon('2026-02-25') }),
        entered(noon('2026-02-05'), { recordedAt: noon('2026-02-25') }),
        entered(noon('2026-02-15'), { recordedAt: noon('2026-02-25') }),
      ],
      kpis: kpis(aDefinition(baselineOn('2026-01-31')), aGuardrail()),
    });
    const reason = (on: string) => assessOne(contract, known, on).reason;
    expect(reason('2026-02-19')).toMatch(/^The contract stands/);
    expect(reason('2026-02-20')).toMatch(/not before the pilot began on 2026-01-10\.$/);
    expect(reason('2026-02-24')).toMatch(/not before the pilot began on 2026-01-10\.$/);
    expect(reason('2026-02-25')).toMatch(/^The contract stands/);
  });

  it('goes by the definition in force at the instant', () => {
    const first = aDefinition({ recordedAt: noon('2026-01-01') });
    const revised = aDefinition({ version: 2, recordedAt: noon('2026-02-01'), target: null });
    const known = facts({
      kpis: [{ id: 'p', definitions: [first, revised], measurements: [] }, aKpi('g', aGuardrail())],
    });
    expect(assessOne(contract, known, '2026-01-31').status).toBe('MET');
    expect(assessOne(contract, known, '2026-02-01').reason).toBe('Handle time has no target.');
  });
});
