import {
  ACTOR,
  COUNTER,
  TICKET,
  TICKET_ID_ONLY,
  TIMESTAMP,
  WORKLOG,
  WORKLOG_ID_ONLY,
  type Fields,
} from './canonical-fields.js';

export const GENERIC_TYPES = [
  'ticket.upserted',
  'ticket.deleted',
  'ticket.restored',
  'worklog.upserted',
  'worklog.deleted',
  'effort.counter',
] as const;
export type GenericType = (typeof GENERIC_TYPES)[number];

interface DataOfType {
  readonly title: string;
  readonly fields: Fields;
  readonly required: readonly string[];
  readonly example: unknown;
}

/** What the data of each type of event holds. */
export const DATA: Readonly<Record<GenericType, DataOfType>> = {
  'ticket.upserted': {
    title: 'A ticket was created or changed: what is so now',
    fields: TICKET,
    required: ['externalId', 'title'],
    example: {
      externalId: 'c83c5e53',
      key: 'CHG0000031',
      title: 'Promote the scoring service',
      statusName: 'Implement',
      statusCategory: 'IN_PROGRESS',
      labels: ['change-management'],
      updatedAt: '2026-11-29T09:30:00Z',
    },
  },
  'ticket.deleted': {
    title: 'A ticket was deleted',
    fields: TICKET_ID_ONLY,
    required: ['externalId'],
    example: { externalId: 'c83c5e53' },
  },
  'ticket.restored': {
    title: 'A ticket that was deleted is there again',
    fields: TICKET_ID_ONLY,
    required: ['externalId'],
    example: { externalId: 'c83c5e53' },
  },
  'worklog.upserted': {
    title: 'An entry of work was made or changed: what is so now',
    fields: WORKLOG,
    required: ['externalId', 'ticketExternalId', 'localDate', 'seconds'],
    example: {
      externalId: 'w-1',
      ticketExternalId: 'c83c5e53',
      author: { externalId: 'u-17', displayName: 'Ada' },
      localDate: '2026-11-27',
      seconds: 21_600,
    },
  },
  'worklog.deleted': {
    title: 'An entry of work was deleted',
    fields: WORKLOG_ID_ONLY,
    required: ['externalId'],
    example: { externalId: 'w-1', ticketExternalId: 'c83c5e53' },
  },
  'effort.counter': {
    title: 'What all work on a ticket so far comes to',
    fields: COUNTER,
    required: ['ticketExternalId', 'cumulativeSeconds'],
    example: { ticketExternalId: 'c83c5e53', cumulativeSeconds: 9000, previousSeconds: 5400 },
  },
};

const schemaOf = ({ title, fields, required, example }: DataOfType): object => ({
  title,
  type: 'object',
  // A worklog needs a day, and there are two ways to say it.
  required: required.filter((name) => name !== 'localDate'),
  ...(required.includes('localDate') ? { anyOf: [{ required: ['localDate'] }, { required: ['startedAt'] }] } : {}),
  properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
  examples: [example],
});

const WHEN = '2026-11-29T09:30:00Z';

/**
 * What the generic hook takes, as JSON Schema (draft 2020-12), for whoever scripts the sending. It says what to send; what is
 * taken beside it (digits for numbers, UTC without a zone, pairs of value and display_value) is said in docs/tools/generic.md.
 * A body of another type than these is authentic and ignored.
 */
export const CANONICAL_EVENT_SCHEMA: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:tollgate:canonical-event:1',
  title: 'An event for the generic hook of Tollgate',
  description:
    'Something that happened to a ticket or to the work on it, in the form of Standard Webhooks. Properties that are not named here are not read.',
  type: 'object',
  required: ['type', 'data'],
  properties: {
    type: { enum: GENERIC_TYPES, description: 'What happened.' },
    timestamp: TIMESTAMP.schema,
    actor: ACTOR.schema,
    data: { type: 'object', description: 'What is so now.' },
  },
  allOf: GENERIC_TYPES.map((type) => ({
    if: { properties: { type: { const: type } } },
    then: { properties: { data: { $ref: `#/$defs/${type}` } } },
  })),
  $defs: Object.fromEntries(GENERIC_TYPES.map((type) => [type, schemaOf(DATA[type])])),
  examples: GENERIC_TYPES.map((type) => ({ type, timestamp: WHEN, data: DATA[type].example })),
};
