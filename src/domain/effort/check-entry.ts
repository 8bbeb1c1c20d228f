import { addDays, dateAt, type CalendarDate } from '../basics/calendar-date.js';
import { compare, decimal, isPositive } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import { invalid, notFound, type Refusal } from '../basics/result.js';
import { isReadable, lengthOf, unreadable } from '../basics/text.js';
import type { EffortDraft } from './effort-entry.js';

/** What the entries of a portfolio are checked against. */
export interface EntrySurroundings {
  /** Ids by key, of those initiatives of the portfolio that the batch names. */
  readonly initiativeIds: ReadonlyMap<string, string>;
  /** Every category that any scheme of the portfolio ever had. */
  readonly categoryKeys: ReadonlySet<string>;
  /** The last day work may be booked on: tomorrow, in the portfolio's zone. */
  readonly latestDay: CalendarDate;
}

/** The last day that work may be booked on at an instant. */
export const latestDayAt = (now: Instant, timeZone: string): CalendarDate => addDays(dateAt(now, timeZone), 1);

const MOST = decimal('1000000');
const LONGEST_NAME = 200;
const LONGEST_ID = 500;
const LONGEST_NOTE = 4_000;
/** Of labels, and of components. */
const MOST_LABELS = 50;

/**
 * Everything that is wrong with one entry by itself: its amount is above zero and at most 1,000,000 of its unit; the day
 * worked on is at most a day in the future; source and person hold 1 to 200 characters, externalId 1 to 500, a note at
 * most 4,000, and there are at most 50 labels and 50 components of 1 to 200, as have ticketType and projectKey; the
 * initiative and a stated category are known to the portfolio.
 * `path` is where the entry stands in the arguments. That nobody works more than 24 hours a day shows only over all
 * entries: see plan-batch.
 */
export const checkEntry = (
  draft: EffortDraft,
  around: EntrySurroundings,
  path: readonly string[],
): readonly Refusal[] => {
  const placeOf = ({ field = [] }: Refusal): string => JSON.stringify(field.slice(0, path.length + 1));
  const unread = new Set(draft.problems.map(placeOf));
  const at = (name: string): readonly string[] => [...path, name];
  const found = [
    ...checkAmount(draft, at('amount')),
    ...checkDay(draft, around.latestDay, at('workedOn')),
    ...checkName('source', draft.source, path),
    ...checkName('externalId', draft.externalId, path, LONGEST_ID),
    ...checkNameIfAny('person', draft.person, path),
    ...checkNameIfAny('ticketType', draft.ticketType, path),
    ...checkNameIfAny('projectKey', draft.projectKey, path),
    ...(draft.note === null || lengthOf(draft.note) <= LONGEST_NOTE
      ? []
      : [invalid(at('note'), `note must hold at most ${LONGEST_NOTE} characters.`)]),
    ...checkList('labels', draft.labels, path),
    ...checkList('components', draft.components, path),
    ...(around.initiativeIds.has(draft.initiativeKey)
      ? []
      : [notFound(`The initiative ${shown(draft.initiativeKey)}`, at('initiativeKey'))]),
    ...(draft.categoryKey === null || around.categoryKeys.has(draft.categoryKey)
      ? []
      : [notFound(`The category ${shown(draft.categoryKey)}`, at('categoryKey'))]),
  ];
  // A value that could not be read is told of once, by whoever tried.
  return [...draft.problems, ...found.filter((refusal) => !unread.has(placeOf(refusal)))];
};

const checkAmount = ({ amount }: EffortDraft, field: readonly string[]): readonly Refusal[] => {
  if (amount === null || (isPositive(amount) && compare(amount, MOST) <= 0)) {
    return [];
  }
  return [invalid(field, `amount must be above 0 and at most ${MOST}, and was ${amount}.`)];
};

const checkDay = ({ workedOn }: EffortDraft, latest: CalendarDate, field: readonly string[]): readonly Refusal[] =>
  workedOn === null || workedOn <= latest
    ? []
    : [invalid(field, `workedOn must be ${latest} or earlier, and was ${workedOn}.`)];

const checkName = (name: string, text: string, path: readonly string[], longest = LONGEST_NAME): readonly Refusal[] => {
  const problem = unreadable(name, text, longest);
  return problem === null ? [] : [invalid([...path, name], problem)];
};

const checkNameIfAny = (name: string, text: string | null, path: readonly string[]): readonly Refusal[] =>
  text === null ? [] : checkName(name, text, path);

const checkList = (name: string, texts: readonly string[], path: readonly string[]): readonly Refusal[] =>
  texts.length <= MOST_LABELS && texts.every((text) => isReadable(text, LONGEST_NAME))
    ? []
    : [
        invalid(
          [...path, name],
          `${name} must be at most ${MOST_LABELS}, each of 1 to ${LONGEST_NAME} characters that can be seen.`,
        ),
      ];

/** A text as a message quotes it: what is longer than 60 characters is cut off there. */
export const shown = (text: string): string =>
  JSON.stringify(lengthOf(text) > 60 ? `${Array.from(text).slice(0, 60).join('')}...` : text);
