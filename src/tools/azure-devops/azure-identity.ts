import type { ExternalUser } from '../../domain/tickets/ticket.js';
import { textAt } from '../reading/json.js';

const NAME_AND_ACCOUNT = /^(.*?)\s*<([^<>]+)>$/;
const NOBODY = '00000000-0000-0000-0000-000000000000';

const fromText = (text: string): ExternalUser => {
  const [, name, account] = NAME_AND_ACCOUNT.exec(text) ?? [];
  return account === undefined
    ? { externalId: text, displayName: text }
    : { externalId: account.trim(), displayName: textAt(name) };
};

/**
 * A person in any of the forms of Azure DevOps: an identity (by its id, else its descriptor or account), `Name <mail>`,
 * `Name <DOMAIN\user>`, or a bare name. A mail address is kept only where it is all that identifies the person.
 */
export const azureIdentity = (value: unknown): ExternalUser | null => {
  const text = textAt(value);
  if (text !== null) {
    return fromText(text);
  }
  const written = textAt(value, 'name');
  const named = written === null ? null : fromText(written);
  const id = textAt(value, 'id');
  const externalId =
    (id === NOBODY ? null : id) ??
    textAt(value, 'descriptor') ??
    textAt(value, 'uniqueName') ??
    named?.externalId ??
    textAt(value, 'displayName');
  const displayName = textAt(value, 'displayName');
  return externalId === null
    ? null
    : {
        externalId,
        displayName: displayName === null ? (named?.displayName ?? null) : fromText(displayName).displayName,
      };
};
