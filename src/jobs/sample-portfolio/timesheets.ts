import { addDays, daysBetween, type CalendarDate } from '../../domain/basics/calendar-date.js';
import { decimal } from '../../domain/basics/decimal.js';
import { NO_TRAITS } from '../../domain/effort/classification-rule.js';
import type { EffortDraft } from '../../domain/effort/effort-entry.js';
import { at, weekdayOf } from './calendar.js';
import { chanceOf, oneOf, type Chance } from './chance.js';
import { UNITS } from './people.js';
import { initiativeOf, lastDayOf, type Company, type Step, type Story } from './story.js';
import { CATEGORIES, LABELS, NOTES, UNSORTED_NOTES, WORK_IN_STAGE, WORKERS, type Category } from './timesheet-words.js';
import { done } from './verbs.js';

const SEED = 70_20_10;
const WORKING_DAYS = 5;
const UNCATEGORISED = 0.05;
const FULL_DAY_HOURS = 8;
/** Nobody booked people and process for that long where the table says so: enough to be noticed. */
const WITHOUT_PEOPLE_DAYS = 85;
const AMOUNTS = ['8', '8', '8', '6', '4'] as const;

/** What is booked, by whom and on what; hours of a person’s day by `day person`. */
interface Week {
  readonly days: readonly CalendarDate[];
  readonly hours: Map<string, number>;
  readonly drafts: EffortDraft[];
}

/** Timesheets of every week, handed in on the Monday after it, and on the last day what there is of the running one. */
export const tellTimesheets = (company: Company, stories: readonly Story[]): readonly Step[] => {
  const { calendar } = company;
  const chance = chanceOf(SEED);
  const begin = Math.max(...stories.map(({ sample }) => sample.entered[0] ?? 0));
  const sinceMonday = (weekdayOf(calendar.today) + 6) % 7;
  const steps: Step[] = [];
  for (let monday = sinceMonday; monday <= begin + 7; monday += 7) {
    const days = workingDays(calendar.date(monday), calendar.today);
    if (days.length > 0) {
      const handedIn = addDays(calendar.date(monday), 7);
      const instant = handedIn < calendar.today ? at(handedIn, 7.5) : at(days.at(-1) ?? calendar.today, 19);
      steps.push({ at: instant, run: () => handIn(company, stories, days, chance) });
    }
  }
  return steps;
};

const workingDays = (monday: CalendarDate, today: CalendarDate): readonly CalendarDate[] =>
  Array.from({ length: WORKING_DAYS }, (_, index) => addDays(monday, index)).filter((day) => day < today);

const handIn = async (
  { verbs, cast, portfolioKey, calendar }: Company,
  stories: readonly Story[],
  days: readonly CalendarDate[],
  chance: Chance,
): Promise<void> => {
  const week: Week = { days, hours: new Map(), drafts: [] };
  for (const story of stories) {
    bookWeek(week, story, calendar.today, chance);
  }
  if (week.drafts.length === 0) {
    return;
  }
  const recorded = done(await verbs.recordEffort.run(cast.interface, portfolioKey, week.drafts), 'timesheets');
  if (recorded.refused > 0) {
    throw new Error(
      `The sample portfolio breaks a law. ${String(recorded.refused)} entries of ${String(days[0])} are refused.`,
    );
  }
};

const bookWeek = (week: Week, story: Story, today: CalendarDate, chance: Chance): void => {
  const days = week.days.filter((day) => isAtWork(story, daysBetween(day, today)));
  const work = days[0] === undefined ? undefined : WORK_IN_STAGE[stageOn(story, daysBetween(days[0], today))];
  if (!work) {
    return;
  }
  const wanted = (work.daysAWeek * days.length * (0.7 + 0.6 * chance())) / WORKING_DAYS;
  const entries = Math.floor(wanted) + (chance() < wanted % 1 ? 1 : 0);
  for (let entry = 0; entry < entries; entry += 1) {
    book(week, story, categoryOf(story, work.split, daysBetween(week.days[0] ?? today, today), chance), chance);
  }
};

/** From the day after it came in until it stopped. */
const isAtWork = ({ sample }: Story, daysAgo: number): boolean =>
  daysAgo < (sample.entered[0] ?? 0) - 3 && daysAgo >= lastDayOf(sample);

const stageOn = ({ sample }: Story, daysAgo: number): number =>
  sample.entered.findLastIndex((entered) => entered >= daysAgo);

const categoryOf = (story: Story, split: readonly number[], daysAgo: number, chance: Chance): Category | null => {
  if (chance() < UNCATEGORISED) {
    return null;
  }
  const drawn = chance() * 100;
  const [algorithms = 0, technology = 0] = split;
  const category = CATEGORIES[drawn < algorithms ? 0 : drawn < algorithms + technology ? 1 : 2];
  const isNeglected = story.sample.isWithoutPeopleEffort === true && daysAgo <= WITHOUT_PEOPLE_DAYS;
  return isNeglected && category === 'PEOPLE_PROCESS' ? 'TECHNOLOGY_DATA' : category;
};

/** Finds somebody of the unit with room on a day; where all are busy, the work is left undone. */
const book = (week: Week, story: Story, category: Category | null, chance: Chance): void => {
  const amount = oneOf(AMOUNTS, chance);
  const unit = UNITS[story.sample.is[0]];
  const workers = WORKERS[category ?? oneOf(CATEGORIES, chance)];
  const first = Math.floor(chance() * week.days.length);
  const turns = [...week.days.slice(first), ...week.days.slice(0, first)];
  const places = turns.flatMap((day) => workers.map((worker) => ({ day, person: `${worker}, ${unit}` })));
  const place = places.find(
    ({ day, person }) => (week.hours.get(`${day} ${person}`) ?? 0) + Number(amount) <= FULL_DAY_HOURS,
  );
  if (place) {
    const key = `${place.day} ${place.person}`;
    week.hours.set(key, (week.hours.get(key) ?? 0) + Number(amount));
    week.drafts.push(
      draftOf(initiativeOf(story).key, category, amount, { ...place, entry: week.drafts.length, chance }),
    );
  }
};

/** Every third entry of a week states no category, and says by a label what it was. */
const isLabelled = (entry: number): boolean => entry % 3 === 0;

interface Place {
  readonly day: CalendarDate;
  readonly person: string;
  readonly entry: number;
  readonly chance: Chance;
}

const draftOf = (
  initiativeKey: string,
  categoryKey: Category | null,
  hours: string,
  { day, person, entry, chance }: Place,
): EffortDraft => ({
  initiativeKey,
  categoryKey: isLabelled(entry) ? null : categoryKey,
  amount: decimal(hours === '8' ? '1' : hours),
  unit: hours === '8' ? 'PERSON_DAYS' : 'HOURS',
  workedOn: day,
  person,
  note: oneOf(categoryKey === null ? UNSORTED_NOTES : NOTES[categoryKey], chance),
  ...NO_TRAITS,
  labels: categoryKey !== null && isLabelled(entry) ? [LABELS[categoryKey]] : [],
  source: 'sample',
  externalId: `${day}/${String(entry)}`,
  method: 'WORKLOG',
  problems: [],
});
