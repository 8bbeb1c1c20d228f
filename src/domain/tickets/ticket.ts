import type { CalendarDate } from '../basics/calendar-date.js';
import type { Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';

export const TICKET_TOOLS = ['JIRA', 'GITHUB', 'GITLAB', 'LINEAR', 'AZURE_DEVOPS', 'GENERIC'] as const;
export type TicketTool = (typeof TICKET_TOOLS)[number];

export const STATUS_CATEGORIES = ['TODO', 'IN_PROGRESS', 'DONE', 'CANCELED', 'UNKNOWN'] as const;
/** What a status comes to, whatever it is called. UNKNOWN is never guessed at: it is asked for, or a person maps it. */
export type StatusCategory = (typeof STATUS_CATEGORIES)[number];

/** A person as a tool knows them; nothing else of a person is kept. */
export interface ExternalUser {
  readonly externalId: string;
  readonly displayName: string | null;
}

/** A ticket as a tool tells it at one moment. Within its connection `externalId` identifies it; the key is a label, and changes. */
export interface TicketSnapshot {
  readonly externalId: string;
  readonly key: string;
  readonly previousKeys: readonly string[];
  readonly url: string | null;
  readonly projectKey: string | null;
  readonly parentExternalId: string | null;
  readonly title: string;
  /** As the tool calls it. */
  readonly type: string | null;
  /** As the tool calls it. */
  readonly statusName: string | null;
  /** What the status comes to: by the settings of the connection where they say so, else by the tool. */
  readonly statusCategory: StatusCategory;
  /** What the tool alone says its status comes to, whatever the settings say and whatever it was closed as. */
  readonly toldCategory: StatusCategory;
  readonly resolution: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  /** Story points; never effort. Null: it has none. Undefined: nothing is said of them, and they are what they were. */
  readonly points: Decimal | null | undefined;
  readonly originalEstimateSeconds: number | null;
  readonly timeSpentSeconds: number | null;
  readonly remainingSeconds: number | null;
  readonly assignee: ExternalUser | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant;
  readonly resolvedAt: Instant | null;
  /** The tool's own count of changes of this ticket, where it has one; it then orders snapshots, else `updatedAt` does. */
  readonly revision: number | null;
}

/** What is said of a status, and what it was closed as. */
export type ToldStatus = Pick<TicketSnapshot, 'statusName' | 'toldCategory' | 'resolution'>;

/** An entry of work on a ticket, with an id of its own. */
export interface WorklogSnapshot {
  readonly externalId: string;
  readonly ticketExternalId: string;
  readonly author: ExternalUser | null;
  /** The day of the work where its author was: the effort day. */
  readonly localDate: CalendarDate;
  /** Zero where an edit left nothing of it. */
  readonly seconds: number;
  readonly updatedAt: Instant;
}

/** What the running total of the work on a ticket came to at one moment. */
export interface CounterReading {
  readonly ticketExternalId: string;
  readonly cumulativeSeconds: number;
  /** What it was before this change, where the tool says so. */
  readonly previousSeconds: number | null;
  /** Who changed it. */
  readonly by: ExternalUser | null;
  readonly at: Instant;
  readonly revision: number | null;
}

/** That a ticket was moved here from another one, and so much of its running total was counted there. */
export interface CarriedEffort {
  /** The ticket that it was moved to. */
  readonly ticketExternalId: string;
  /** Above zero. */
  readonly seconds: number;
  readonly at: Instant;
}

export const CHANGED_FIELDS = [
  'status',
  'labels',
  'type',
  'points',
  'assignee',
  'key',
  'project',
  'title',
  'time',
  'other',
] as const;

/** One field that a delivery says was changed: for people who look into it; nothing is decided by it. */
export interface TicketChange {
  readonly field: (typeof CHANGED_FIELDS)[number];
  /** As the tool calls it. */
  readonly name: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What a delivery, or a page that was read, comes to in the words of this product, whichever tool it is from. */
export type CanonicalEvent =
  | { readonly type: 'ticket.upserted'; readonly ticket: TicketSnapshot; readonly changes: readonly TicketChange[] }
  /** `ticket`: what is said of it in the same breath. */
  | {
      readonly type: 'ticket.deleted';
      readonly externalId: string;
      readonly at: Instant;
      readonly ticket: TicketSnapshot | null;
    }
  | {
      readonly type: 'ticket.restored';
      readonly externalId: string;
      readonly at: Instant;
      readonly ticket: TicketSnapshot | null;
    }
  | { readonly type: 'worklog.upserted'; readonly worklog: WorklogSnapshot }
  | {
      readonly type: 'worklog.deleted';
      readonly externalId: string;
      readonly ticketExternalId: string | null;
      readonly at: Instant;
    }
  | ({ readonly type: 'effort.counter' } & CounterReading)
  | ({ readonly type: 'effort.carried' } & CarriedEffort)
  | RefetchEvent
  /** Nothing that concerns us; `why` is short and stable: `comment`, `ping`, or the name of the event. */
  | { readonly type: 'ignored'; readonly why: string }
  /** Authentic and cannot be read: it is kept, and somebody looks at it. */
  | { readonly type: 'unreadable'; readonly why: string };

/** The delivery does not say enough, and the tool has to be asked. One of `externalId` and `key` is there. */
export interface RefetchEvent {
  readonly type: 'refetch';
  readonly what: 'TICKET' | 'WORKLOG';
  /** Of the ticket. */
  readonly externalId: string | null;
  readonly key: string | null;
  /** With WORKLOG. */
  readonly worklogExternalId: string | null;
  readonly why: string;
}
