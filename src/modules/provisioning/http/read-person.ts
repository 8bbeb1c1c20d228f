import type { NewUser } from '../../identity/commands/create-user.js';
import type { PersonChanges } from '../commands/change-person.js';
import { attributesIn, changesIn, isRecord, type Attribute } from './read-attributes.js';
import { unusable } from './scim-refusal.js';

/** What a whole user is to be; an attribute without a value is as one that is left out. */
const statedIn = (body: unknown): readonly Attribute[] => {
  if (!isRecord(body)) {
    throw unusable('invalidSyntax', 'Send a user of SCIM as a JSON object.');
  }
  return attributesIn(body).filter(([, value]) => value !== null);
};

/** A user to be made: without a name it is called by one of its parts, or by its address. */
export const readNewPerson = (body: unknown): { readonly person: NewUser; readonly isActive: boolean } => {
  const attributes = statedIn(body);
  const { email, name, externalId = null, isActive = true } = changesIn(attributes);
  if (email === undefined) {
    throw unusable('invalidValue', 'userName is missing: the e-mail address.');
  }
  const part = attributes.find(([key]) => key.startsWith('name.'))?.[1];
  const called = name ?? (typeof part === 'string' ? changesIn([['displayname', part]]).name : undefined) ?? email;
  return { person: { name: called, email, externalId }, isActive };
};

/** A user that replaces one: what is left out stays as it is, so that nobody is shut out by what was not said. */
export const readPerson = (body: unknown): PersonChanges => changesIn(statedIn(body));
