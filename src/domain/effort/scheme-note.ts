import { dateAt, type CalendarDate } from '../basics/calendar-date.js';
import type { AllocationScheme } from './scheme.js';

/**
 * What a report says of a yardstick that was published after its last day: history is not rewritten without being seen to be
 * (ADR 0017). Null where it was published in time; the first version always was, for it is as old as its portfolio.
 */
export const schemeNoteOf = (
  { version, publishedAt }: AllocationScheme,
  to: CalendarDate,
  timeZone: string,
): string | null => {
  const publishedOn = dateAt(publishedAt, timeZone);
  return version === 1 || publishedOn <= to
    ? null
    : `It is judged by version ${version} of the scheme, which was published on ${publishedOn}, after ${to}; asked as of an instant before that, it is judged as it was then.`;
};
