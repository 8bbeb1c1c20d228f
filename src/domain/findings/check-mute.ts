import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { checkReason } from '../basics/reason.js';
import { invalid, type Refusal } from '../basics/result.js';

/** The longest time a finding may be muted, in days from today. */
export const LONGEST_MUTE_DAYS = 180;

/** What is said of a mute: why, and the last day it holds on. */
export interface MuteDraft {
  readonly reason: string;
  readonly until: CalendarDate;
}

/**
 * A finding is muted for a reason of 1 to 4,000 characters, and until a day that is today at the earliest and 180 days ahead at the
 * latest, in the time zone of the portfolio: else INVALID. What has cleared needs no mute: WRONG_STATE.
 */
export const checkMute = (
  { reason, until }: MuteDraft,
  { today, isCleared }: { readonly today: CalendarDate; readonly isCleared: boolean },
): readonly Refusal[] => {
  const latest = addDays(today, LONGEST_MUTE_DAYS);
  return [
    ...checkReason(reason).map((refusal) => ({ ...refusal, field: ['input', 'reason'] })),
    ...(until < today || until > latest
      ? [invalid(['input', 'until'], `until must be from ${today} to ${latest}, and was ${until}.`)]
      : []),
    ...(isCleared
      ? [{ code: 'WRONG_STATE' as const, message: 'It has cleared: there is nothing to mute any more.', field: ['id'] }]
      : []),
  ];
};
