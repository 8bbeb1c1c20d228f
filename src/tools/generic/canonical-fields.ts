import { STATUS_CATEGORIES } from '../../domain/tickets/ticket.js';

export type Kind = 'id' | 'text' | 'texts' | 'url' | 'whole' | 'decimal' | 'instant' | 'date' | 'category' | 'user';

/** A field of the data of an event: how it is read, and its JSON Schema. */
export interface Field {
  readonly kind: Kind;
  readonly schema: Readonly<Record<string, unknown>>;
}

export type Fields = Readonly<Record<string, Field>>;

// What a GraphQL Int can show.
const MOST = 2_147_483_647;

const id = (description: string, example: string): Field => ({
  kind: 'id',
  schema: { type: 'string', minLength: 1, maxLength: 255, description, examples: [example] },
});

const text = (description: string, example: string): Field => ({
  kind: 'text',
  schema: { type: 'string', minLength: 1, description, examples: [example] },
});

const texts = (description: string, ...examples: readonly string[]): Field => ({
  kind: 'texts',
  schema: { type: 'array', items: { type: 'string', minLength: 1 }, description, examples: [examples] },
});

const whole = (description: string, example: number, minimum = 0): Field => ({
  kind: 'whole',
  schema: { type: 'integer', minimum, maximum: MOST, description, examples: [example] },
});

const instant = (description: string): Field => ({
  kind: 'instant',
  schema: { type: 'string', format: 'date-time', description, examples: ['2026-11-29T09:30:00Z'] },
});

const user = (description: string): Field => ({
  kind: 'user',
  schema: {
    type: 'object',
    description,
    required: ['externalId'],
    properties: {
      externalId: id('The id of the person in the tool.', 'u-17').schema,
      displayName: text('How the person is called.', 'Ada').schema,
    },
    examples: [{ externalId: 'u-17', displayName: 'Ada' }],
  },
});

const WORKLOG_ID = id('The id of the entry in the tool. It never changes and identifies the entry.', 'w-1');

/** Who did it, said around the data. */
export const ACTOR = user('Who did it.');

/** When it was told, said around the data. */
export const TIMESTAMP = instant('When it happened. Without it, the instant of the header webhook-timestamp.');

const TICKET_ID = id('The id of the ticket in the tool. It never changes and identifies the ticket.', 'c83c5e53');

/** What is said of a ticket. */
export const TICKET: Fields = {
  externalId: TICKET_ID,
  key: id('What people call the ticket. Without one it is its id.', 'CHG0000031'),
  previousKeys: texts('Keys the ticket had before.', 'CHG0000007'),
  title: text('What the ticket is about, in a line.', 'Promote the scoring service'),
  url: {
    kind: 'url',
    schema: {
      type: 'string',
      pattern: '^https?://',
      description: 'Where people look at the ticket.',
      examples: ['https://acme.service-now.com/nav_to.do?uri=change_request.do?sys_id=c83c5e53'],
    },
  },
  projectKey: text('The project or area the ticket belongs to.', 'SCORING'),
  parentExternalId: id('The id of the ticket this one is part of.', 'a11b2c3d'),
  type: text('The type as the tool calls it.', 'Change'),
  statusName: text('The status as the tool calls it.', 'Implement'),
  statusCategory: {
    kind: 'category',
    schema: {
      enum: STATUS_CATEGORIES,
      description:
        'What the status comes to. Without it the settings of the connection say so by the name of the status, else it is UNKNOWN.',
      examples: ['IN_PROGRESS'],
    },
  },
  resolution: text('Why the ticket was closed, as the tool calls it.', 'Successful'),
  labels: texts('The labels of the ticket. Rules tell by them what kind of work it is.', 'change-management'),
  components: texts('The components of the ticket.', 'rollout'),
  points: {
    kind: 'decimal',
    schema: {
      type: ['number', 'string'],
      pattern: String.raw`^-?\d{1,20}(\.\d{1,10})?$`,
      description: 'Story points; never effort. As a text they stay exact.',
      examples: ['2.5'],
    },
  },
  originalEstimateSeconds: whole('The effort that was estimated at first, in seconds.', 28_800),
  timeSpentSeconds: whole(
    'The running total of the work on the ticket, in seconds. Where the connection counts by it, it is effort.',
    7200,
  ),
  remainingSeconds: whole('The effort that is left, in seconds.', 21_600),
  assignee: user('Who works on the ticket.'),
  createdAt: instant('When the ticket was created.'),
  updatedAt: instant(
    'When the ticket was last changed; the newest one counts, in whichever order they come. Without it, the timestamp.',
  ),
  resolvedAt: instant('When the ticket was closed.'),
  revision: whole(
    "The tool's own count of changes of the ticket. Where there is one it decides which is the newest.",
    4,
  ),
};

/** What is said of a ticket that was deleted or restored. */
export const TICKET_ID_ONLY: Fields = { externalId: TICKET_ID, at: instant('When it was. Without it, the timestamp.') };

/** What is said of an entry of work. */
export const WORKLOG: Fields = {
  externalId: WORKLOG_ID,
  ticketExternalId: TICKET_ID,
  author: user('Who worked.'),
  localDate: {
    kind: 'date',
    schema: {
      type: 'string',
      format: 'date',
      description: 'The day of the work where its author was. Without it, the day that startedAt shows.',
      examples: ['2026-11-27'],
    },
  },
  startedAt: instant('When the work began. Only its day counts, as it is written, in the zone it is written in.'),
  seconds: whole('How long the work took, in seconds.', 21_600, 1),
  updatedAt: instant('When the entry was last changed; the newest one counts. Without it, the timestamp.'),
};

/** What is said of an entry of work that was deleted. */
export const WORKLOG_ID_ONLY: Fields = {
  externalId: WORKLOG_ID,
  ticketExternalId: TICKET_ID,
  at: instant('When it was. Without it, the timestamp.'),
};

/** What is said of the running total of the work on a ticket. */
export const COUNTER: Fields = {
  ticketExternalId: TICKET_ID,
  cumulativeSeconds: whole('What all work on the ticket so far comes to, in seconds.', 9000),
  previousSeconds: whole('What it came to before this change.', 5400),
  by: user('Who changed it.'),
  at: instant('When it came to that. Without it, the timestamp.'),
  revision: whole("The tool's own count of changes of the ticket.", 4),
};
