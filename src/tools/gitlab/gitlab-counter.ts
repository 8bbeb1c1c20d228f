import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, CounterReading } from '../../domain/tickets/ticket.js';
import { OUT_OF_RANGE, secondsAt } from '../reading/durations.js';
import { at, idAt } from '../reading/json.js';
import { changedAt, gitlabUser } from './gitlab-issue.js';

// A previous of null says nothing: GitLab also sends it where it did not look, with 0 or with all that was spent before.
// Only of an issue that is just being opened it is known that nothing was spent before.
const before = (body: unknown): number | null =>
  secondsAt(body, 'changes', 'total_time_spent', 'previous') ??
  (at(body, 'object_attributes', 'action') === 'open' ? 0 : null);

/** That a running total is told which is none; nothing where one is read, or none is told. */
export const uncountedIn = (body: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] =>
  settings.effort === 'COUNTER' &&
  (at(body, 'object_attributes', 'total_time_spent') ?? null) !== null &&
  secondsAt(body, 'object_attributes', 'total_time_spent') === null
    ? [{ type: 'ignored', why: OUT_OF_RANGE }]
    : [];

/** What a moved issue brings along to the issue it became, which does not say where it came from; none where it was not moved. */
export const carriedOn = (body: unknown, reading: CounterReading | null): readonly CanonicalEvent[] => {
  const ticketExternalId = idAt(body, 'object_attributes', 'moved_to_id');
  return ticketExternalId === null || reading === null || reading.cumulativeSeconds === 0
    ? []
    : [{ type: 'effort.carried', ticketExternalId, seconds: reading.cumulativeSeconds, at: reading.at }];
};

/**
 * The running total of the time spent, in seconds; null where the connection does not count so or none is said. What was
 * changed outweighs what the record holds: only the change says from where to where this act went.
 */
export const readCounter = (body: unknown, settings: ConnectionSettings): CounterReading | null => {
  const issue = at(body, 'object_attributes');
  const ticketExternalId = idAt(issue, 'id');
  const moment = changedAt(body);
  const cumulativeSeconds =
    secondsAt(body, 'changes', 'total_time_spent', 'current') ?? secondsAt(issue, 'total_time_spent');
  return settings.effort !== 'COUNTER' || ticketExternalId === null || moment === null || cumulativeSeconds === null
    ? null
    : {
        ticketExternalId,
        cumulativeSeconds,
        previousSeconds: before(body),
        by: gitlabUser(at(body, 'user')),
        at: moment,
        revision: null,
      };
};
