import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, parseCalendarDate, startOfDay } from '../basics/calendar-date.js';
import { instantOf, type Instant } from '../basics/instant.js';
import type { StageDefinition } from '../gates/gate.js';
import {
  agingSceneOf,
  onWhomActivityTells,
  stageAgingOf,
  stageAgingsOf,
  standingAt,
  type StandingAt,
  type TemplateVisit,
} from './stage-aging.js';
import { daysInStage } from './time-in-stage.js';

const midnight = (date: string): Instant => startOfDay(parseCalendarDate(date)!, 'UTC');
const visit = (stageKey: string, enteredAt: Instant, leftAt: Instant | null = null) => ({
  stageKey,
  templateId: 'v1',
  enteredAt,
  leftAt,
});
const stage = (wipLimit: number | null, key = 'poc'): StageDefinition => ({
  key,
  name: 'PoC',
  category: 'POC',
  position: 3,
  timeBoxDays: 90,
  wipLimit,
  exitGate: null,
});

describe('the aging of a stage', () => {
  const counts = new Map([
    ['STUCK', 2],
    ['FRESH', 1],
  ] as const);

  it('tells every level, also those that nobody is on', () => {
    const aging = stageAgingOf(stage(null), { exits: 20, thresholds: { p50: 74, p70: 92, p85: 118 } }, counts);
    expect(aging).toMatchObject({ count: 3, exits: 20, p50: 74, p70: 92, p85: 118, wipLimit: null, overWip: false });
    expect(aging.levels).toEqual([
      { level: 'FRESH', count: 1 },
      { level: 'WATCH', count: 0 },
      { level: 'AGING', count: 0 },
      { level: 'STUCK', count: 2 },
      { level: 'ZOMBIE', count: 0 },
    ]);
  });

  it('tells no percentiles while too few have left', () => {
    const aging = stageAgingOf(stage(null), { exits: 9, thresholds: null }, new Map());
    expect(aging).toMatchObject({ count: 0, exits: 9, p50: null, p70: null, p85: null });
  });

  it('is over its limit with one more than the limit', () => {
    const isOver = (limit: number): boolean =>
      stageAgingOf(stage(limit), { exits: 0, thresholds: null }, counts).overWip;
    expect([isOver(2), isOver(3)]).toEqual([true, false]);
  });
});

describe('where an initiative stood', () => {
  const visits = [
    visit('poc', midnight('2026-01-10'), midnight('2026-05-08')),
    visit('discovery', midnight('2026-05-08'), midnight('2026-05-17')),
    visit('poc', midnight('2026-05-17')),
  ];
  const past = { visits, statusChanges: [], timeZone: 'UTC' };
  const asOf = (at: Instant) => standingAt({ ...past, at });

  it('is told as it was known then: a stay that ended later lasts', () => {
    expect(asOf(midnight('2026-05-01'))).toEqual({
      visit: visit('poc', midnight('2026-01-10')),
      status: 'ACTIVE',
      days: 111,
      left: [],
    });
    expect(asOf(midnight('2026-05-10'))).toMatchObject({
      visit: { stageKey: 'discovery', leftAt: null },
      days: 2,
      left: [{ visit: { stageKey: 'poc' }, days: 118 }],
    });
    expect(asOf(midnight('2026-07-09'))).toMatchObject({
      visit: { stageKey: 'poc' },
      days: 171,
      left: [{ visit: { stageKey: 'discovery' }, days: 9 }],
    });
  });

  it('is the new stage from the very instant it was entered, and the old one is left', () => {
    expect(asOf(midnight('2026-05-08'))).toMatchObject({
      visit: { stageKey: 'discovery' },
      days: 0,
      left: [{ visit: { stageKey: 'poc' }, days: 118 }],
    });
  });

  it('is told of a stage it has left twice once, with its last visit and all of its days', () => {
    const left = [visits[0]!, visits[1]!, { ...visits[2]!, leftAt: midnight('2026-06-01') }];
    const { left: stages } = standingAt({
      ...past,
      visits: [...left, visit('pilot', midnight('2026-06-01'))],
      at: midnight('2026-07-01'),
    });
    expect(stages.toSorted((a, b) => a.days - b.days)).toEqual([
      { visit: left[1], days: 9 },
      { visit: left[2], days: 133 },
    ]);
  });

  it('is nowhere before the first visit', () => {
    expect(asOf(midnight('2026-01-09'))).toEqual({ visit: null, status: 'ACTIVE', days: 0, left: [] });
  });

  it('goes with the status of then, and the days of a hold are left out', () => {
    const statusChanges = [
      { status: 'ON_HOLD', changedAt: midnight('2026-02-01') },
      { status: 'ACTIVE', changedAt: midnight('2026-02-11') },
      { status: 'KILLED', changedAt: midnight('2026-06-01') },
    ] as const;
    const at = (date: string) => standingAt({ ...past, statusChanges, at: midnight(date) });
    expect(at('2026-01-31')).toMatchObject({ status: 'ACTIVE', days: 21 });
    expect(at('2026-02-01')).toMatchObject({ status: 'ON_HOLD', days: 22 });
    expect(at('2026-02-09')).toMatchObject({ status: 'ON_HOLD', days: 22 });
    expect(at('2026-02-21')).toMatchObject({ status: 'ACTIVE', days: 32 });
    expect(at('2026-12-31')).toMatchObject({ status: 'KILLED', days: 123 });
  });

  it('counts no visit that stayed behind on an older version of the template', () => {
    const moved = [visits[0]!, visits[1]!, { ...visits[2]!, templateId: 'v2' }];
    expect(standingAt({ ...past, visits: moved, at: midnight('2026-07-09') })).toMatchObject({
      visit: { stageKey: 'poc', templateId: 'v2' },
      days: 53,
      left: [{ visit: { stageKey: 'discovery' }, days: 9 }],
    });
  });

  it('is as long as the days in stage by definition', () => {
    const someDay = fc
      .integer({ min: -5, max: 300 })
      .map((days) => midnight(addDays(parseCalendarDate('2026-01-10')!, days)));
    fc.assert(
      fc.property(someDay, fc.nat(86_399_999), (day, into) => {
        const at = instantOf(Date.parse(day) + into);
        const { visit: stood, days } = asOf(at);
        expect(days).toBe(stood === null ? 0 : daysInStage({ ...past, at, stageKey: stood.stageKey }));
      }),
    );
  });
});

describe('the stages of a template', () => {
  const TODAY = parseCalendarDate('2026-07-09')!;
  const template = { key: 'steps', stages: [stage(null), stage(null, 'pilot')] };
  const stay = (stageKey: string, templateKey = 'steps'): TemplateVisit => ({
    ...visit(stageKey, midnight('2026-01-10')),
    templateKey,
    timeBoxDays: 90,
  });
  type Course = StandingAt<TemplateVisit> & { readonly id: string };
  const course = (id: string, known: Partial<Course>): Course => ({
    id,
    visit: null,
    status: 'ACTIVE',
    days: 0,
    left: [],
    ...known,
  });
  const agings = (courses: readonly Course[], quiet: readonly string[] = []) => {
    const scene = agingSceneOf(template, courses);
    const lively = new Set(onWhomActivityTells(scene, TODAY).filter((id) => !quiet.includes(id)));
    return stageAgingsOf(template.stages, scene, { today: TODAY, lively }).map(({ levels, ...row }) => ({
      key: row.stage.key,
      count: row.count,
      exits: row.exits,
      p85: row.p85,
      levels: levels.filter(({ count }) => count > 0).map(({ level, count }) => `${level} ${count}`),
    }));
  };

  it('count who is ACTIVE or ON_HOLD in them, and nobody who was stopped', () => {
    const [poc] = agings(
      (['ACTIVE', 'ON_HOLD', 'KILLED', 'RETIRED'] as const).map((status) =>
        course(status, { visit: stay('poc'), status, days: 5 }),
      ),
    );
    expect(poc).toEqual({ key: 'poc', count: 2, exits: 0, p85: null, levels: ['FRESH 2'] });
  });

  it('leave out who follows another template, stands in a stage that is no more, or is nowhere yet', () => {
    const strangers = [
      course('a', { visit: stay('poc', 'other'), left: [{ visit: stay('pilot', 'other'), days: 3 }] }),
      course('b', { visit: stay('gone') }),
      course('c', {}),
    ];
    expect(agings(strangers).map(({ count, exits }) => [count, exits])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('judge by the days of those that left, also of who was stopped later', () => {
    const left = Array.from({ length: 10 }, (_, index) =>
      course(`left-${index}`, {
        visit: stay('pilot'),
        status: index < 5 ? 'KILLED' : 'ACTIVE',
        days: 1,
        left: [{ visit: stay('poc'), days: 100 + index }],
      }),
    );
    const [poc, pilot] = agings([...left, course('long', { visit: stay('poc'), days: 109 })]);
    expect(poc).toEqual({ key: 'poc', count: 1, exits: 10, p85: 108, levels: ['STUCK 1'] });
    expect(pilot).toEqual({ key: 'pilot', count: 5, exits: 0, p85: null, levels: ['FRESH 5'] });
  });

  it('ask for activity only of who is STUCK and ACTIVE', () => {
    const courses = [
      course('fresh', { visit: stay('poc'), days: 5 }),
      course('stuck', { visit: stay('poc'), days: 91 }),
      course('zombie', { visit: stay('poc'), days: 91 }),
      course('held', { visit: stay('poc'), days: 91, status: 'ON_HOLD' }),
    ];
    expect(onWhomActivityTells(agingSceneOf(template, courses), TODAY)).toEqual(['stuck', 'zombie']);
    expect(agings(courses, ['zombie'])[0]?.levels).toEqual(['FRESH 1', 'STUCK 2', 'ZOMBIE 1']);
  });

  it('have a row without exits where a scene does not know them', () => {
    const scene = { exits: new Map(), standing: [] };
    const [row] = stageAgingsOf([stage(null)], scene, { today: TODAY, lively: new Set() });
    expect(row).toMatchObject({ count: 0, exits: 0, p50: null });
  });
});
