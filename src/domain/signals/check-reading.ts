import type { Decimal } from '../basics/decimal.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import { invalid, notFound, type Refusal } from '../basics/result.js';
import { unreadable } from '../basics/text.js';
import { signalsIn, type PlanInForce } from './watch.js';

/** One reading as a person or machine hands it in; what could not be read is null, and told in `problems`. */
export interface ReadingDraft {
  readonly initiativeKey: string;
  readonly signal: string;
  readonly at: Instant | null;
  readonly value: Decimal | null;
  readonly source: string;
  readonly externalId: string | null;
  readonly problems: readonly Refusal[];
}

/** The initiative of a reading, as far as its sender may record there, with the plan in force. */
export interface WatchedInitiative {
  readonly id: string;
  readonly portfolioId: string;
  /** Null: none is accepted. */
  readonly plan: PlanInForce | null;
}

const LONGEST_TEXT = 200;
const LONGEST_ID = 500;
const DAY = 86_400_000;

/** The path of a value in the batch, for instance `['input', 'readings', '3', 'value']`. */
export const readingField = (index: number, name: string): readonly string[] => [
  'input',
  'readings',
  String(index),
  name,
];

/**
 * What speaks against a reading, all at once: INVALID for a value or an instant that could not be read, an instant more than
 * a day ahead, a source of other than 1 to 200 or an externalId of other than 1 to 500 characters; NOT_FOUND for an
 * initiative that the sender may not know of, and where no accepted monitoring plan is in force that has the signal.
 */
export const checkReading = (
  draft: ReadingDraft,
  index: number,
  initiative: WatchedInitiative | null,
  now: Instant,
): readonly Refusal[] => {
  const at = (name: string): readonly string[] => readingField(index, name);
  const source = unreadable('source', draft.source, LONGEST_TEXT);
  const externalId = draft.externalId === null ? null : unreadable('externalId', draft.externalId, LONGEST_ID);
  const latest = instantOf(millisecondsOf(now) + DAY);
  return [
    ...draft.problems,
    ...(draft.at !== null && draft.at > latest
      ? [invalid(at('at'), `at must be at most a day in the future, and ${draft.at} is later.`)]
      : []),
    ...(source === null ? [] : [invalid(at('source'), source)]),
    ...(externalId === null ? [] : [invalid(at('externalId'), `${externalId} Leave it out where there is none.`)]),
    ...(initiative === null
      ? [notFound(`The initiative ${draft.initiativeKey}`, at('initiativeKey'))]
      : unwatched(draft.signal, initiative.plan, at('signal'))),
  ];
};

const unwatched = (name: string, plan: PlanInForce | null, field: readonly string[]): readonly Refusal[] => {
  if (plan === null) {
    return [
      {
        code: 'NOT_FOUND',
        message: `No accepted monitoring plan is there to have the signal ${name}: hand one in and have it accepted first.`,
        field,
      },
    ];
  }
  const names = signalsIn(plan).map((signal) => signal.name);
  return names.includes(name)
    ? []
    : [
        {
          code: 'NOT_FOUND',
          message: `The monitoring plan in force has no signal ${name}; it has ${names.length > 0 ? names.join(', ') : 'none'}.`,
          field,
        },
      ];
};
