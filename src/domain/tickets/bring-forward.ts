import { compare, ZERO, type Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';
import { compareTickets, compareWorklogs, laterOf, type Marks, type ToldTicket } from './snapshot-order.js';
import type { TicketSnapshot, WorklogSnapshot } from './ticket.js';

/** What is known of a ticket over all that was told of it. */
export interface KnownTicket extends Marks {
  /** The last word on it, without keys of before and points; null where it is known only that it was deleted or brought back. */
  readonly told: ToldTicket | null;
  /** Every key it was ever told under, in order; empty while nothing was told. */
  readonly keys: readonly string[];
  /** Its story points by the latest version that says anything of them; null while none has. */
  readonly points: KnownPoints | null;
}

/** Story points, and of which version they are. */
export interface KnownPoints {
  readonly value: Decimal | null;
  readonly at: Instant;
}

const UNKNOWN: KnownTicket = { told: null, keys: [], points: null, deletedAt: null, restoredAt: null };

const pointsIn = (ticket: TicketSnapshot | undefined): KnownPoints | null =>
  ticket?.points === undefined ? null : { value: ticket.points, at: ticket.updatedAt };

/** Of one version the larger counts: that says nothing of which is right, but it is always the same. */
const laterPoints = (a: KnownPoints | null, b: KnownPoints | null): KnownPoints | null => {
  if (a === null || b === null) {
    return a ?? b;
  }
  const isAhead = a.at === b.at ? compare(b.value ?? ZERO, a.value ?? ZERO) > 0 || a.value === null : b.at > a.at;
  return isAhead ? b : a;
};

/** Keys and points are gathered beside the last word: of it they are no part, or two words that differ in nothing else would. */
const lastWord = ({ ticket, origin }: ToldTicket): ToldTicket => ({
  ticket: { ...ticket, previousKeys: [], points: undefined },
  origin,
});

/** One thing that is told of a ticket: what it is, or that it was deleted or brought back, or both. */
export interface TicketNews extends Marks {
  readonly told: ToldTicket | null;
}

/**
 * What is known of a ticket once this is told too. Of what it is the latest version counts, of points
 * the latest that says anything of them, of deletions and restorations the
 * latest of each, and keys are gathered. Whatever is told in whichever order, and however often, comes to the same.
 */
export const bringForward = (known: KnownTicket | null, news: TicketNews): KnownTicket => {
  const { told, keys, points, deletedAt, restoredAt } = known ?? UNKNOWN;
  const isAhead = news.told !== null && (told === null || compareTickets(news.told, told) > 0);
  const heard = news.told ? [news.told.ticket.key, ...news.told.ticket.previousKeys] : [];
  return {
    told: isAhead ? lastWord(news.told) : told,
    keys: [...new Set([...keys, ...heard])].sort(),
    points: laterPoints(points, pointsIn(news.told?.ticket)),
    deletedAt: laterOf(deletedAt, news.deletedAt),
    restoredAt: laterOf(restoredAt, news.restoredAt),
  };
};

/** What is known of an entry of work. */
export interface KnownWorklog {
  readonly worklog: WorklogSnapshot | null;
  /** Null where nothing was told of it but that it was deleted, and not on which ticket. */
  readonly ticketExternalId: string | null;
  readonly deletedAt: Instant | null;
}

/**
 * What is known of an entry of work once this is told too. The latest version counts, and one that was deleted stays so,
 * whatever is told of it late.
 */
export const bringWorklogForward = (known: KnownWorklog | null, news: KnownWorklog): KnownWorklog => {
  const before = known?.worklog ?? null;
  const isAhead = news.worklog !== null && (before === null || compareWorklogs(news.worklog, before) > 0);
  const worklog = isAhead ? news.worklog : before;
  return {
    worklog,
    ticketExternalId: worklog?.ticketExternalId ?? known?.ticketExternalId ?? news.ticketExternalId,
    deletedAt: laterOf(known?.deletedAt ?? null, news.deletedAt),
  };
};
