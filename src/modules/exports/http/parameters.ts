import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { QueryParameters, type Problem } from '../../../platform/http/query-parameters.js';

/** A parameter of an export: what it is for, and how it is read. */
export interface Parameter<Value> {
  readonly about: string;
  readonly isNeeded?: true;
  readonly read: (parameters: QueryParameters, name: string) => Value;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

export type ValuesOf<Asked extends Parameters> = {
  readonly [Name in keyof Asked]: Asked[Name] extends Parameter<infer Value> ? Value : never;
};

/** What every export is asked for. */
interface Common {
  readonly portfolio: string;
  /** Whether a byte order mark goes first. */
  readonly bom: boolean;
}

export const text = (about: string): Parameter<string | null> => ({ about, read: (from, name) => from.text(name) });

export const texts = (about: string): Parameter<readonly string[] | null> => ({
  about,
  read: (from, name) => from.texts(name),
});

export const word = <T extends string>(about: string, choices: readonly T[]): Parameter<T | null> => ({
  about: `${about} One of: ${choices.join(', ')}.`,
  read: (from, name) => from.oneOf(name, choices),
});

export const words = <T extends string>(about: string, choices: readonly T[]): Parameter<readonly T[] | null> => ({
  about: `${about} With commas between them: ${choices.join(', ')}.`,
  read: (from, name) => from.someOf(name, choices),
});

export const flag = (about: string): Parameter<boolean | null> => ({
  about,
  read: (from, name) => from.flag(name, 'true', 'false'),
});

export const day = (about: string): Parameter<CalendarDate | null> => ({
  about,
  read: (from, name) => from.date(name),
});

const MISSING_DAY = 'It is missing: say from which day to which, such as 2026-03-31.';
const NO_DAY = '' as CalendarDate;

/** A day that has to be given. What stands for one that is not is never used, for a problem is reported. */
export const neededDay = (about: string): Parameter<CalendarDate> => ({
  about,
  isNeeded: true,
  read: (from, name) => {
    if (from.text(name) === null) {
      from.report(name, MISSING_DAY);
    }
    return from.date(name) ?? NO_DAY;
  },
});

export const instant = (about: string): Parameter<Instant | null> => ({
  about,
  read: (from, name) => from.instant(name),
});

export const count = (about: string, least: number, most: number): Parameter<number | null> => ({
  about: `${about} From ${least} to ${most}.`,
  read: (from, name) => from.count(name, least, most),
});

const PORTFOLIO: Parameter<string> = {
  about: 'The key of the portfolio.',
  isNeeded: true,
  read: (from, name) => {
    const key = from.text(name);
    if (key === null) {
      from.report(name, 'The key of the portfolio is missing.');
    }
    return key ?? '';
  },
};

const BOM: Parameter<boolean> = {
  about: '1: a byte order mark goes first, by which Excel knows UTF-8. 0 otherwise.',
  read: (from, name) => from.flag(name, '1', '0') ?? false,
};

/** The parameters of an export in the order in which they are told: its own stand between those of every export. */
export const withCommon = (own: Parameters): Parameters => ({ portfolio: PORTFOLIO, ...own, bom: BOM });

/** Those of what is no text: there is no mark. */
export const withPortfolio = (own: Parameters): Parameters => ({ portfolio: PORTFOLIO, ...own });

interface Request extends Common {
  /** What the parameters of its own came to. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads the parameters of an address; a list of everything that is wrong with them where they cannot be read. */
export const readParameters = (
  query: unknown,
  parameters: Parameters,
): Request | { readonly problems: readonly Problem[] } => {
  const reader = new QueryParameters(query, Object.keys(parameters));
  const portfolio = PORTFOLIO.read(reader, 'portfolio');
  const bom = BOM.read(reader, 'bom');
  const own = Object.entries(parameters).filter(([, parameter]) => parameter !== PORTFOLIO && parameter !== BOM);
  const values = Object.fromEntries(own.map(([name, parameter]) => [name, parameter.read(reader, name)]));
  const { from, to } = values;
  if (typeof from === 'string' && typeof to === 'string' && to !== NO_DAY && from > to) {
    reader.report('from', `It must not be after to: ${from} is after ${to}.`);
  }
  return reader.problems.length > 0 ? { problems: reader.problems } : { portfolio, bom, values };
};
