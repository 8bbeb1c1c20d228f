import { parseCalendarDate, type CalendarDate } from '../../domain/basics/calendar-date.js';
import { parseDecimal, type Decimal } from '../../domain/basics/decimal.js';
import { parseInstant, type Instant } from '../../domain/basics/instant.js';
import { invalid, type Refusal } from '../../domain/basics/result.js';
import { unstorable } from '../../domain/basics/text.js';
import type { SentRow } from './read-rows.js';

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}...` : text;
};

/**
 * Reads the fields of one row that was sent without GraphQL, and keeps every problem with its path. What cannot be read is
 * null, or an empty text. A decimal is a text or a whole number, for a JSON number with a fraction is not exact.
 */
export class RowFields {
  readonly problems: Refusal[] = [];

  constructor(
    private readonly row: SentRow,
    private readonly path: readonly string[],
  ) {}

  /** A text that must be there. */
  text(name: string): string {
    return this.optionalText(name) ?? this.missing(name, '');
  }

  optionalText(name: string): string | null {
    return this.read(
      name,
      (value) => (typeof value === 'string' && unstorable(value) === null ? value : null),
      'a text that can be stored',
    );
  }

  decimal(name: string): Decimal | null {
    return this.needed(
      name,
      (value) => parseDecimal(typeof value === 'string' || Number.isSafeInteger(value) ? String(value) : ''),
      'a decimal such as "12.50", as a text or a whole number',
    );
  }

  instant(name: string): Instant | null {
    return this.needed(
      name,
      (value) => (typeof value === 'string' ? parseInstant(value) : null),
      'an instant such as 2026-01-20T09:30:00Z, with a zone',
    );
  }

  date(name: string): CalendarDate | null {
    return this.needed(
      name,
      (value) => (typeof value === 'string' ? parseCalendarDate(value) : null),
      'a calendar date such as 2026-01-20',
    );
  }

  /** A whole number of at most nine digits. */
  optionalWhole(name: string): number | null {
    return this.read(
      name,
      (value) =>
        (typeof value === 'number' || typeof value === 'string') && /^-?\d{1,9}$/.test(String(value))
          ? Number(value)
          : null,
      'a whole number',
    );
  }

  private needed<T>(name: string, read: (value: unknown) => T | null, what: string): T | null {
    return this.isThere(name) ? this.read(name, read, what) : this.missing(name, null);
  }

  private read<T>(name: string, read: (value: unknown) => T | null, what: string): T | null {
    if (!this.isThere(name)) {
      return null;
    }
    const value = read(this.row[name]);
    if (value === null) {
      this.problems.push(invalid([...this.path, name], `${name} must be ${what}, and was ${shown(this.row[name])}.`));
    }
    return value;
  }

  private isThere(name: string): boolean {
    return Object.hasOwn(this.row, name) && this.row[name] !== null;
  }

  private missing<T>(name: string, otherwise: T): T {
    if (!this.isThere(name)) {
      this.problems.push(invalid([...this.path, name], `${name} is missing.`));
    }
    return otherwise;
  }
}
