/** An instant as text, RFC 3339 in UTC with exactly three decimals (`2026-01-20T09:30:00.000Z`): text order is time order. */
export type Instant = string & { readonly __instant: unique symbol };

const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const MINUTE = 60_000;

/** The instant of a number of milliseconds since 1970. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;

/** Milliseconds since 1970. */
export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

/**
 * Reads an instant, RFC 3339 with a zone (`Z` or `+02:00`) and seconds. A fraction is cut to milliseconds. Null for a day
 * that is in no calendar, for 24:00, for a 60th second, without a zone, and where it falls outside of the years 0001 to
 * 9999 in UTC.
 */
export const parseInstant = (text: string): Instant | null => {
  const [, day, time, fraction = '', sign, hours = '0', minutes = '0'] = RFC_3339.exec(text) ?? [];
  if (day === undefined || time === undefined) {
    return null;
  }
  const written = `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const local = Date.parse(written);
  if (Number.isNaN(local) || instantOf(local) !== written) {
    return null;
  }
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  const instant = instantOf(sign === '-' ? local + offset : local - offset);
  // Years beyond four digits are written with a sign, which sorts before every digit.
  return instant >= '0001' ? instant : null;
};
