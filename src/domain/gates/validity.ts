import { addDays, type CalendarDate } from '../basics/calendar-date.js';

/**
 * Evidence holds from `effectiveOn` through the whole of its last day, `effectiveOn` plus `validForDays`, in the
 * portfolio's time zone (law 4). Null where it holds without end.
 */
export const expiresOn = (effectiveOn: CalendarDate, validForDays: number | null): CalendarDate | null =>
  validForDays === null ? null : addDays(effectiveOn, validForDays);

export type Validity = 'NOT_YET' | 'HOLDS' | 'RAN_OUT';

/** Does evidence hold on a day? NOT_YET before it is effective, RAN_OUT after its last day. */
export const validityOn = (today: CalendarDate, effectiveOn: CalendarDate, lastDay: CalendarDate | null): Validity => {
  if (today < effectiveOn) {
    return 'NOT_YET';
  }
  return lastDay !== null && today > lastDay ? 'RAN_OUT' : 'HOLDS';
};
