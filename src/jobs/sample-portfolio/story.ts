import type { Viewer } from '../../domain/access/access.js';
import { dateAt, type CalendarDate } from '../../domain/basics/calendar-date.js';
import type { Instant } from '../../domain/basics/instant.js';
import type { Initiative } from '../../domain/initiatives/initiative.js';
import { TIME_ZONE, type SampleCalendar } from './calendar.js';
import type { Chance } from './chance.js';
import type { Cast } from './people.js';
import type { SampleInitiative, SampleKpi } from './sample-initiative.js';
import type { Verbs } from './verbs.js';

/** Something that happened, to be done with the clock set to its time. */
export interface Step {
  readonly at: Instant;
  run(): Promise<void>;
}

/** Where and by whom all of it happens. */
export interface Company {
  readonly portfolioKey: string;
  readonly verbs: Verbs;
  readonly cast: Cast;
  readonly calendar: SampleCalendar;
}

/** The history of one initiative while it is told. */
export interface Story {
  readonly company: Company;
  readonly sample: SampleInitiative;
  readonly chance: Chance;
  readonly steps: Step[];
  /** The program manager of its unit, who owns it. */
  readonly manager: Viewer;
  /** What it has become: filled while the steps are taken. */
  readonly made: { initiative: Initiative | null; readonly kpis: Map<SampleKpi, string>; reviewId: string | null };
}

/** When a step is taken, in the portfolio's zone. */
export interface Moment {
  readonly at: Instant;
  readonly on: CalendarDate;
}

/** Adds what happened about that many days ago. */
export const tell = (story: Story, daysAgo: number, run: (moment: Moment) => Promise<void>): void => {
  const at = story.company.calendar.moment(daysAgo);
  story.steps.push({ at, run: () => run({ at, on: dateAt(at, TIME_ZONE) }) });
};

/** The initiative of a story, once it was created. */
export const initiativeOf = ({ made, sample }: Story): Initiative => {
  if (made.initiative === null) {
    throw new Error(`${sample.name} is told of before it was created.`);
  }
  return made.initiative;
};

/** The day of the sample a story has come to: the end of what was told, or the day before today. */
export const lastDayOf = ({ ended, quietSince }: SampleInitiative): number => ended?.daysAgo ?? quietSince ?? 1;
