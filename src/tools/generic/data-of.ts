import { at, isObject } from '../reading/json.js';
import type { GenericType } from './canonical-event-schema.js';

/** An object of the body by its name; undefined where there is none. */
const under = (body: unknown, name: string): unknown => (isObject(at(body, name)) ? at(body, name) : undefined);

/** What is said beside the ticket that `ref` refers to. */
const besideRef = (body: unknown, name: string): unknown => {
  const externalId = at(body, 'ref', 'externalId');
  return isObject(body) && externalId !== undefined ? { ...body, [name]: externalId } : undefined;
};

const flat = (body: unknown): unknown => (at(body, 'externalId') === undefined ? undefined : body);

const WITHOUT_ENVELOPE: Readonly<Record<GenericType, (body: unknown) => unknown>> = {
  'ticket.upserted': (body) => under(body, 'ticket'),
  'ticket.deleted': (body) => besideRef(body, 'externalId') ?? flat(body),
  'ticket.restored': (body) => besideRef(body, 'externalId') ?? flat(body),
  'worklog.upserted': (body) => under(body, 'worklog'),
  'worklog.deleted': flat,
  'effort.counter': (body) => besideRef(body, 'ticketExternalId'),
};

/**
 * What a body says of its ticket or worklog: `data`, as the schema has it. Who hands on events as programs hold them, with
 * `ticket`, `worklog` or `ref` in place of it, is understood too.
 */
export const dataOf = (type: GenericType, body: unknown): unknown =>
  at(body, 'data') === undefined ? WITHOUT_ENVELOPE[type](body) : at(body, 'data');
