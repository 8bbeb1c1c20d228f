import { addDays, dateAt, daysBetween, startOfDay, type CalendarDate } from '../../basics/calendar-date.js';
import type { Instant } from '../../basics/instant.js';
import { assessGate } from '../../gates/assess-gate.js';
import { counted } from '../../gates/criteria/wording.js';
import type { CriterionDefinition, GateDefinition } from '../../gates/gate.js';
import type { WaiverFact } from '../../gates/waiver.js';
import type { FindingRule, FindingScene, Told } from '../finding.js';
import { unbrokenSince } from '../held-since.js';
import { recordings } from '../recordings.js';

const DAYS = 14;

interface Waivable {
  readonly gate: GateDefinition;
  readonly criterion: CriterionDefinition;
}

const waivableBy = ({ gateKey, criterionKey }: WaiverFact, { stages }: FindingScene): readonly Waivable[] =>
  stages.flatMap(({ exitGate }) =>
    exitGate?.key === gateKey
      ? exitGate.criteria.filter(({ key }) => key === criterionKey).map((criterion) => ({ gate: exitGate, criterion }))
      : [],
  );

/** Whether the criterion rests on this very waiver at an instant, and it ends within 14 days of it. */
const isEnding = (waiver: WaiverFact, { gate, criterion }: Waivable, scene: FindingScene, then: Instant): boolean => {
  const daysLeft = daysBetween(dateAt(then, scene.timeZone), waiver.expiresOn);
  return (
    daysLeft >= 0 &&
    daysLeft <= DAYS &&
    assessGate({ ...gate, criteria: [criterion] }, scene, then).some(({ waiverId }) => waiverId === waiver.id)
  );
};

/** What a criterion says may change by anything that is recorded, and by every day that begins. */
const changesBefore = ({ expiresOn }: WaiverFact, scene: FindingScene): readonly Instant[] => {
  const days = Array.from({ length: DAYS + 1 }, (_, index) => startOfDay(addDays(expiresOn, -index), scene.timeZone));
  const first = startOfDay(addDays(expiresOn, -DAYS), scene.timeZone);
  return [...days, ...recordings(scene).filter((recordedAt) => recordedAt >= first)];
};

/** What stands of a waiver that expires while the days go by. */
export interface WaiverExpiringFacts {
  readonly waiverId: string;
  readonly criterionKey: string;
  readonly criterion: string;
  readonly gateKey: string;
  readonly gate: string;
  readonly expiresOn: CalendarDate;
  readonly compensatingControl: string;
}

/** What is said of a waiver that expires on a day. After its last day none are left, though nobody may have looked since. */
export const tellWaiverExpiring = (
  { waiverId, criterionKey, criterion, gateKey, gate, expiresOn, compensatingControl }: WaiverExpiringFacts,
  today: CalendarDate,
): Told => {
  const daysLeft = Math.max(daysBetween(today, expiresOn), 0);
  return {
    message: `The waiver of "${criterion}" at ${gate} ends on ${expiresOn}, ${counted(daysLeft, 'more day')}: then it must be met.`,
    facts: { waiverId, criterionKey, criterion, gateKey, gate, expiresOn, daysLeft, compensatingControl },
  };
};

/**
 * A criterion rests on a waiver that ends within 14 days; on its last day there are 0 left. What is met by now needs its waiver
 * no more. Of gates ahead and of those that were passed, for there the waiver is all there is. A finding for each waiver.
 * WARNING: what stands in for the criterion is about to fall away, and nothing else is there yet.
 */
export const waiverExpiring: FindingRule = (scene) => {
  const { waivers, at, timeZone } = scene;
  return waivers.flatMap((waiver) =>
    waivableBy(waiver, scene)
      .filter((waivable) => isEnding(waiver, waivable, scene, at))
      .map((waivable) => {
        const { gate, criterion } = waivable;
        const { id, expiresOn, compensatingControl } = waiver;
        const facts = {
          waiverId: id,
          criterionKey: criterion.key,
          criterion: criterion.name,
          gateKey: gate.key,
          gate: gate.name,
          expiresOn,
          compensatingControl,
        };
        return {
          code: 'WAIVER_EXPIRING',
          subject: id,
          level: 'WARNING',
          since: unbrokenSince(changesBefore(waiver, scene), at, (then) => isEnding(waiver, waivable, scene, then)),
          ...tellWaiverExpiring(facts, dateAt(at, timeZone)),
        };
      }),
  );
};
