import type { CalendarDate } from '../basics/calendar-date.js';
import { add, compare, decimal, formatDecimal, subtract, ZERO, type Decimal } from '../basics/decimal.js';
import type { Refusal } from '../basics/result.js';
import { saysTheSame, type Booking, type EntryIdentity, type LedgerEntry } from './effort-entry.js';
import { toHours } from './effort.js';

export const RECORD_STATUSES = ['RECORDED', 'DUPLICATE', 'CORRECTED', 'QUEUED', 'REFUSED'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

export const HOURS_A_DAY = decimal('24');

/** What the ledger holds of one identity: its newest revision, and that revision's entry unless it was taken back. */
export interface Standing {
  readonly revision: number;
  readonly live: LedgerEntry | null;
}

/** A day of a person; its key is the two of them joined. */
export interface PersonDay {
  readonly person: string;
  readonly workedOn: CalendarDate;
}

/** One row of a batch, checked by itself. */
export interface BatchRow {
  readonly index: number;
  readonly identity: EntryIdentity;
  readonly booking: Booking;
}

export interface RowOutcome {
  readonly index: number;
  readonly status: RecordStatus;
  readonly refusals: readonly Refusal[];
}

/** What a batch comes to: an outcome a row, what goes into the ledger, and the hours of the days it touched. */
export interface BatchPlan {
  readonly outcomes: readonly RowOutcome[];
  readonly reversals: readonly LedgerEntry[];
  readonly entries: readonly LedgerEntry[];
  readonly hours: ReadonlyMap<string, Decimal>;
}

export const identityKey = ({ source, externalId }: EntryIdentity): string => JSON.stringify([source, externalId]);

export const dayKey = ({ person, workedOn }: PersonDay): string => `${workedOn} ${person}`;

/** The day of a person that a booking fills. None for nobody's work, and none for FTE-months, which are no day's work. */
export const dayOf = ({ person, unit, workedOn }: Pick<Booking, 'person' | 'unit' | 'workedOn'>): PersonDay | null =>
  person === null || unit === 'FTE_MONTHS' ? null : { person, workedOn };

/**
 * Plays the rows of a batch in their order against what the ledger holds. The same identity with the same values is a
 * DUPLICATE; with other values CORRECTED, a reversal and the next revision; what was taken back before, or never seen,
 * is RECORDED. A row that would bring a person's day above 24 hours is refused with OVER_CAPACITY and changes nothing.
 * `hours` are the hours already booked by day; `newId` gives each new entry its id.
 */
export const planBatch = (
  rows: readonly BatchRow[],
  standing: ReadonlyMap<string, Standing>,
  hours: ReadonlyMap<string, Decimal>,
  newId: () => string,
): BatchPlan => {
  const stands = new Map(standing);
  const booked = new Map(hours);
  const reversals: LedgerEntry[] = [];
  const entries: LedgerEntry[] = [];
  const outcomes = rows.map(({ index, identity, booking }): RowOutcome => {
    const key = identityKey(identity);
    const { revision, live } = stands.get(key) ?? { revision: 0, live: null };
    if (live && saysTheSame(live, booking)) {
      return { index, status: 'DUPLICATE', refusals: [] };
    }
    const days = hoursAfter(booked, live, booking);
    const filled = dayOf(booking);
    const full = filled && [...days].find(([day, sum]) => day === dayKey(filled) && compare(sum, HOURS_A_DAY) > 0);
    if (full) {
      return { index, status: 'REFUSED', refusals: [overCapacity(index, filled, full[1])] };
    }
    days.forEach((sum, day) => booked.set(day, sum));
    const entry: LedgerEntry = { ...booking, ...identity, id: newId(), revision: revision + 1 };
    if (live) {
      reversals.push(live);
    }
    entries.push(entry);
    stands.set(key, { revision: entry.revision, live: entry });
    return { index, status: live ? 'CORRECTED' : 'RECORDED', refusals: [] };
  });
  return { outcomes, reversals, entries, hours: booked };
};

/** The hours of the days a change touches, once one booking is taken out and another put in. */
export const hoursAfter = (
  booked: ReadonlyMap<string, Decimal>,
  out: Booking | null,
  into: Booking | null,
): ReadonlyMap<string, Decimal> => {
  const days = new Map<string, Decimal>();
  const change = (booking: Booking | null, by: (a: Decimal, b: Decimal) => Decimal): void => {
    const day = booking && dayOf(booking);
    if (booking && day) {
      const key = dayKey(day);
      days.set(key, by(days.get(key) ?? booked.get(key) ?? ZERO, toHours(booking.amount, booking.unit)));
    }
  };
  change(out, subtract);
  change(into, add);
  return days;
};

/** The refusal of a row by which a person's day would come to so many hours. */
export const overCapacity = (index: number, { person, workedOn }: PersonDay, sum: Decimal): Refusal => ({
  code: 'OVER_CAPACITY',
  message: `${person} would have ${formatDecimal(sum)} hours on ${workedOn}, and a day has 24. Correct the amount, the day or the person.`,
  field: ['entries', String(index), 'amount'],
});
