import { describe, expect, it } from '@jest/globals';
import { aFindingScene, AT, aStay, STAGES } from '../../../test/support/finding-facts.js';
import {
  accepted,
  aChangePlan,
  aCheck,
  aDefinition,
  aKpi,
  aMeasurement,
  approvedOn,
  aWaiver,
  day,
  noon,
  submitted,
} from '../../../test/support/gate-facts.js';
import { addDays, dateAt, daysBetween, startOfDay } from '../basics/calendar-date.js';
import { decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import { find } from './find.js';
import type { Finding, FindingScene } from './finding.js';
import { planFindings, type KeptFinding } from './keep-findings.js';
import { toldAt, toldOn } from './told-on.js';

const ZONE = 'Europe/Berlin';
const TODAY = dateAt(AT, ZONE);

/** One in its pilot of which everything counts days, on a day; its signal drifts a little further with every hour. */
const quietOn = (at: Instant): FindingScene => {
  const today = dateAt(at, ZONE);
  return aFindingScene({
    at,
    stages: STAGES,
    stays: [aStay('poc', '2026-01-01', '2026-02-01'), aStay('pilot', '2026-02-01')],
    kpis: [aKpi('k', aDefinition(), aMeasurement('9', '2026-05-01'))],
    evidence: [
      submitted('plan', '2026-03-01', aChangePlan(), { criterionKey: 'change-plan', ...accepted('2026-03-02') }),
      submitted('risk', '2026-03-10', aCheck('2026-03-10'), { criterionKey: 'alerts-live' }),
    ],
    waivers: [
      aWaiver('w', '2026-06-01', '2026-08-12', { criterionKey: 'monitoring-plan', ...approvedOn('2026-06-02') }),
    ],
    signals: [
      {
        name: 'drift',
        level: 'BREACHED',
        since: noon('2026-07-01'),
        value: decimal(`0.${daysBetween(day('2026-01-01'), today)}`),
        unit: null,
        threshold: decimal('0.1'),
        lastAt: at,
      },
    ],
    stuck: {
      stageName: 'Pilot',
      stageCategory: 'POC',
      days: daysBetween(day('2026-02-01'), today),
      stuckOn: day('2026-06-10'),
      lastActivityOn: day('2026-05-01'),
      isZombie: true,
    },
  });
};

const found = (code: Finding['code'], facts: Finding['facts']): Finding & { readonly clearedAt: Instant | null } => ({
  code,
  subject: '',
  level: 'WARNING',
  since: AT,
  message: 'As it was kept.',
  facts,
  clearedAt: null,
});

describe('thirty midnights', () => {
  const days = Array.from({ length: 31 }, (_, index) => addDays(TODAY, index));
  let count = 0;
  let standing: readonly KeptFinding[] = [];
  const versions: KeptFinding[] = [];
  const told = days.map((today) => {
    const at = startOfDay(today, ZONE);
    const now = find(quietOn(at));
    const { raised, restated, superseded, cleared } = planFindings(
      standing,
      now,
      { at, today },
      () => `${(count += 1)}`,
    );
    const gone = [...superseded, ...cleared];
    standing = [...standing.filter((each) => !gone.includes(each)), ...raised, ...restated];
    versions.push(...raised, ...restated);
    return { now, kept: standing.map((each) => toldOn(each, today)) };
  });
  const versionsOf = (code: Finding['code']) => versions.filter((each) => each.code === code);

  it('make no other version of what counts days, nor readings of what is breached', () => {
    expect(versions.map(({ code }) => code).toSorted()).toEqual([
      'EVIDENCE_EXPIRING',
      // From 29 August on.
      'EVIDENCE_STALE',
      'NO_GUARDRAIL',
      'NO_MEASUREMENT',
      'PLAN_WITHOUT_EFFORT',
      'POC_TRAP',
      'SIGNAL_BREACHED',
      'UX_TOO_LATE',
      'WAIVER_EXPIRING',
      'ZOMBIE',
    ]);
  });

  it('are told each as the rules would say it on that day', () => {
    const counted = (findings: readonly Finding[]) =>
      findings
        .filter(({ code }) => code !== 'SIGNAL_BREACHED')
        .map(({ code, subject, level, since, message, facts }) => ({ code, subject, level, since, message, facts }))
        .toSorted((a, b) => `${a.code} ${a.subject}`.localeCompare(`${b.code} ${b.subject}`));
    told.forEach(({ now, kept }) => {
      expect(counted(kept)).toEqual(counted(now));
    });
    expect(told.at(-1)?.now.length).toBeGreaterThan(5);
  });

  it('are told later as of any of them', () => {
    const [zombie] = versionsOf('ZOMBIE');
    days.forEach((today, index) => {
      expect(toldOn(zombie!, today)).toMatchObject({
        message: `It has stood in Pilot for ${181 + index} days, and nothing was submitted, booked, measured or updated since 2026-05-01.`,
        facts: { days: 181 + index, countedFrom: '2026-02-01' },
      });
    });
  });
});

describe('what is kept', () => {
  it('is told as it is where it counts no days, and where an earlier version of the program left no date with it', () => {
    for (const each of [
      found('NO_GUARDRAIL', {}),
      found('ZOMBIE', { stage: 'PoC', days: 171, lastActivityOn: null }),
      found('EVIDENCE_EXPIRING', { lastDay: '2026-08-05', daysLeft: 4 }),
    ]) {
      expect(toldOn(each, TODAY)).toBe(each);
    }
  });

  it('is told as it was said last once it has cleared, and before that as of the instant', () => {
    const trap = found('POC_TRAP', { stage: 'PoC', countedFrom: '2026-07-02', stuckOn: '2026-07-31' });
    const daysAt = (clearedAt: Instant | null): unknown => toldAt({ ...trap, clearedAt }, AT, ZONE).facts['days'];
    expect(daysAt(null)).toBe(30);
    expect(daysAt(noon('2026-08-09'))).toBe(30);
    expect(daysAt(noon('2026-07-31'))).toBe(29);
    // A midnight that clears it begins a day on which it does not hold.
    expect(daysAt(startOfDay(TODAY, ZONE))).toBe(29);
  });

  it('never has less than no days left, though nobody may have looked since', () => {
    const names = { criterionKey: 'c', criterion: 'Alerts', gateKey: 'g', gate: 'Gate' };
    const evidence = found('EVIDENCE_EXPIRING', { ...names, evidenceId: 'e', lastDay: '2026-07-30' });
    const waiver = found('WAIVER_EXPIRING', {
      ...names,
      waiverId: 'w',
      expiresOn: '2026-07-30',
      compensatingControl: 'x',
    });
    for (const each of [evidence, waiver]) {
      expect(toldOn(each, day('2026-07-28'))).toMatchObject({ facts: { daysLeft: 2 } });
      expect(toldOn(each, TODAY)).toMatchObject({ facts: { daysLeft: 0 } });
    }
  });
});
