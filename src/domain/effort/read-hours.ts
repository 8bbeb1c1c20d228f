import { add, decimal, formatDecimal, multiply, negate, ZERO, type Decimal } from '../basics/decimal.js';
import { decimalOfUnits, floorOfRatio } from '../basics/ratio.js';
import { read, readNumber, unread, type DecimalMark, type Reading } from './read-number.js';

export const COUNTED_IN = ['HOURS', 'MINUTES', 'SECONDS'] as const;
/** What a number that stands alone counts. */
export type CountedIn = (typeof COUNTED_IN)[number];

/** How hours are written in a file. */
export interface HoursSettings {
  /** Null: told by the form of each number. */
  readonly decimal: DecimalMark | null;
  readonly number: CountedIn;
  /** Hours of a `d`; null: such an amount is refused. */
  readonly day: Decimal | null;
  /** Hours of a `w`; null: such an amount is refused. */
  readonly week: Decimal | null;
  /** Whether `12:30` are hours and minutes; else it is refused. */
  readonly clock: boolean;
}

export const HOURS_AS_THEY_COME: HoursSettings = { decimal: null, number: 'HOURS', day: null, week: null, clock: true };

const PARTS = ['week', 'day', 'hour', 'minute', 'second'] as const;
type Part = (typeof PARTS)[number];
type Parts = Readonly<Partial<Record<Part, string>>>;

const SECONDS_IN_AN_HOUR = decimal('3600');
const SIXTY = decimal('60');
const DECIMALS = 6;

const NUMBER = `(?:\\d[\\d.,'’]*[¼½¾]?|[¼½¾])`;
const LONGEST = 60;
const part = (name: Part, words: string): string => `(?:(?<${name}>${NUMBER}) ?(?:${words}) ?)?`;
const WORDS = new RegExp(
  `^${part('week', 'w|wks?|weeks?')}${part('day', 'd|days?')}${part('hour', 'h|hrs?|hours?')}` +
    `${part('minute', 'm|mins?|minutes?')}${part('second', 's|secs?|seconds?')}$`,
  'i',
);
const HOURS_THEN_MINUTES = /^(?<hour>\d+) ?h ?(?<minute>[0-5]\d)$/i;
const CLOCK = /^(?<hour>\d+):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?: ?h)?$/i;
const DURATION = new RegExp(
  `^P(?:(?<week>${NUMBER})W)?(?:(?<day>${NUMBER})D)?` +
    `(?:T(?=.)(?:(?<hour>${NUMBER})H)?(?:(?<minute>${NUMBER})M)?(?:(?<second>${NUMBER})S)?)?$`,
  'i',
);

/**
 * Hours of a number of seconds: exact where they come out (36 seconds are 0.01), else cut to the millionth of an hour, 3.6
 * milliseconds. Cut and not rounded, so that the pieces of a day never add up to more than the day: 144 times ten minutes
 * are not above 24 hours.
 */
export const hoursOfSeconds = (seconds: Decimal): Decimal => {
  const units = floorOfRatio({ numerator: seconds, denominator: SECONDS_IN_AN_HOUR }, DECIMALS);
  return formatDecimal(decimalOfUnits(units, DECIMALS));
};

/**
 * Reads an amount of work as people and tools write it, in hours: `12.5`, `12,5`, `12:30` (minutes in two digits, also with
 * seconds), `12h 30m`, `12h30`, `90m`, `3600s`, `2d 4h` and `1w` where the settings say how many hours those have, and
 * durations of ISO 8601 (`PT1H30M`). Decimal numbers stay exact; minutes and seconds as `hoursOfSeconds`. Zero and what is
 * below it are read as they are: whether they can be booked is not decided here. Refused with a reason: a blank, what can
 * be read in two ways, an exponent, other digits than 0 to 9, and units out of their order.
 */
export const readHours = (text: string, settings: HoursSettings): Reading<Decimal> => {
  const written = text.replace(/\s+/gu, ' ').trim();
  if (written === '') {
    return unread('It is blank.');
  }
  if (written.length > LONGEST) {
    return unread(`It has more than ${LONGEST} characters, which is no amount of work.`);
  }
  const amount = written.replace(/^[-−] ?/u, '');
  const hours = unsigned(amount, settings);
  return hours.ok && amount !== written ? read(negate(hours.value)) : hours;
};

const unsigned = (text: string, settings: HoursSettings): Reading<Decimal> => {
  if (text.includes(':')) {
    return ofClock(text, settings);
  }
  const parts: Parts | undefined = (HOURS_THEN_MINUTES.exec(text) ?? WORDS.exec(text) ?? DURATION.exec(text))?.groups;
  if (parts && PARTS.some((name) => parts[name] !== undefined)) {
    return sumOf(parts, settings);
  }
  if (!/^[\d.,'’ ¼½¾]+$/.test(text)) {
    return unread(
      `"${text}" is no amount of work: write it as 12.5, 12:30, 12h 30m or PT12H30M, in digits from 0 to 9 and the larger unit first.`,
    );
  }
  const alone = { HOURS: 'hour', MINUTES: 'minute', SECONDS: 'second' } as const;
  return sumOf({ [alone[settings.number]]: text }, settings);
};

const ofClock = (text: string, settings: HoursSettings): Reading<Decimal> => {
  if (!settings.clock) {
    return unread(`"${text}" looks like hours and minutes, and the mapping says that they are not written so.`);
  }
  const parts: Parts | undefined = CLOCK.exec(text)?.groups;
  return parts
    ? sumOf(parts, settings)
    : unread(`"${text}" is no time: write hours, a colon and two digits of minutes from 00 to 59, such as 12:30.`);
};

const sumOf = (parts: Parts, settings: HoursSettings): Reading<Decimal> => {
  let hours = ZERO;
  let seconds = ZERO;
  for (const name of PARTS) {
    const text = parts[name];
    if (text === undefined) {
      continue;
    }
    const number = readNumber(text, settings.decimal);
    if (!number.ok) {
      return number;
    }
    if (name === 'minute' || name === 'second') {
      seconds = add(seconds, name === 'minute' ? multiply(number.value, SIXTY) : number.value);
      continue;
    }
    const hoursOfOne = name === 'hour' ? decimal('1') : settings[name];
    if (hoursOfOne === null) {
      return unread(
        `It is written in ${name}s, and the mapping does not say how many hours a ${name} has: add "hours": { "${name}": ${name === 'day' ? '8' : '40'} }.`,
      );
    }
    hours = add(hours, multiply(number.value, hoursOfOne));
  }
  return read(formatDecimal(add(hours, hoursOfSeconds(seconds))));
};
