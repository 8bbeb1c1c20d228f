import type { CalendarDate } from '../basics/calendar-date.js';
import { compare, type Decimal } from '../basics/decimal.js';
import type { Refusal } from '../basics/result.js';
import type { WorkTraits } from './classification-rule.js';
import type { Classification } from './classify.js';
import type { EffortMethod, EffortUnit } from './effort.js';

/** An entry as a caller sends it. What could not be read is null, and `problems` says so. */
export interface EffortDraft extends WorkTraits {
  readonly initiativeKey: string;
  /** Null: not stated. */
  readonly categoryKey: string | null;
  readonly amount: Decimal | null;
  readonly unit: EffortUnit;
  readonly workedOn: CalendarDate | null;
  readonly person: string | null;
  readonly note: string | null;
  /** Which tool or file it comes from, and what it is called there: the two identify it within a portfolio. */
  readonly source: string;
  readonly externalId: string;
  readonly method: EffortMethod;
  /** What was wrong with its values already when it came in; such a row is refused. */
  readonly problems: readonly Refusal[];
}

/** What an entry says, checked: the values that make a repetition the same or another. */
export interface Booking extends WorkTraits, Classification {
  readonly initiativeId: string;
  readonly amount: Decimal;
  readonly unit: EffortUnit;
  readonly workedOn: CalendarDate;
  readonly person: string | null;
  readonly note: string | null;
  readonly method: EffortMethod;
}

/** What identifies an entry within its portfolio. */
export interface EntryIdentity {
  readonly source: string;
  readonly externalId: string;
}

/** A booking with its place in the ledger; the first of an identity is revision 1. */
export interface LedgerEntry extends Booking, EntryIdentity {
  readonly id: string;
  readonly revision: number;
  /** The late entry by which it came into a closed period; null, or left out, for what came in time. */
  readonly lateId?: string | null;
}

/** What a caller stated; a category that a rule or a default gave is none. */
export const statedCategory = (booking: Classification): string | null =>
  booking.categorySource === 'STATED' ? booking.categoryKey : null;

/** Whether two bookings say the same: amounts by value, labels and components in any order. */
export const saysTheSame = (a: Booking, b: Booking): boolean =>
  a.initiativeId === b.initiativeId &&
  statedCategory(a) === statedCategory(b) &&
  compare(a.amount, b.amount) === 0 &&
  a.unit === b.unit &&
  a.workedOn === b.workedOn &&
  a.person === b.person &&
  a.note === b.note &&
  a.method === b.method &&
  a.ticketType === b.ticketType &&
  a.projectKey === b.projectKey &&
  a.connectionId === b.connectionId &&
  holdTheSame(a.labels, b.labels) &&
  holdTheSame(a.components, b.components);

const holdTheSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text) => b.includes(text));
