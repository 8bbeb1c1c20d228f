const MILLISECONDS = 1_000_000_000_000;
const SECONDS = 1_000_000_000;
/** Nobody is obeyed for longer: a server that states nonsense is asked again the next day. */
const LONGEST_MS = 86_400_000;

/** How long until a point in time that is told as seconds from now, as seconds or milliseconds since 1970, or as a date. */
const untilPoint = (text: string, now: number): number | null => {
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) {
    const date = Date.parse(text);
    return Number.isNaN(date) ? null : Math.max(0, date - now);
  }
  if (number >= SECONDS) {
    return Math.max(0, (number >= MILLISECONDS ? number : number * 1_000) - now);
  }
  return number >= 0 ? number * 1_000 : null;
};

const RESET_OF_REMAINING = /^(x-)?ratelimit-(.*-)?remaining$/;

/**
 * How many milliseconds a server wants to be left alone: by `Retry-After` (seconds or a date), else until the reset of a
 * limit of which nothing remains (`x-ratelimit-remaining: 0` with `x-ratelimit-reset`, and the like of it); at most a day.
 * Null where it wants nothing of the kind.
 */
export const askedToWait = (headers: Readonly<Record<string, string>>, now: number): number | null => {
  const wait = statedWait(headers, now);
  return wait === null ? null : Math.min(wait, LONGEST_MS);
};

const statedWait = (headers: Readonly<Record<string, string>>, now: number): number | null => {
  const retryAfter = headers['retry-after'];
  const told = retryAfter === undefined ? null : untilPoint(retryAfter, now);
  if (told !== null) {
    return told;
  }
  const waits = Object.entries(headers)
    .filter(([name, value]) => RESET_OF_REMAINING.test(name) && value.trim() === '0')
    .map(([name]) => untilPoint(headers[name.replace(/remaining$/, 'reset')] ?? '', now))
    .filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.max(...waits);
};
