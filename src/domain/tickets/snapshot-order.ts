import type { Instant } from '../basics/instant.js';
import type { StatusCategory, TicketSnapshot, WorklogSnapshot } from './ticket.js';

/** By which way something of a ticket was learnt: the tool told it, or was asked. */
export const ORIGINS = ['HOOK', 'PULL'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A snapshot, and how it was learnt. */
export interface ToldTicket {
  readonly ticket: TicketSnapshot;
  readonly origin: Origin;
}

/** Where in the life of a thing something was said of it: by the tool's own count where it has one, else by the time. */
interface Dated {
  readonly revision: number | null;
  readonly at: Instant;
}

/**
 * Orders by the count; what is told without one comes before all that has one. Were it ordered by time against some and not
 * against others, what a ticket comes to would hang on the order in which it was told.
 */
export const compareDated = (a: Dated, b: Dated): number =>
  a.revision === null && b.revision === null ? compareText(a.at, b.at) : (a.revision ?? -1) - (b.revision ?? -1);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const dated = ({ revision, updatedAt }: TicketSnapshot): Dated => ({ revision, at: updatedAt });

/** What snapshots of one version may differ in. Keys and points are no part of it: they are gathered, or kept where unsaid. */
const wordingOf = (ticket: TicketSnapshot): string => {
  const { key, title, statusName, statusCategory, toldCategory, type, projectKey, parentExternalId, resolution, url } =
    ticket;
  const { labels, components, assignee, createdAt, resolvedAt } = ticket;
  const { originalEstimateSeconds, timeSpentSeconds, remainingSeconds } = ticket;
  const person = assignee && [assignee.externalId, assignee.displayName];
  const texts = [
    key,
    title,
    statusName,
    statusCategory,
    toldCategory,
    type,
    projectKey,
    parentExternalId,
    resolution,
    url,
  ];
  const rest = [labels, components, person, createdAt, resolvedAt];
  return JSON.stringify([...texts, ...rest, originalEstimateSeconds, timeSpentSeconds, remainingSeconds]);
};

const HOW_FAR: Readonly<Record<StatusCategory, number>> = { UNKNOWN: 0, TODO: 0, IN_PROGRESS: 1, CANCELED: 2, DONE: 2 };

/** Tools that tell times to the second tell several things as of one: the one that tells more of what happened comes after. */
const compareTelling = (a: TicketSnapshot, b: TicketSnapshot): number =>
  HOW_FAR[a.statusCategory] - HOW_FAR[b.statusCategory] ||
  compareText(a.resolvedAt ?? '', b.resolvedAt ?? '') ||
  a.labels.length + a.components.length - (b.labels.length + b.components.length);

const knows = ({ ticket }: ToldTicket): boolean => ticket.statusCategory !== 'UNKNOWN';

const compareVersions = (a: ToldTicket, b: ToldTicket): number => compareDated(dated(a.ticket), dated(b.ticket));

/**
 * Orders what is told of one ticket: negative where `a` comes before `b`, zero where both say the same. The later version
 * comes after; of one version what knows its status category, then what was asked for, then what tells more of what
 * happened: who is further along, was resolved later, has more labels and components. Wording is the last resort: that says
 * nothing of which is right, but whoever sees the two in whichever order comes to the same.
 */
export const compareTickets = (a: ToldTicket, b: ToldTicket): number =>
  compareVersions(a, b) ||
  Number(knows(a)) - Number(knows(b)) ||
  ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin) ||
  compareText(a.ticket.updatedAt, b.ticket.updatedAt) ||
  compareTelling(a.ticket, b.ticket) ||
  compareText(wordingOf(a.ticket), wordingOf(b.ticket));

/**
 * Whether two say different things of one version, so that only the tool can say which is so. Of two of which only one knows
 * the status the other had it asked for already.
 */
export const isDisputed = (a: ToldTicket, b: ToldTicket): boolean =>
  compareVersions(a, b) === 0 && knows(a) === knows(b) && wordingOf(a.ticket) !== wordingOf(b.ticket);

/** The same of one entry of work: the later version comes after, and of one version they are told apart by their wording. */
export const compareWorklogs = (a: WorklogSnapshot, b: WorklogSnapshot): number =>
  compareText(a.updatedAt, b.updatedAt) || compareText(worklogWording(a), worklogWording(b));

const worklogWording = ({ ticketExternalId, author, localDate, seconds }: WorklogSnapshot): string =>
  JSON.stringify([ticketExternalId, author && [author.externalId, author.displayName], localDate, seconds]);

/** When a ticket was last deleted, and last brought back. */
export interface Marks {
  readonly deletedAt: Instant | null;
  readonly restoredAt: Instant | null;
}

/** A ticket that was deleted stays so until it is brought back after that; that somebody tells of it late does not bring it back. */
export const isDeleted = ({ deletedAt, restoredAt }: Marks): boolean =>
  deletedAt !== null && (restoredAt === null || restoredAt < deletedAt);

/** The later of two instants, of which either may be missing. */
export const laterOf = (a: Instant | null, b: Instant | null): Instant | null => {
  if (a === null || b === null) {
    return a ?? b;
  }
  return a > b ? a : b;
};
