import type { Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent, CounterReading, ExternalUser } from '../../domain/tickets/ticket.js';
import { OUT_OF_RANGE, secondsOfHours } from '../reading/durations.js';
import { decimalAt } from '../reading/json.js';
import { changeOf, COMPLETED_WORK, dateOf, fieldsOf, revisionOf } from './azure-fields.js';

// An empty field is no work.
const secondsIn = (value: unknown): number | null => {
  const hours = decimalAt(value ?? 0);
  return hours === null ? null : secondsOfHours(hours);
};

/**
 * The running total in the field Completed Work: in hours there, in seconds here, to the whole second. Null where the
 * connection does not count so, the field is empty and was not just cleared, or holds no number of at least 0. Of a work
 * item that was just created (`isNew`) nothing was completed before.
 */
export const readCounter = (
  resource: unknown,
  ticketExternalId: string,
  told: { readonly moment: Instant | null; readonly by: ExternalUser | null; readonly isNew: boolean },
  settings: ConnectionSettings,
): CounterReading | null => {
  const fields = fieldsOf(resource);
  const change = changeOf(resource, COMPLETED_WORK);
  const moment = dateOf(fields, 'System.ChangedDate') ?? told.moment;
  if (settings.effort !== 'COUNTER' || moment === null || !fields.has(COMPLETED_WORK)) {
    return null;
  }
  const cumulativeSeconds = secondsIn(fields.get(COMPLETED_WORK));
  const before = change === null ? null : secondsIn(change.from);
  return cumulativeSeconds === null
    ? null
    : {
        ticketExternalId,
        cumulativeSeconds,
        previousSeconds: told.isNew ? 0 : before,
        by: told.by,
        at: moment,
        revision: revisionOf(resource),
      };
};

/** That the field Completed Work holds a number which is none; nothing where one is read, or none is told. */
export const uncountedIn = (resource: unknown, settings: ConnectionSettings): readonly CanonicalEvent[] => {
  const hours = decimalAt(fieldsOf(resource).get(COMPLETED_WORK));
  return settings.effort === 'COUNTER' && hours !== null && secondsOfHours(hours) === null
    ? [{ type: 'ignored', why: OUT_OF_RANGE }]
    : [];
};
