// Numbers of the domain come as decimal texts and are never turned into floats to be told; only charts do that, to be drawn.

const LOCALE = 'en-GB';
const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY_OF_YEAR = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MOMENT = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const RELATIVE = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** A date `2026-03-01` as "1 Mar 2026"; within `year` without it. */
export const dayOf = (date: string, year?: number): string => {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return (year === at.getUTCFullYear() ? DAY : DAY_OF_YEAR).format(at);
};

/** The day so many days after another: "2026-03-31". */
export const daysAfter = (date: string, count: number): string =>
  new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10);

/** An instant in the zone of whoever reads: "1 Mar 2026, 09:30". */
export const momentOf = (instant: string): string => MOMENT.format(new Date(instant));

const STEPS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago an instant was: "2 minutes ago". */
export const agoOf = (instant: string, now: number = Date.now()): string => {
  const seconds = (Date.parse(instant) - now) / 1000;
  const [unit, size] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  return RELATIVE.format(Math.trunc(seconds / size), unit);
};

/** "1 day", "12 days". */
export const daysOf = (count: number): string => countOf(count, 'day');

/** "1,175". */
export const numberOf = (count: number): string => count.toLocaleString(LOCALE);

/** "1 initiative", "12 initiatives"; the plural where it is irregular is given. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString(LOCALE)} ${count === 1 ? one : many}`;

/** A decimal text with groups of thousands, all its digits kept: "12,345.60". */
export const decimalOf = (text: string): string => {
  const [, sign = '', whole = text, rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  return `${sign === '-' ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
};

/** A share as "62.0 %", and "–" where there is none. */
export const percentOf = (text: string | null | undefined): string =>
  text === null || text === undefined ? '–' : `${decimalOf(text)} %`;

/** A deviation as "+7.0" or "−8.0". */
export const signedOf = (text: string): string =>
  text.startsWith('-') || /^0(\.0+)?$/.test(text) ? decimalOf(text) : `+${decimalOf(text)}`;

/** A decimal text as a number to draw by, and never to tell. */
export const toDraw = (text: string): number => Number(text);
