import type { Instant } from '../basics/instant.js';
import { STAGE_CATEGORIES, type StageCategory } from '../gates/gate.js';
import type { FindingScene, RecordedStay } from './finding.js';

type Stays = Pick<FindingScene, 'stays' | 'at'>;

const isKnown = ({ recordedAt, supersededAt }: RecordedStay, at: Instant): boolean =>
  recordedAt <= at && (supersededAt === null || supersededAt > at);

/** The stays as they are recorded at the instant of the scene; what was dated otherwise since is as it was. */
export const knownStays = ({ stays, at }: Stays): readonly RecordedStay[] =>
  stays.filter((stay) => stay.enteredAt <= at && isKnown(stay, at));

/** Where an initiative stood at an instant, by what is known at that of the scene; null where it was nowhere yet. */
export const stayAt = (scene: Stays, then: Instant): RecordedStay | null =>
  knownStays(scene).find(({ enteredAt, leftAt }) => enteredAt <= then && (leftAt === null || leftAt > then)) ?? null;

/** Whether it stood in a stage of a category, or of one after it. */
export const hasReached = (scene: Stays, category: StageCategory, then: Instant): boolean => {
  const stay = stayAt(scene, then);
  return stay !== null && STAGE_CATEGORIES.indexOf(stay.category) >= STAGE_CATEGORIES.indexOf(category);
};

/** When it came somewhere. */
export const arrivals = (scene: Stays): readonly Instant[] => knownStays(scene).map(({ enteredAt }) => enteredAt);
