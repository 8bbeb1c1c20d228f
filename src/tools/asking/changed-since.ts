import { instantOf, millisecondsOf, parseInstant, type Instant } from '../../domain/basics/instant.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import type { PullCall, PullCursor, PullPage, ToolAnswer, ToolRequest } from '../pull-client.js';
import { bodyOf, nextPath } from './answers.js';

/** What was changed at about the same time may be listed out of order, or late. */
export const OVERLAP_MS = 120_000;

export const earlier = (instant: Instant, milliseconds: number): Instant =>
  instantOf(millisecondsOf(instant) - milliseconds);

/** A list of things by when they were changed, the earliest first, that goes on by the header Link. */
export interface ChangeList {
  /** For messages: `the issues of acme/claims`. */
  readonly what: string;
  request(path: string): ToolRequest;
  /** Its first page of what was changed at an instant or later. */
  firstPath(since: Instant): string;
  /** When one of it was changed, as the tool writes it. */
  changedAt(item: unknown): unknown;
  read(items: readonly unknown[]): Promise<readonly CanonicalEvent[]>;
}

export const changesFrom = (since: Instant): PullCursor => ({ since, next: null, begins: 1 });

const isAscending = (instants: readonly Instant[]): boolean =>
  instants.every((each, place) => place === 0 || (instants[place - 1] as Instant) <= each);

/** Places in a list are good for a while, and a run may be gone on with later. */
const isPlaceUnknown = ({ status }: ToolAnswer): boolean => [400, 404, 405, 422].includes(status);

/**
 * Reads a page of a list of changes. It goes on from the instant of the last change it saw and not by the number of the page:
 * what is changed while it reads moves to the end of the list, and pages counted by number would then skip what moved up. Only
 * where a page holds nothing later than it was asked from, the link of the tool is followed. The clock is the tool's own.
 */
export const changedSince = async (call: PullCall, cursor: PullCursor, list: ChangeList): Promise<PullPage> => {
  const since = parseInstant(String(cursor['since'])) ?? call.now;
  const from = cursor['begins'] === 1 ? earlier(since, OVERLAP_MS) : since;
  const next = cursor['next'];
  const path = typeof next === 'string' ? next : list.firstPath(from);
  const answer: ToolAnswer = await call.ask(list.request(path));
  if (typeof next === 'string' && isPlaceUnknown(answer) && !call.learnt.has(`anew:${list.what}`)) {
    // Once in a run, so that a tool that knows no place at all is not asked for ever.
    call.learnt.set(`anew:${list.what}`, true);
    return { events: [], isLast: false, cursor: changesFrom(since) };
  }
  const body = bodyOf(answer, list.what);
  const items = Array.isArray(body) ? (body as readonly unknown[]) : [];
  const changes = items.map((item) => parseInstant(String(list.changedAt(item)))).filter((each) => each !== null);
  const latest = changes.reduce((a, b) => (a > b ? a : b), since);
  const events = await list.read(items);
  const link = nextPath(answer, call, path);
  if (link === null) {
    return { events, isLast: true, cursor: changesFrom(latest) };
  }
  const goesOn = latest > from && isAscending(changes);
  return {
    events,
    isLast: false,
    cursor: goesOn ? { since: latest, next: null, begins: 0 } : { since: from, next: link, begins: 0 },
  };
};
