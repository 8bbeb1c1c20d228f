import { millisecondsOf, type Instant } from '../../domain/basics/instant.js';
import { isTimeZone } from '../../domain/basics/calendar-date.js';

const HOUR = 3_600_000;

/**
 * An instant as JQL writes it, `2026/03/01 09:05`: to the minute, in the time zone of the user who asks. In the hour that
 * comes twice when the clocks go back, the hour before is written, for Jira could take the minute for the later one. A zone that
 * is not known is taken for the last one of the earth, UTC-12: rather too much is read than too little.
 */
export const jqlTime = (instant: Instant, timeZone: string): string => {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: isTimeZone(timeZone) ? timeZone : 'Etc/GMT+12',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const at = millisecondsOf(instant);
  const shown = (milliseconds: number): string => clock.format(milliseconds).replaceAll('-', '/');
  return shown(shown(at) >= shown(at + HOUR) ? at - HOUR : at);
};
