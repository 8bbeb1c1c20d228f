import { addDays, dateAt, daysBetween, startOfDay, type CalendarDate } from '../../basics/calendar-date.js';
import type { Instant } from '../../basics/instant.js';
import { listed } from '../../gates/criteria/wording.js';
import { definitionAt, latestMeasurement } from '../../kpis/attainment.js';
import type { KpiFacts } from '../../kpis/kpi.js';
import type { FindingRule, FindingScene, Told } from '../finding.js';
import { heldSince } from '../held-since.js';
import { revisions } from '../kpis-in-force.js';
import { recordedOf } from '../measured-kpis.js';
import { arrivals, hasReached } from '../standing.js';

const DAYS = 45;

/** A primary KPI that nobody measures, and since which day. */
interface Unmeasured {
  readonly name: string;
  readonly lastMeasuredOn: CalendarDate | null;
  readonly quietOn: CalendarDate;
}

/** What stands of primary KPIs that nobody measures while the days go by. */
export interface NoMeasurementFacts {
  readonly quietDays: number;
  readonly primaries: readonly Unmeasured[];
}

/** What is said of primary KPIs that nobody measures on a day. */
export const tellNoMeasurement = ({ quietDays, primaries }: NoMeasurementFacts, today: CalendarDate): Told => {
  const told = primaries.map(({ name, lastMeasuredOn }) =>
    lastMeasuredOn === null ? `${name} was never measured` : `${name} was last measured on ${lastMeasuredOn}`,
  );
  return {
    message: `Nobody has looked for ${quietDays} days or more whether it does any good: ${listed(told)}.`,
    facts: {
      quietDays,
      primaries: primaries.map(({ name, lastMeasuredOn, quietOn }) => ({
        name,
        lastMeasuredOn,
        quietOn,
        days: daysBetween(quietOn, today),
      })),
    },
  };
};

const whenPrimary = (kpi: KpiFacts, then: Instant): Instant | null =>
  heldSince(
    kpi.definitions.map(({ recordedAt }) => recordedAt),
    then,
    (each) => definitionAt(kpi, each)?.role === 'PRIMARY',
  );

const unmeasuredAt = (scene: FindingScene, then: Instant): readonly Unmeasured[] => {
  const inPilotSince = heldSince(arrivals(scene), then, (each) => hasReached(scene, 'PILOT', each));
  const today = dateAt(then, scene.timeZone);
  return scene.kpis.flatMap((kpi) => {
    const definition = definitionAt(kpi, then);
    const primarySince = whenPrimary(kpi, then);
    if (inPilotSince === null || definition === null || primarySince === null) {
      return [];
    }
    const lastMeasuredOn = latestMeasurement(kpi, then)?.measuredOn ?? null;
    const begun = dateAt(inPilotSince > primarySince ? inPilotSince : primarySince, scene.timeZone);
    const quietOn = lastMeasuredOn !== null && lastMeasuredOn > begun ? lastMeasuredOn : begun;
    return daysBetween(quietOn, today) >= DAYS ? [{ name: definition.name, lastMeasuredOn, quietOn }] : [];
  });
};

/** The days of measurements that may have been the last one for 45 days, of a KPI that is measured every day only a few. */
const lastDaysOf = ({ measurements }: KpiFacts): readonly CalendarDate[] => {
  const inOrder = measurements.toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1));
  return inOrder.flatMap(({ measuredOn }, index) => {
    const next = inOrder[index + 1];
    // Two days to spare, for the text of an instant has the day of UTC.
    const inTime = addDays(measuredOn, DAYS - 2);
    return next !== undefined && next.measuredOn <= inTime && next.recordedAt.slice(0, 10) < inTime ? [] : [measuredOn];
  });
};

const changesOf = (scene: FindingScene): readonly Instant[] => {
  const { kpis, timeZone } = scene;
  const begun = [...revisions(kpis), ...arrivals(scene)];
  const quietOn = [...kpis.flatMap(lastDaysOf), ...begun.map((each) => dateAt(each, timeZone))];
  return [
    ...recordedOf(kpis),
    ...arrivals(scene),
    ...[...new Set(quietOn)].map((day) => startOfDay(addDays(day, DAYS), timeZone)),
  ];
};

/**
 * It stands in category PILOT or later, and a primary KPI has had no measurement for 45 days: nobody knows whether it does any
 * good. The days are counted from the day the last measurement is of, and at the earliest from the day it came to category
 * PILOT or later, or the KPI was made a primary one. WARNING: what it does may be well, but nobody would notice otherwise.
 */
export const noMeasurement: FindingRule = (scene) => {
  const { at, timeZone } = scene;
  const unmeasured = unmeasuredAt(scene, at);
  const since =
    unmeasured.length === 0 ? null : heldSince(changesOf(scene), at, (then) => unmeasuredAt(scene, then).length > 0);
  return since === null
    ? []
    : [
        {
          code: 'NO_MEASUREMENT',
          subject: '',
          level: 'WARNING',
          since,
          ...tellNoMeasurement({ quietDays: DAYS, primaries: unmeasured }, dateAt(at, timeZone)),
        },
      ];
};
