import { addDays } from '../../domain/basics/calendar-date.js';
import { decimal } from '../../domain/basics/decimal.js';
import { between } from './chance.js';
import type { Measured, SampleKpi } from './sample-initiative.js';
import { initiativeOf, tell, type Story } from './story.js';
import { done } from './verbs.js';

const POC = 2;
const PILOT = 3;
const SCALE = 4;
const EVERY_DAYS = 14;

/** The KPIs are defined on a day of discovery, with their baselines of the days before. */
export const tellKpis = (story: Story, daysAgo: number): void => {
  const { sample, company, manager } = story;
  for (const kpi of sample.kpis ?? []) {
    tell(story, daysAgo, async ({ on }) => {
      const { name, unit, role, class: kpiClass, direction, from, target } = kpi;
      const defined = await company.verbs.defineKpi.run(manager, initiativeOf(story).id, {
        name,
        unit,
        role,
        class: kpiClass,
        direction,
        baselineValue: from && decimal(from[0]),
        baselineMeasuredOn: from && addDays(on, -4),
        baselineSampleSize: from && from[1],
        target: decimal(target),
        rangeLow: null,
        rangeHigh: null,
        targetDate: addDays(on, 360),
        dataSource: kpiClass === 'MODEL' ? 'Evaluation set of the team' : `Reports of the system for ${sample.cases}`,
        ownerId: null,
      });
      story.made.kpis.set(kpi, done(defined, name).id);
    });
  }
};

/** Every other week from the pilot on, and for figures of the model from the proof of concept on, all KPIs are measured. */
export const tellMeasurements = (story: Story): void => {
  const { sample, chance } = story;
  const last = Math.max(sample.lastMeasured ?? between(2, 9, chance), sample.ended ? sample.ended.daysAgo + 12 : 0);
  const until = Math.max(last, sample.quietSince ?? 0);
  const begin = (kpi: SampleKpi): number => (sample.entered[kpi.role === 'LEADING' ? POC : PILOT] ?? 0) - 5;
  const measured = (sample.kpis ?? []).filter((kpi) => kpi.now !== null && begin(kpi) > until);
  const first = Math.max(0, ...measured.map(begin));
  for (let daysAgo = until; daysAgo <= first; daysAgo += EVERY_DAYS) {
    const due = measured.filter((kpi) => daysAgo <= begin(kpi));
    tellMeasurement(
      story,
      daysAgo,
      due.map((kpi) => [kpi, valueOf(story, kpi, daysAgo, until)] as const),
    );
  }
};

const tellMeasurement = (story: Story, daysAgo: number, values: readonly (readonly [SampleKpi, Measured])[]): void => {
  const { company, manager, made } = story;
  tell(story, daysAgo + 0.3, async ({ on }) => {
    const measurements = values.map(([kpi, [value, sampleSize]]) => ({
      kpiId: made.kpis.get(kpi) ?? '',
      value: decimal(value),
      measuredOn: on,
      sampleSize,
      source: 'sample',
      externalId: null,
    }));
    done(await company.verbs.recordMeasurements.run(manager, measurements), 'measurements');
  });
};

/** What is measured on a day: from the baseline to today's value, by way of the target where the gates to production were passed. */
const valueOf = (story: Story, kpi: SampleKpi, daysAgo: number, last: number): Measured => {
  const { sample, chance } = story;
  const [end, size] = kpi.now ?? ['0', 1];
  if (daysAgo === last) {
    return [end, size];
  }
  const places = Math.max(...[end, kpi.target, kpi.from?.[0] ?? ''].map((text) => text.split('.')[1]?.length ?? 0));
  const value = Math.max(0, alongTheWay(wayOf(sample.entered, kpi, last), daysAgo) + fluctuationOf(kpi, chance()));
  return [value.toFixed(places), Math.max(1, Math.round(size * (0.8 + 0.3 * chance())))];
};

/** No figure stands still. It only ever is a little better than on the way, so that what was reached stays reached. */
const fluctuationOf = ({ role, direction, target, from }: SampleKpi, chance: number): number => {
  const scale = role === 'GUARDRAIL' ? Number(target) : Math.abs(Number(target) - Number(from?.[0] ?? target));
  return (direction === 'INCREASE' ? 1 : -1) * scale * 0.08 * chance;
};

type Point = readonly [daysAgo: number, value: number];

const SETTLED_DAYS = 40;

const wayOf = (entered: readonly number[], kpi: SampleKpi, last: number): readonly Point[] => {
  const end: Point = [last, Number(kpi.now?.[0])];
  const start = Number(kpi.from?.[0] ?? end[1]);
  const scaled = entered[SCALE];
  if (kpi.role === 'LEADING' || scaled === undefined) {
    return [[entered[kpi.role === 'LEADING' ? POC : PILOT] ?? last, start], end];
  }
  const reached = kpi.role === 'GUARDRAIL' ? start : Number(kpi.target);
  // Reached some weeks before the gate, and held until the last gate that was passed.
  return [[entered[PILOT] ?? last, start], [scaled + SETTLED_DAYS, reached], [entered.at(-1) ?? scaled, reached], end];
};

const alongTheWay = (way: readonly Point[], daysAgo: number): number => {
  const next = way.findIndex(([day]) => day <= daysAgo);
  const [before, after] = [way[next - 1], way[next]];
  if (!before || !after) {
    return way[0]?.[1] ?? 0;
  }
  const share = (before[0] - daysAgo) / Math.max(1, before[0] - after[0]);
  return before[1] + (after[1] - before[1]) * share;
};
