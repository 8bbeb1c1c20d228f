import { isTimeZone } from '../basics/calendar-date.js';
import { invalid, type Refusal } from '../basics/result.js';

const KEY = /^[A-Z][A-Z0-9]{1,15}$/;

/** A short name, as IST, is another zone to another program. */
const isOfOneMeaning = (timeZone: string): boolean => timeZone === 'UTC' || timeZone.includes('/');

/**
 * A portfolio's key is 2 to 16 capital letters and digits and begins with a letter, for its initiatives are called KEY-1,
 * KEY-2 and on; its time zone is UTC or a name of the IANA database with its region. Every problem is INVALID.
 */
export const checkPortfolio = ({
  key,
  timeZone,
}: {
  readonly key: string;
  readonly timeZone: string;
}): readonly Refusal[] => [
  ...(KEY.test(key)
    ? []
    : [
        invalid(
          ['input', 'key'],
          'key must be 2 to 16 capital letters and digits, beginning with a letter, for instance CLAIMS.',
        ),
      ]),
  ...(isTimeZone(timeZone) && isOfOneMeaning(timeZone)
    ? []
    : [
        invalid(
          ['input', 'timeZone'],
          `${timeZone} is not a time zone; take UTC or an IANA name with its region, for instance Europe/Berlin.`,
        ),
      ]),
];
