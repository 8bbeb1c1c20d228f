import { parseCalendarDate, type CalendarDate } from '../../domain/basics/calendar-date.js';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { unstorable } from '../../domain/basics/text.js';

/** Something that is wrong with a request: with which parameter, and what. */
export interface Problem {
  readonly place: string;
  readonly message: string;
}

/** Reads the parameters of an address one by one, and keeps everything that is wrong with them. */
export class QueryParameters {
  private readonly found: Problem[] = [];
  private readonly given: ReadonlyMap<string, string>;

  constructor(query: unknown, names: readonly string[]) {
    const entries = Object.entries((query ?? {}) as Record<string, unknown>);
    this.given = new Map(
      entries.flatMap(([name, value]) => {
        if (!names.includes(name)) {
          this.report(name, `There is no such parameter; there are: ${names.join(', ')}.`);
          return [];
        }
        if (typeof value !== 'string') {
          this.report(name, 'It is there more than once.');
          return [];
        }
        return [[name, value] as const];
      }),
    );
  }

  get problems(): readonly Problem[] {
    return this.found;
  }

  report(place: string, message: string): void {
    this.found.push({ place, message });
  }

  /** A text; null where the parameter is left out or empty. */
  text(name: string): string | null {
    const text = this.given.get(name) ?? '';
    const fault = unstorable(text);
    if (fault !== null) {
      this.report(name, `It ${fault}.`);
      return null;
    }
    return text === '' ? null : text;
  }

  date(name: string): CalendarDate | null {
    return this.read(name, parseCalendarDate, 'a day such as 2026-03-31');
  }

  instant(name: string): Instant | null {
    return this.read(name, parseInstant, 'an instant such as 2026-03-31T22:00:00Z');
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | null {
    return this.read(
      name,
      (text) => choices.find((choice) => choice === text) ?? null,
      `one of: ${choices.join(', ')}`,
    );
  }

  /** One or several of the choices, with commas between them; null where the parameter is left out. */
  someOf<T extends string>(name: string, choices: readonly T[]): readonly T[] | null {
    const known = (word: string): word is T => choices.some((choice) => choice === word);
    return this.read(
      name,
      (text) => {
        const words = text.split(',').map((word) => word.trim());
        return words.every(known) ? words.filter(known) : null;
      },
      `one or several of, with commas between them: ${choices.join(', ')}`,
    );
  }

  /** Texts with commas between them; null where the parameter is left out. */
  texts(name: string): readonly string[] | null {
    const words = (this.text(name) ?? '').split(',').map((word) => word.trim());
    return words.some((word) => word !== '') ? words.filter((word) => word !== '') : null;
  }

  /** A whole number from one to another. */
  count(name: string, least: number, most: number): number | null {
    return this.read(
      name,
      (text) => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null),
      `a whole number from ${least} to ${most}`,
    );
  }

  /** True or false by two words for it; null where the parameter is left out. */
  flag(name: string, yes: string, no: string): boolean | null {
    const word = this.oneOf(name, [yes, no]);
    return word === null ? null : word === yes;
  }

  /** What a reader makes of a text; null where the parameter is left out, and where the reader does not know it. */
  read<T>(name: string, reader: (text: string) => T | null, what: string): T | null {
    const text = this.text(name);
    const value = text === null ? null : reader(text);
    if (text !== null && value === null) {
      this.report(name, `It must be ${what}.`);
    }
    return value;
  }
}
