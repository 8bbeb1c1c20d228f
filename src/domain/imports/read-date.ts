import { daysBetween, parseCalendarDate, type CalendarDate } from '../basics/calendar-date.js';

type Unit = 'year' | 'month' | 'day';

/** A way of writing a date, ready to read with. */
export interface DateFormat {
  readonly text: string;
  readonly pattern: RegExp;
  readonly units: readonly Unit[];
}

export const EARLIEST_YEAR = 1900;
export const LATEST_YEAR = 2100;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// The longer token first: `MMM` is one token, not `MM` and `M`.
const TOKENS = {
  yyyy: { unit: 'year', pattern: '(\\d{4})' },
  yy: { unit: 'year', pattern: '(\\d{2})' },
  MMM: { unit: 'month', pattern: `(${MONTHS.join('|')})` },
  MM: { unit: 'month', pattern: '(\\d{2})' },
  M: { unit: 'month', pattern: '(\\d{1,2})' },
  dd: { unit: 'day', pattern: '(\\d{2})' },
  d: { unit: 'day', pattern: '(\\d{1,2})' },
} as const satisfies Record<string, { unit: Unit; pattern: string }>;

const PIECES = new RegExp(`${Object.keys(TOKENS).join('|')}|.`, 'gsu');

const isToken = (piece: string): piece is keyof typeof TOKENS => Object.hasOwn(TOKENS, piece);

/**
 * Reads how dates are written. Tokens: `yyyy`, `yy` (2000 to 2099), `MMM` (Jan to Dec, in any case), `MM`, `M`, `dd`, `d`;
 * everything that is no letter stands for itself. A format needs a year, and a month where it has a day; each once. A
 * text in the answer says what is wrong with the format.
 */
export const parseDateFormat = (text: string): DateFormat | string => {
  const pieces: readonly string[] = text.match(PIECES) ?? [];
  const letter = pieces.find((piece) => !isToken(piece) && /\p{L}/u.test(piece));
  if (letter !== undefined) {
    return `"${text}" has the letter ${letter}, which is no part of a date: use ${Object.keys(TOKENS).join(', ')} and what stands between them.`;
  }
  const units = pieces.filter(isToken).map((piece) => TOKENS[piece].unit);
  if (new Set(units).size !== units.length) {
    return `"${text}" names a part of the date twice.`;
  }
  if (!units.includes('year') || (units.includes('day') && !units.includes('month'))) {
    return `"${text}" needs a year, and a month where it has a day.`;
  }
  const pattern = pieces.map((piece) => (isToken(piece) ? TOKENS[piece].pattern : escaped(piece))).join('');
  return { text, pattern: new RegExp(`^${pattern}$`, 'iu'), units };
};

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * Reads a date by the first format that gives one. A missing month is January, a missing day the first. Null for what no
 * format reads, for a day that is in no calendar, and for a year before 1900 or after 2100.
 */
export const readDate = (text: string, formats: readonly DateFormat[]): CalendarDate | null => {
  for (const format of formats) {
    const date = readAs(text, format);
    if (date !== null) {
      return date;
    }
  }
  return null;
};

const readAs = (text: string, { pattern, units }: DateFormat): CalendarDate | null => {
  const found = pattern.exec(text);
  if (!found) {
    return null;
  }
  const parts = found.slice(1);
  const partOf = (unit: Unit): string => parts[units.indexOf(unit)] ?? '1';
  const year = fullYear(partOf('year'));
  const month = monthNumber(partOf('month'));
  const day = Number(partOf('day'));
  return year < EARLIEST_YEAR || year > LATEST_YEAR
    ? null
    : parseCalendarDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
};

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

const monthNumber = (written: string): number =>
  /^\d/.test(written) ? Number(written) : MONTHS.indexOf(written.toLowerCase()) + 1;

const SPREADSHEET_DAY_ZERO = '1899-12-30' as CalendarDate;
const FIRST_TYPED_YEAR = 1980;

/**
 * The year somebody typed where a spreadsheet then showed a day: it counts days from 1900, so 2021 becomes 13 July 1905.
 * Null for every other date. No AI initiative is that old, and taken as it stands the day would be 115 years in a stage.
 */
export const yearShownAsDay = (date: CalendarDate): number | null => {
  const number = daysBetween(SPREADSHEET_DAY_ZERO, date);
  return number >= FIRST_TYPED_YEAR && number <= LATEST_YEAR ? number : null;
};
