import type { CalendarDate } from '../../basics/calendar-date.js';
import { compare, decimal, subtract, type Decimal } from '../../basics/decimal.js';
import type { Instant } from '../../basics/instant.js';
import { listed, measured } from '../../gates/criteria/wording.js';
import { definitionAt } from '../../kpis/attainment.js';
import type { KpiDefinition, KpiFacts } from '../../kpis/kpi.js';
import type { FindingRule, FindingScene } from '../finding.js';
import { heldSince } from '../held-since.js';
import { recordedOf } from '../measured-kpis.js';

const IN_A_ROW = 3;
const ZERO = decimal('0');

interface Value {
  readonly value: Decimal;
  readonly measuredOn: CalendarDate;
}

/** How a KPI went: from where to where, in its unit. */
interface Course {
  readonly definition: KpiDefinition;
  readonly from: Value;
  readonly to: Value;
}

const distance = (value: Decimal, { rangeLow, rangeHigh }: KpiDefinition): Decimal => {
  if (rangeLow !== null && compare(value, rangeLow) < 0) {
    return subtract(rangeLow, value);
  }
  return rangeHigh !== null && compare(value, rangeHigh) > 0 ? subtract(value, rangeHigh) : ZERO;
};

/** Better is further in its direction, or nearer to its range. */
const isBetter = (after: Decimal, before: Decimal, definition: KpiDefinition): boolean => {
  if (definition.direction === 'RANGE') {
    return compare(distance(after, definition), distance(before, definition)) < 0;
  }
  return compare(after, before) * (definition.direction === 'INCREASE' ? 1 : -1) > 0;
};

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** The values known at an instant by the days they are of, one a day: the one recorded last. */
const valuesAt = ({ measurements }: KpiFacts, then: Instant): readonly Value[] => {
  const recorded = measurements
    .filter(({ recordedAt }) => recordedAt <= then)
    .toSorted((a, b) => order(a.recordedAt, b.recordedAt));
  const byDay = new Map(recorded.map(({ measuredOn, value }) => [measuredOn, { measuredOn, value }]));
  return [...byDay.values()].toSorted((a, b) => order(a.measuredOn, b.measuredOn));
};

/** The last three measurements of a model KPI, where each is better than the one before it; the first ever measured than the baseline. */
const modelCourse = (kpi: KpiFacts, then: Instant): Course | null => {
  const definition = definitionAt(kpi, then);
  if (definition?.class !== 'MODEL') {
    return null;
  }
  const values = [...(definition.baseline === null ? [] : [definition.baseline]), ...valuesAt(kpi, then)];
  const [from = null, ...after] = values.slice(-IN_A_ROW - 1);
  const to = after.reduce<Value | null>(
    (before, next) => (before !== null && isBetter(next.value, before.value, definition) ? next : null),
    from,
  );
  return from !== null && to !== null && after.length === IN_A_ROW ? { definition, from, to } : null;
};

/** How a primary KPI went since a day; null where it was not measured since, or never by that day and without a baseline. */
const primaryCourse = (kpi: KpiFacts, since: CalendarDate, then: Instant): Course | null => {
  const definition = definitionAt(kpi, then);
  if (definition?.role !== 'PRIMARY' || definition.class === 'MODEL') {
    return null;
  }
  const values = valuesAt(kpi, then);
  const to = values.filter(({ measuredOn }) => measuredOn > since).at(-1);
  const from = values.filter(({ measuredOn }) => measuredOn <= since).at(-1) ?? definition.baseline;
  return from && to ? { definition, from, to } : null;
};

interface Divergence {
  readonly model: Course;
  readonly primaries: readonly Course[];
}

const divergencesAt = ({ kpis }: FindingScene, then: Instant): readonly Divergence[] =>
  kpis.flatMap((kpi) => {
    const model = modelCourse(kpi, then);
    const primaries =
      model === null ? [] : kpis.flatMap((each) => primaryCourse(each, model.from.measuredOn, then) ?? []);
    const isApart =
      primaries.length > 0 && !primaries.some(({ from, to, definition }) => isBetter(to.value, from.value, definition));
    return model !== null && isApart ? [{ model, primaries }] : [];
  });

const told = ({ definition, from, to }: Course): string =>
  `${definition.name} went from ${measured(from.value, definition.unit)} to ${measured(to.value, definition.unit)}`;

const courseFacts = ({ definition, from, to }: Course) => ({
  name: definition.name,
  unit: definition.unit,
  from: from.value,
  fromOn: from.measuredOn,
  to: to.value,
  toOn: to.measuredOn,
});

/**
 * A KPI of class MODEL was better than before at three measurements in a row, and none of the primary KPIs of another class that
 * were measured meanwhile is: what the model gets better at is not what it is for. Where no primary one was measured meanwhile
 * nothing can be said, and NO_MEASUREMENT speaks. WARNING: the work goes into the wrong number, and can be turned.
 */
export const proxyDivergence: FindingRule = (scene) => {
  const { kpis, at } = scene;
  const since = heldSince(recordedOf(kpis), at, (then) => divergencesAt(scene, then).length > 0);
  const divergences = since === null ? [] : divergencesAt(scene, at);
  return since === null
    ? []
    : [
        {
          code: 'PROXY_DIVERGENCE',
          subject: '',
          level: 'WARNING',
          since,
          message: `The model gets better, and what it is for does not: ${listed(divergences.map(({ model, primaries }) => `${told(model)} in three measurements, while ${listed(primaries.map(told))}`))}.`,
          facts: {
            divergences: divergences.map(({ model, primaries }) => ({
              model: courseFacts(model),
              primaries: primaries.map(courseFacts),
            })),
          },
        },
      ];
};
