import type { Instant } from '../domain/basics/instant.js';
import type { ConnectionSettings } from '../domain/tickets/connection-settings.js';
import type { CanonicalEvent, TicketTool } from '../domain/tickets/ticket.js';

/** A question to a tool. */
export interface ToolRequest {
  readonly method: 'GET' | 'POST';
  /** With its query, below the address of the tool: `/rest/api/3/myself`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As JSON; left out: none. */
  readonly body?: unknown;
}

/** What a tool answered. Whoever asks has waited and tried again where that helps: what is left is an answer, or an error. */
export interface ToolAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON, whole; null where a refusal had none. */
  readonly body: unknown;
}

/** Asks; it rejects where no answer that can be used came. */
export type Ask = (request: ToolRequest) => Promise<ToolAnswer>;

/** With what and for whom a tool is asked, during one run. */
export interface PullCall {
  readonly ask: Ask;
  readonly settings: ConnectionSettings;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly credential: string;
  readonly now: Instant;
  /** What was learnt during this run and need not be asked again, by a name of the client's own. */
  readonly learnt: Map<string, unknown>;
}

/** How far the reading of a stream has come; only the client that made it can read it. */
export type PullCursor = Readonly<Record<string, string | number | null>>;

/** Something of a tool that can be read from a point on: what changed, or what was deleted. */
export interface PullStream {
  readonly name: string;
  readonly of: 'CHANGES' | 'DELETIONS';
}

/** What one step of reading a stream gave; taken in and noted together, or not at all. */
export interface PullPage {
  readonly events: readonly CanonicalEvent[];
  /** Where the next step begins, be it of this sweep or of the next one. */
  readonly cursor: PullCursor;
  /** Whether the stream was read up to now. */
  readonly isLast: boolean;
}

/** A ticket to ask for; at least one of the two is known. */
export interface TicketAsked {
  readonly externalId: string | null;
  readonly key: string | null;
}

/** What came of asking for one thing. GONE only where the tool says that it is not there (404, 410); of NO_ACCESS nothing follows. */
export type Looked =
  | { readonly found: 'THERE'; readonly events: readonly CanonicalEvent[] }
  | { readonly found: 'GONE'; readonly what: 'TICKET' | 'WORKLOG' }
  | { readonly found: 'NO_ACCESS' }
  /** It cannot be asked for so. */
  | { readonly found: 'UNASKABLE'; readonly why: string };

/** A tool said no, and would again: the message is for people, and says what to do. */
export class ToolRefused extends Error {
  constructor(
    message: string,
    /** Of HTTP. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** How one ticketing tool is asked. All of it is pure: requests out, answers in, by whatever way `ask` goes. */
export interface PullClient {
  readonly tool: TicketTool;
  /** Where it is unless the connection says otherwise; null where it has to be said. */
  readonly defaultBaseUrl: string | null;
  /** What of the settings stands in the way of asking, in sentences for people. */
  problems(settings: ConnectionSettings): readonly string[];
  /** What there is to read, in the order in which it is best read. The names stand in the database. */
  streams(settings: ConnectionSettings): readonly PullStream[];
  /** The cursor of what is to be read from this instant on. */
  beginning(stream: string, since: Instant): PullCursor;
  /** Rejects with ToolRefused where the tool says no, and with whatever `ask` rejects with. */
  page(call: PullCall, stream: string, cursor: PullCursor): Promise<PullPage>;
  ticket(call: PullCall, asked: TicketAsked): Promise<Looked>;
  worklog(call: PullCall, ticket: TicketAsked, worklogExternalId: string): Promise<Looked>;
}
