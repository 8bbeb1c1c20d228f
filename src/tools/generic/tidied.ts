import { instantAt } from '../reading/instants.js';
import { at, isObject, isThere } from '../reading/json.js';
import type { Fields, Kind } from './canonical-fields.js';

const DIGITS = /^-?\d{1,15}$/;
const NO_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?$/;
const DAY = /^\d{4}-\d\d-\d\d(?=$|[T ])/;
const SEPARATOR = /\s*,\s*/;

// ServiceNow sends what a field holds and what people see of it as a pair. Of these people know only the latter.
const SEEN: ReadonlySet<string> = new Set(['title', 'type', 'statusName', 'resolution', 'displayName']);

const unwrapped = (name: string, value: unknown): unknown => {
  const given =
    isThere(value, 'display_value') && isThere(value, 'value')
      ? at(value, SEEN.has(name) ? 'display_value' : 'value')
      : value;
  return typeof given === 'string' ? given.trim() : given;
};

const asText = (value: unknown): unknown => (Number.isSafeInteger(value) ? String(value) : value);

const asUser = (value: unknown): unknown => {
  const pair = { externalId: at(value, 'value'), displayName: at(value, 'display_value') };
  const user = isThere(value, 'value') ? pair : isObject(value) ? value : { externalId: value };
  const externalId = asText(unwrapped('externalId', at(user, 'externalId')));
  const displayName = unwrapped('displayName', at(user, 'displayName'));
  return {
    ...(isEmpty(externalId) ? {} : { externalId }),
    ...(isEmpty(displayName) ? {} : { displayName }),
  };
};

const asInstant = (value: unknown): unknown =>
  instantAt(typeof value === 'string' && NO_ZONE.test(value) ? `${value}Z` : value) ?? value;

const HOW: Readonly<Record<Kind, (value: unknown) => unknown>> = {
  id: asText,
  text: asText,
  url: (value) => value,
  texts: (value) => (typeof value === 'string' ? value.split(SEPARATOR).filter((each) => each !== '') : value),
  whole: (value) => (typeof value === 'string' && DIGITS.test(value) ? Number(value) : value),
  decimal: (value) => value,
  instant: asInstant,
  date: (value) => (typeof value === 'string' ? (DAY.exec(value)?.[0] ?? value) : value),
  category: (value) => (typeof value === 'string' ? value.toUpperCase().replaceAll(/[\s-]+/g, '_') : value),
  user: asUser,
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

// The pair of a person is taken apart by the field itself.
const readField = (name: string, kind: Kind, json: unknown): unknown => {
  const value = at(json, name);
  return kind === 'user' ? value : unwrapped(name, value);
};

/**
 * The named fields of an object in the form the schema wants, as far as that can be told without guessing: digits are numbers
 * and numbers texts, empty is absent, a time without a zone is UTC, a list may be one text with commas. The rest is left as it
 * is, for the schema to refuse.
 */
export const tidied = (fields: Fields, json: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, { kind }]) => [name, kind, readField(name, kind, json)] as const)
      .filter(([, , value]) => !isEmpty(value))
      .map(([name, kind, value]) => [name, HOW[kind](value)]),
  );
