import { isEmail } from 'class-validator';
import { isReadable, tidy, unstorable } from '../../../domain/basics/text.js';
import type { PersonChanges } from '../commands/change-person.js';
import { unusable } from './scim-refusal.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:user:';
const [LONGEST_NAME, LONGEST_EMAIL, LONGEST_ID] = [200, 254, 200];
const TRUTHS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** An attribute that is kept here, by its name in small letters (`name.givenname`), and what is said of it. */
export type Attribute = readonly [name: string, value: unknown];

const KEPT = [
  'username',
  'externalid',
  'active',
  'displayname',
  'name.formatted',
  'name.givenname',
  'name.familyname',
] as const;
type Kept = (typeof KEPT)[number];

const isKept = (name: string): name is Kept => (KEPT as readonly string[]).includes(name);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The name of an attribute without its schema, in small letters: names of SCIM are the same in any case. */
export const nameOfAttribute = (path: string): string => {
  const name = path.toLowerCase();
  return name.startsWith(CORE) ? name.slice(CORE.length) : name;
};

/** What is said of attributes that are kept here. All others a directory may send as it likes. */
export const attributesIn = (value: Readonly<Record<string, unknown>>, within = ''): readonly Attribute[] =>
  Object.entries(value).flatMap(([key, inner]) => attributesAt(within + nameOfAttribute(key), inner));

/** The same for what one path leads to. */
export const attributesAt = (name: string, value: unknown): readonly Attribute[] => {
  if (name === 'name' && isRecord(value)) {
    return attributesIn(value, 'name.');
  }
  return isKept(name) ? [[name, value]] : [];
};

/** What attributes come to; of what is said more than once the last counts. Refused as invalidValue where a value cannot be kept. */
export const changesIn = (attributes: readonly Attribute[]): PersonChanges => {
  const said = new Map(attributes);
  const name = nameIn(said);
  return {
    ...(said.has('username') ? { email: emailIn(said.get('username')) } : {}),
    ...(said.has('externalid') ? { externalId: externalIdIn(said.get('externalid')) } : {}),
    ...(said.has('active') ? { isActive: truthIn(said.get('active')) } : {}),
    ...(name === null ? {} : { name }),
  };
};

/** One name is kept: that which is shown, or else both its parts. Half a name changes none. */
const nameIn = (said: ReadonlyMap<string, unknown>): string | null => {
  const whole = said.get('displayname') ?? said.get('name.formatted');
  if (whole !== undefined && whole !== null) {
    return textIn('displayName', whole, LONGEST_NAME);
  }
  const parts = [said.get('name.givenname'), said.get('name.familyname')];
  return parts.every((part) => typeof part === 'string' && part.trim() !== '')
    ? textIn('name', parts.join(' '), LONGEST_NAME)
    : null;
};

const textIn = (name: string, value: unknown, longest: number): string => {
  if (typeof value !== 'string' || !isReadable(value, longest) || unstorable(value) !== null) {
    throw unusable('invalidValue', `${name} must be a text of 1 to ${longest} characters that can be seen.`);
  }
  return tidy(value);
};

const emailIn = (value: unknown): string => {
  const text = textIn('userName', value, LONGEST_EMAIL);
  if (!isEmail(text)) {
    throw unusable('invalidValue', 'userName must be an e-mail address, for instance sam@example.org.');
  }
  return text;
};

const externalIdIn = (value: unknown): string | null =>
  value === null || value === '' ? null : textIn('externalId', value, LONGEST_ID);

/** Entra ID sends texts, with a capital. */
const truthIn = (value: unknown): boolean => {
  const truth = typeof value === 'string' ? TRUTHS[value.toLowerCase()] : value;
  if (typeof truth !== 'boolean') {
    throw unusable('invalidValue', 'active must be true or false.');
  }
  return truth;
};
