import { formatDecimal, parseDecimal, type Decimal } from '../../domain/basics/decimal.js';

/** The way to a value in JSON: names of properties, and numbers of elements. */
export type Path = readonly (string | number)[];

const DIGITS = /^-?\d+$/;
const PLACES = 10;

/** What stands at a path; undefined where nothing does. Only what was sent is seen, never what every object inherits (`toString`). */
export const at = (json: unknown, ...path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    json,
  );

/** Whether something stands at a path, be it null. */
export const isThere = (json: unknown, ...path: Path): boolean => at(json, ...path) !== undefined;

/** Is it an object, and no list? */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as it can be stored: PostgreSQL takes neither NUL nor half of a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** A text that says something; null for all else. A number is none. */
export const textAt = (json: unknown, ...path: Path): string | null => {
  const value = at(json, ...path);
  const text = typeof value === 'string' ? storable(value) : '';
  return text.trim() === '' ? null : text;
};

/** An identifier, which tools send as a text or as a whole number; null for all else. */
export const idAt = (json: unknown, ...path: Path): string | null => {
  const value = at(json, ...path);
  return Number.isSafeInteger(value) ? String(value) : textAt(value);
};

/** The elements of a list; none where no list stands. */
export const listAt = (json: unknown, ...path: Path): readonly unknown[] => {
  const value = at(json, ...path);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
};

/** The texts of a list, each once, in their order; what is no text is left out. `path` leads on within each element. */
export const textsAt = (list: readonly unknown[], ...path: Path): readonly string[] => [
  ...new Set(list.flatMap((element) => textAt(element, ...path) ?? [])),
];

/** A whole number, also where it is sent as a text of digits; null for all else, and for what JSON cannot hold exactly. */
export const wholeAt = (json: unknown, ...path: Path): number | null => {
  const value = at(json, ...path);
  const number = typeof value === 'string' && DIGITS.test(value.trim()) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) + 0 : null;
};

/**
 * A number as it was written, without an exponent: 3.0 is `3`, 0.1 is `0.1`. Beyond ten places it is rounded to ten, since
 * more of them come of adding in binary (0.30000000000000004). A text is read too. Null for all else, and from 10^20 on.
 */
export const decimalAt = (json: unknown, ...path: Path): Decimal | null => {
  const value = at(json, ...path);
  const text = typeof value === 'number' ? written(value) : typeof value === 'string' ? value.trim() : '';
  const read = parseDecimal(text);
  return read === null ? null : formatDecimal(read);
};

const written = (value: number): string => {
  const text = String(value);
  const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return places > PLACES || text.includes('e-') ? value.toFixed(PLACES) : text;
};
