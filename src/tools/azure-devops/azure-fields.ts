import type { Instant } from '../../domain/basics/instant.js';
import { entriesAt } from '../reading/entries.js';
import { instantAt } from '../reading/instants.js';
import { at, idAt } from '../reading/json.js';

/** The fields of a work item by their reference names, which are the same in every language. */
export type Fields = ReadonlyMap<string, unknown>;

export const TITLE = 'System.Title';
export const STATE = 'System.State';
export const REASON = 'System.Reason';
export const COMPLETED_WORK = 'Microsoft.VSTS.Scheduling.CompletedWork';

const WORK_ITEM = /\/workitems\/(\d+)/i;
const IN_MESSAGE = /#(\d+)/;

const isValue = (value: unknown): boolean => value !== undefined && value !== null;

const isChange = (value: unknown): boolean =>
  at(value, 'newValue') !== undefined || at(value, 'oldValue') !== undefined;

/** What a delivery says of the change of one field. `from`: null where the field was empty before. */
export const changeOf = (resource: unknown, name: string): { readonly from: unknown; readonly to: unknown } | null => {
  const change = at(resource, 'fields', name);
  return isChange(change) ? { from: at(change, 'oldValue') ?? null, to: at(change, 'newValue') ?? null } : null;
};

/**
 * The fields as they are after the event: those of the revision, which samples give as it was before and live deliveries as
 * it is now, with the new values over them. A field that was cleared is not there.
 */
export const fieldsOf = (resource: unknown): Fields =>
  new Map(
    [
      ...entriesAt(resource, 'revision', 'fields'),
      ...entriesAt(resource, 'fields').map(
        ([name, value]) => [name, isChange(value) ? at(value, 'newValue') : value] as const,
      ),
    ].filter(([name, value]) => isValue(value) || changeOf(resource, name) !== null),
  );

// Azure DevOps writes 0001 and 9999 for "not yet".
const realInstant = (value: unknown): Instant | null => {
  const instant = instantAt(value);
  return instant !== null && instant > '1970' && instant < '9000' ? instant : null;
};

/** A date of a field; null where it is none, or far from any time. */
export const dateOf = (fields: Fields, name: string): Instant | null => realInstant(fields.get(name));

/** When the event came to be. */
export const deliveredAt = (body: unknown): Instant | null => realInstant(at(body, 'createdDate'));

const positive = (value: unknown): string | null => {
  const id = idAt(value);
  return id !== null && /^[1-9]\d*$/.test(id) ? id : null;
};

/**
 * The id of the work item. Of an update `resource.id` counts the updates, and is never it. What the sender cut from the
 * delivery is looked for in the address of the resource, then in the message.
 */
export const workItemId = (body: unknown, isUpdate: boolean): string | null => {
  const resource = at(body, 'resource');
  const fromUrl = (url: unknown): string | null => WORK_ITEM.exec(idAt(url) ?? '')?.[1] ?? null;
  return (
    (isUpdate ? null : positive(at(resource, 'id'))) ??
    positive(at(resource, 'workItemId')) ??
    positive(at(resource, 'revision', 'id')) ??
    fromUrl(at(resource, 'url')) ??
    fromUrl(at(resource, '_links', 'parent', 'href')) ??
    IN_MESSAGE.exec(idAt(body, 'message', 'text') ?? '')?.[1] ??
    null
  );
};

/** The count of the changes of this work item. */
export const revisionOf = (resource: unknown): number | null => {
  const revision = at(resource, 'rev') ?? at(resource, 'revision', 'rev');
  return typeof revision === 'number' && Number.isSafeInteger(revision) && revision >= 0 ? revision : null;
};
