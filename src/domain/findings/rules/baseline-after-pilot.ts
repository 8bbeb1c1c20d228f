import { dateAt, type CalendarDate } from '../../basics/calendar-date.js';
import type { Instant } from '../../basics/instant.js';
import { listed } from '../../gates/criteria/wording.js';
import type { KpiBaseline } from '../../kpis/kpi.js';
import type { FindingRule, FindingScene } from '../finding.js';
import { heldSince } from '../held-since.js';
import { inForce, revisions } from '../kpis-in-force.js';
import { arrivals, knownStays } from '../standing.js';

/** The day a stage of category PILOT was first entered by an instant; null where none was. */
const pilotedOn = (scene: FindingScene, then: Instant): CalendarDate | null => {
  const [first] = knownStays(scene)
    .filter(({ category, enteredAt }) => category === 'PILOT' && enteredAt <= then)
    .map(({ enteredAt }) => enteredAt)
    .toSorted();
  return first === undefined ? null : dateAt(first, scene.timeZone);
};

interface LateBaseline {
  readonly name: string;
  readonly baseline: KpiBaseline;
}

const lateBaselines = ({ kpis }: FindingScene, pilotOn: CalendarDate | null, then: Instant): readonly LateBaseline[] =>
  inForce(kpis, 'PRIMARY', then).flatMap(({ name, baseline }) =>
    pilotOn !== null && baseline !== null && baseline.measuredOn >= pilotOn ? [{ name, baseline }] : [],
  );

/**
 * The baseline of a primary KPI was measured on the day the pilot began or later: what the pilot changed is in it already, so
 * no attainment counted from it can be trusted. The pilot begins when a stage of category PILOT is first entered, as for the
 * KPI contract (law 5). WARNING: the number cannot be had any more, and what is made of it has to be decided.
 */
export const baselineAfterPilot: FindingRule = (scene) => {
  const { kpis, at } = scene;
  const pilotOn = pilotedOn(scene, at);
  const late = lateBaselines(scene, pilotOn, at);
  const since = heldSince(
    [...revisions(kpis), ...arrivals(scene)],
    at,
    (then) => lateBaselines(scene, pilotedOn(scene, then), then).length > 0,
  );
  return since === null
    ? []
    : [
        {
          code: 'BASELINE_AFTER_PILOT',
          subject: '',
          level: 'WARNING',
          since,
          message: `The pilot began on ${String(pilotOn)}, and what it is compared with was measured no sooner: ${listed(late.map(({ name, baseline }) => `the baseline of ${name} on ${baseline.measuredOn}`))}.`,
          facts: {
            pilotEnteredOn: pilotOn,
            primaries: late.map(({ name, baseline }) => ({
              name,
              baseline: baseline.value,
              measuredOn: baseline.measuredOn,
            })),
          },
        },
      ];
};
