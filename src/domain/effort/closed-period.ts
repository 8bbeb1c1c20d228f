import type { Days } from './days.js';
import { daysBetween, type CalendarDate } from '../basics/calendar-date.js';
import { checkReason } from '../basics/reason.js';
import { invalid, type Refusal } from '../basics/result.js';
import { lengthOf } from '../basics/text.js';

/** A period is closed at most this many days long: ten years. */
export const LONGEST_PERIOD_DAYS = 3_653;

const LONGEST_NOTE = 4_000;

const spoken = ({ from, to }: Days): string => (from === to ? from : `${from} to ${to}`);

/** Whether a day lies in one of these periods. */
export const isClosed = (day: CalendarDate, closed: readonly Days[]): boolean =>
  closed.some(({ from, to }) => from <= day && day <= to);

/**
 * A period of effort is closed when all of it is over, whole days and ten years at most, none of them closed already; a
 * note holds at most 4,000 characters. All that stands against it: INVALID for the days and the note, WRONG_STATE for an
 * overlap. `today` is the day in the portfolio's zone, `closed` what is closed now.
 */
export const mayClosePeriod = (
  { from, to, note }: Days & { readonly note: string | null },
  { today, closed }: { readonly today: CalendarDate; readonly closed: readonly Days[] },
): readonly Refusal[] => {
  const overlapping = from > to ? [] : closed.filter((other) => other.from <= to && from <= other.to);
  return [
    ...(from > to ? [invalid(['input', 'from'], `from must not be after to: ${from} is after ${to}.`)] : []),
    ...(to < today
      ? []
      : [
          invalid(
            ['input', 'to'],
            `to must be before today, ${today}, and was ${to}: a period is closed when all of it is over.`,
          ),
        ]),
    ...(daysBetween(from, to) < LONGEST_PERIOD_DAYS
      ? []
      : [invalid(['input', 'from'], `A period has at most ten years, and ${from} to ${to} is more.`)]),
    ...(overlapping.length === 0
      ? []
      : [
          {
            code: 'WRONG_STATE' as const,
            message: `Of these days, some are closed already: ${overlapping.map(spoken).join(', ')}. Choose days outside of that, or have it reopened first.`,
            field: ['input', 'from'],
          },
        ]),
    ...(note === null || lengthOf(note) <= LONGEST_NOTE
      ? []
      : [invalid(['input', 'note'], `note must hold at most ${LONGEST_NOTE} characters.`)]),
  ];
};

/**
 * A closed period is reopened once, with a reason of 1 to 4,000 characters: else WRONG_STATE and INVALID. Closing the same
 * days again is another closing. `reopenedOn` is the day of the first reopening in the portfolio's zone; null before it.
 */
export const mayReopenPeriod = (
  period: Days & { readonly reopenedOn: CalendarDate | null },
  reason: string,
): readonly Refusal[] => [
  ...(period.reopenedOn === null
    ? []
    : [
        {
          code: 'WRONG_STATE' as const,
          message: `${spoken(period)} was reopened already, on ${period.reopenedOn}. Close it again before you reopen it again.`,
          field: ['id'],
        },
      ]),
  ...checkReason(reason),
];
