import type { Instant } from '../../domain/basics/instant.js';
import type { CanonicalEvent, RefetchEvent } from '../../domain/tickets/ticket.js';
import { secondsAt } from '../reading/durations.js';
import { instantAt, localDateAt } from '../reading/instants.js';
import { at, idAt, textAt, wholeAt } from '../reading/json.js';
import { jiraUser } from './jira-user.js';

const ISSUE_OF_SELF = /\/issue\/(\d+)\/worklog\//;

/** The id of the issue of a worklog: Cloud sends no issue beside it. */
export const issueIdOf = (worklog: unknown): string | null =>
  idAt(worklog, 'issueId') ?? ISSUE_OF_SELF.exec(textAt(worklog, 'self') ?? '')?.[1] ?? null;

/** The later of some instants; null where there is none. */
export const latest = (...instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce((last, each) => (last === null || (each !== null && each > last) ? each : last), null);

/** Asks for a worklog of which not enough is said; unreadable where not even the ids are. */
export const wishForWorklog = (
  worklogExternalId: string | null,
  externalId: string | null,
  key: string | null,
  why: string,
): RefetchEvent | Extract<CanonicalEvent, { type: 'unreadable' }> =>
  worklogExternalId === null || (externalId === null && key === null)
    ? { type: 'unreadable', why: 'A worklog without its id, or without the issue it is on.' }
    : { type: 'refetch', what: 'WORKLOG', externalId, key, worklogExternalId, why };

/**
 * A worklog of Jira, as webhooks and the REST API both send it. Its day is the one that `started` shows in the zone it is
 * written in. One of no time is as good as deleted; one below zero is unreadable; one that lacks its time, its day or any
 * date is asked for. `toldAt`: when it was told, which stands in where it says no date itself.
 */
export const eventOfWorklog = (worklog: unknown, toldAt: Instant | null): CanonicalEvent => {
  const externalId = idAt(worklog, 'id');
  const ticketExternalId = issueIdOf(worklog);
  const seconds = secondsAt(worklog, 'timeSpentSeconds');
  const localDate = localDateAt(worklog, 'started');
  const updatedAt = instantAt(worklog, 'updated') ?? instantAt(worklog, 'created') ?? toldAt;
  if (externalId !== null && (wholeAt(worklog, 'timeSpentSeconds') ?? 0) < 0) {
    return { type: 'unreadable', why: `Worklog ${externalId} has a time below zero.` };
  }
  if (
    externalId === null ||
    ticketExternalId === null ||
    seconds === null ||
    localDate === null ||
    updatedAt === null
  ) {
    const why = 'The delivery lacks the time, the day or the date of change of the worklog.';
    return wishForWorklog(externalId, ticketExternalId, null, why);
  }
  return seconds === 0
    ? { type: 'worklog.deleted', externalId, ticketExternalId, at: updatedAt }
    : {
        type: 'worklog.upserted',
        worklog: {
          externalId,
          ticketExternalId,
          author: jiraUser(at(worklog, 'author')),
          localDate,
          seconds,
          updatedAt,
        },
      };
};

/** That a worklog was deleted. One of which no date is known is asked for: that it is gone is an answer too. */
export const eventOfDeletedWorklog = (worklog: unknown, toldAt: Instant | null): CanonicalEvent => {
  const externalId = idAt(worklog, 'id');
  const ticketExternalId = issueIdOf(worklog);
  const deletedAt = latest(toldAt, instantAt(worklog, 'updated'), instantAt(worklog, 'created'));
  return externalId === null || deletedAt === null
    ? wishForWorklog(externalId, ticketExternalId, null, 'The delivery does not say when the worklog was deleted.')
    : { type: 'worklog.deleted', externalId, ticketExternalId, at: deletedAt };
};
