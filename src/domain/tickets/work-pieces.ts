import { dateAt, type CalendarDate } from '../basics/calendar-date.js';
import type { EffortMethod } from '../effort/effort.js';
import { groupInOrder } from './group-in-order.js';
import { compareDated } from './snapshot-order.js';
import type { CounterReading, ExternalUser, WorklogSnapshot } from './ticket.js';

/** A piece of work on a ticket as it is to stand in the ledger, before it is shared out among initiatives. */
export interface WorkPiece {
  /** Names it for good within its connection: `worklog/10066`, `counter/10014/2026-05-28T07:00:00.000Z`, `opening/10014`. */
  readonly name: string;
  /** Above zero. */
  readonly seconds: number;
  readonly workedOn: CalendarDate;
  /** Null where nobody is known, and where it is more than one day holds of anybody. */
  readonly person: string | null;
  readonly method: EffortMethod;
  readonly note: string | null;
}

const SECONDS_A_DAY = 24 * 60 * 60;

const nameOf = (user: ExternalUser | null): string | null => user && (user.displayName ?? user.externalId);

/**
 * The pieces of work that entries come to: one of each, on the day it was done where its author was. An entry of more than
 * 24 hours is no day's work of anybody (people log a week in one go), so it stands without a person and says so.
 */
export const piecesOfWorklogs = (worklogs: readonly WorklogSnapshot[]): readonly WorkPiece[] =>
  worklogs
    .filter(({ seconds }) => seconds > 0)
    .map((worklog) => ({
      name: `worklog/${worklog.externalId}`,
      seconds: worklog.seconds,
      workedOn: worklog.localDate,
      method: 'WORKLOG' as const,
      ...whose(worklog.seconds, nameOf(worklog.author)),
    }));

const whose = (seconds: number, person: string | null): Pick<WorkPiece, 'person' | 'note'> =>
  seconds > SECONDS_A_DAY && person !== null
    ? { person: null, note: `Logged in one go by ${person}: more than a day holds, so it counts as nobody's day.` }
    : { person, note: null };

/**
 * The pieces of work that a running total comes to, from everything that was ever read of it, in whichever order it was:
 * what it grew by is a piece on the day of that reading, by whoever changed it. What it fell by is taken from the newest
 * pieces before. What it stood at before the first reading is the opening balance, dated at the first reading; it is left
 * out unless it counts. What was carried over from the ticket that this one was moved from is counted there: it is taken
 * from the oldest pieces. So the pieces always come to the last total, less what was carried over, or nothing where that is
 * more, and less the rest of an opening balance that does not count.
 */
export const piecesOfReadings = (
  readings: readonly CounterReading[],
  timeZone: string,
  countOpening: boolean,
  carriedSeconds = 0,
): readonly WorkPiece[] => {
  const inOrder = readings.toSorted((a, b) => compareDated(a, b) || a.cumulativeSeconds - b.cumulativeSeconds);
  const [first] = inOrder;
  if (!first) {
    return [];
  }
  const opening = first.previousSeconds ?? first.cumulativeSeconds;
  const grown: { readonly reading: CounterReading; readonly isOpening: boolean; seconds: number }[] = [
    { reading: first, isOpening: true, seconds: opening },
  ];
  let total = opening;
  for (const versions of groupInOrder(inOrder, (a, b) => compareDated(a, b) === 0)) {
    // Of several totals of one version the largest came last more often than not; all that matters is that it is always the same.
    const reading = versions.at(-1) as CounterReading;
    const difference = reading.cumulativeSeconds - total;
    total = reading.cumulativeSeconds;
    if (difference > 0) {
      grown.push({ reading, isOpening: false, seconds: difference });
    } else {
      takeFrom(grown.toReversed(), -difference);
    }
  }
  takeFrom(grown, carriedSeconds);
  return grown
    .filter(({ seconds, isOpening }) => seconds > 0 && (countOpening || !isOpening))
    .map(({ reading, isOpening, seconds }) => ({
      name: isOpening
        ? `opening/${reading.ticketExternalId}`
        : `counter/${reading.ticketExternalId}/${reading.revision ?? reading.at}`,
      seconds,
      workedOn: dateAt(reading.at, timeZone),
      method: 'COUNTER' as const,
      ...(isOpening
        ? { person: null, note: 'Opening balance: spent before it was first heard of.' }
        : whose(seconds, nameOf(reading.by))),
    }));
};

/** From the first as much as it has, then from the next. */
const takeFrom = (pieces: readonly { seconds: number }[], seconds: number): void => {
  let left = seconds;
  for (const piece of pieces) {
    const taken = Math.min(left, piece.seconds);
    piece.seconds -= taken;
    left -= taken;
  }
};
