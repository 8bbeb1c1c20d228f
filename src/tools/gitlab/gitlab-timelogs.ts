import { dateAt, parseCalendarDate } from '../../domain/basics/calendar-date.js';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import type { CanonicalEvent, WorklogSnapshot } from '../../domain/tickets/ticket.js';
import { idAt, textAt, wholeAt } from '../reading/json.js';

interface Timelog {
  readonly worklog: WorklogSnapshot;
}

const timelogIn = (node: unknown, ticketExternalId: string): Timelog | null => {
  const externalId = idAt(node, 'id');
  const seconds = wholeAt(node, 'timeSpent');
  const spentAt = textAt(node, 'spentAt') ?? '';
  const at = parseInstant(spentAt);
  const day = at === null ? null : (parseCalendarDate(spentAt.slice(0, 10)) ?? dateAt(at, 'UTC'));
  if (externalId === null || seconds === null || at === null || day === null) {
    return null;
  }
  const userId = idAt(node, 'user', 'id')?.replace(/^.*\//, '') ?? null;
  const author = userId === null ? null : { externalId: userId, displayName: textAt(node, 'user', 'name') };
  return {
    worklog: { externalId, ticketExternalId, author, localDate: day, seconds, updatedAt: at },
  };
};

/**
 * The time that was booked on an issue, from all its timelogs. GitLab books a correction (`/spend -30m`) as a timelog below
 * zero: it is taken off the bookings before it, the latest first and those of its author before others', for no entry of work
 * can be below zero. What is taken off altogether is deleted; what is changed by it is so as of `changedAt`, when the issue
 * was changed last.
 */
export const timelogEvents = (
  nodes: readonly unknown[],
  ticketExternalId: string,
  changedAt: Instant,
): readonly CanonicalEvent[] => {
  const timelogs = nodes.map((node) => timelogIn(node, ticketExternalId)).filter((each) => each !== null);
  const inOrder = timelogs.toSorted((a, b) => numberOf(a.worklog.externalId) - numberOf(b.worklog.externalId));
  const left = new Map<Timelog, number>();
  for (const timelog of inOrder) {
    const { seconds, author } = timelog.worklog;
    if (seconds >= 0) {
      left.set(timelog, seconds);
      continue;
    }
    const before = [...left.keys()].toReversed();
    const isOwn = (each: Timelog): boolean => each.worklog.author?.externalId === author?.externalId;
    let owed = -seconds;
    for (const each of [...before.filter(isOwn), ...before.filter((other) => !isOwn(other))]) {
      const taken = Math.min(owed, left.get(each) ?? 0);
      left.set(each, (left.get(each) ?? 0) - taken);
      owed -= taken;
    }
  }
  return [...left].map(([{ worklog }, seconds]): CanonicalEvent => {
    if (seconds === 0) {
      return { type: 'worklog.deleted', externalId: worklog.externalId, ticketExternalId, at: changedAt };
    }
    const updatedAt = seconds === worklog.seconds ? worklog.updatedAt : changedAt;
    return { type: 'worklog.upserted', worklog: { ...worklog, seconds, updatedAt } };
  });
};

/** Of `gid://gitlab/Timelog/12`. */
const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0);
