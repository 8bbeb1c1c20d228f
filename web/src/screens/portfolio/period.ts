// Days are texts `2026-03-31` of the portfolio's calendar; as such they sort, and are reckoned with in UTC.

/** The days a report is of, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

const textOf = (date: Date): string => date.toISOString().slice(0, 10);
const partsOf = (day: string): [number, number, number] => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};

/** The day of an instant in a time zone. */
export const dayIn = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );

/** The whole calendar quarter, `quarters` later or earlier than that of the day. */
export const quarterOf = (day: string, quarters = 0): Period => {
  const [year, month] = partsOf(day);
  const first = Math.floor((month - 1) / 3) * 3 + quarters * 3;
  return { from: textOf(new Date(Date.UTC(year, first, 1))), to: textOf(new Date(Date.UTC(year, first + 3, 0))) };
};

/** From the first of January to the day. */
export const yearToDate = (day: string): Period => ({ from: `${day.slice(0, 4)}-01-01`, to: day });

/** The twelve months that end with a period, or the period where it is longer: what a funnel is of. */
export const yearEndingWith = ({ from, to }: Period): Period => {
  const [year, month, date] = partsOf(to);
  const start = textOf(new Date(Date.UTC(year - 1, month - 1, date + 1)));
  return { from: from < start ? from : start, to };
};

/** The eight quarters that end with that of the last day: what a trend is of. */
export const eightQuarters = ({ from, to }: Period): Period => {
  const start = quarterOf(to, -7).from;
  return { from: from < start ? from : start, to };
};

/** The last instant of a day in a time zone. */
export const endOf = (day: string, timeZone: string): string => {
  const midnight = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
  // What the clocks there show at an instant, read as if it were UTC, tells how far they are ahead.
  const aheadAt = (at: number): number => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
    return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
  };
  const guess = midnight - aheadAt(midnight);
  return new Date(midnight - aheadAt(guess) - 1).toISOString();
};

export const PRESETS = ['this-quarter', 'last-quarter', 'year-to-date'] as const;
export type Preset = (typeof PRESETS)[number];

export const presetPeriod = (preset: Preset, today: string): Period =>
  preset === 'this-quarter' ? quarterOf(today) : preset === 'last-quarter' ? quarterOf(today, -1) : yearToDate(today);

/** Which of the presets a period is; null: days of one's own. */
export const presetOf = ({ from, to }: Period, today: string): Preset | null =>
  PRESETS.find((preset) => {
    const period = presetPeriod(preset, today);
    return period.from === from && period.to === to;
  }) ?? null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string | undefined): text is string =>
  text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text)) && textOf(new Date(text)) === text;

/** The period an address asks for, else this quarter; days that are none, or the wrong way round, are as if not given. */
export const statedPeriod = (given: { from?: string; to?: string }, today: string): Period => {
  const usual = quarterOf(today);
  const from = isDay(given.from) ? given.from : isDay(given.to) ? quarterOf(given.to).from : usual.from;
  const to = isDay(given.to) ? given.to : isDay(given.from) ? quarterOf(given.from).to : usual.to;
  return from <= to ? { from, to } : usual;
};

/** The instant an address asks as of: of a day its last one; null: as of now. */
export const statedAsOf = (given: string | undefined, timeZone: string): string | null =>
  given === undefined || Number.isNaN(Date.parse(given))
    ? null
    : isDay(given)
      ? endOf(given, timeZone)
      : new Date(given).toISOString();

/** The month of the report on paper: that of the last day, but not after that of today. */
export const monthOf = ({ to }: Period, today: string): string => (to < today ? to : today).slice(0, 7);
