import type { PersonChanges } from '../commands/change-person.js';
import { attributesAt, attributesIn, changesIn, isRecord, nameOfAttribute, type Attribute } from './read-attributes.js';
import { unusable } from './scim-refusal.js';

const OPERATIONS = ['add', 'replace', 'remove'];
const PATH = /^[a-z][\w$:.-]{0,300}(\[[^[\]]{0,300}\])?(\.[a-z][\w$-]{0,100})?$/i;

/**
 * Reads the operations of a PATCH, with names and verbs in any case: Okta sends values without a path, Entra ID each by its path and with
 * capitals. What is not kept here is passed over; what must be there cannot be removed (mutability).
 */
export const readPatch = (body: unknown): PersonChanges => {
  const operations = isRecord(body) ? (body['Operations'] ?? body['operations']) : null;
  if (!Array.isArray(operations)) {
    throw unusable('invalidSyntax', 'Send a JSON object with the list Operations.');
  }
  return changesIn((operations as readonly unknown[]).flatMap(attributesOf));
};

const attributesOf = (operation: unknown): readonly Attribute[] => {
  const { op, path, value } = isRecord(operation) ? operation : {};
  const verb = typeof op === 'string' ? op.toLowerCase() : '';
  if (!OPERATIONS.includes(verb)) {
    throw unusable('invalidSyntax', 'Each operation must have op: add, replace or remove.');
  }
  if (path !== undefined && path !== null && (typeof path !== 'string' || !PATH.test(path))) {
    throw unusable('invalidPath', 'path must be the name of an attribute, such as displayName or name.givenName.');
  }
  const name = typeof path === 'string' ? nameOfAttribute(path) : null;
  if (verb === 'remove') {
    return removed(name);
  }
  if (name !== null) {
    return attributesAt(name, value);
  }
  if (!isRecord(value)) {
    throw unusable('invalidValue', 'Without a path, value must be a JSON object of attributes.');
  }
  return attributesIn(value);
};

const removed = (name: string | null): readonly Attribute[] => {
  if (name === null) {
    throw unusable('noTarget', 'remove takes a path.');
  }
  if (['active', 'displayname', 'username'].includes(name)) {
    throw unusable('mutability', 'userName, displayName and active can be replaced, not removed.');
  }
  return name === 'externalid' ? [[name, null]] : [];
};
