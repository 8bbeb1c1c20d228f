import { instantOf, type Instant } from '../../src/domain/basics/instant.js';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../src/domain/tickets/ticket.js';
import type { PullCall, PullClient, PullCursor, ToolAnswer, ToolRequest } from '../../src/tools/pull-client.js';

export const SETTINGS: ConnectionSettings = {
  effort: 'NONE',
  countOpeningBalance: false,
  statusCategories: {},
  pointsField: null,
  hoursField: null,
  ignoredUserIds: [],
  baseUrl: null,
  projects: [],
  userName: null,
};

export const NOW = instantOf(Date.parse('2026-03-02T09:00:00Z'));

/** Cut off: as if the process had been killed. */
export class Killed extends Error {}

/** Asks without patience, and can be cut off at the nth request. */
export const callOf = (baseUrl: string, settings: Partial<ConnectionSettings>, killAt = Infinity): PullCall => {
  let asked = 0;
  const ask = async ({ method, path, headers, body }: ToolRequest): Promise<ToolAnswer> => {
    asked += 1;
    if (asked === killAt) {
      throw new Killed();
    }
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers.entries()),
      body: text === '' ? null : JSON.parse(text),
    };
  };
  return { ask, settings: { ...SETTINGS, ...settings }, baseUrl, credential: 'the-token', now: NOW, learnt: new Map() };
};

/** How far each stream was read, and what was taken in on the way: the two are kept together. */
export interface Kept {
  readonly cursors: Map<string, PullCursor>;
  readonly events: CanonicalEvent[];
}

export const beginningOf = (client: PullClient, call: PullCall, since: Instant): Kept => ({
  cursors: new Map(
    client.streams(call.settings).map(({ name }): [string, PullCursor] => [name, client.beginning(name, since)]),
  ),
  events: [],
});

/** Reads all streams up to now. Cut off, it leaves what it had kept until then. */
export const sweep = async (client: PullClient, call: PullCall, kept: Kept): Promise<void> => {
  for (const [stream, begun] of kept.cursors) {
    let cursor = begun;
    for (let isLast = false; !isLast;) {
      // What is kept is kept as JSON.
      const page = await client.page(call, stream, JSON.parse(JSON.stringify(cursor)) as PullCursor);
      kept.events.push(...page.events);
      kept.cursors.set(stream, page.cursor);
      ({ cursor, isLast } = page);
    }
  }
};

/** The same things said, however often and in which order. */
export const saidIn = (events: readonly CanonicalEvent[]): readonly string[] =>
  [...new Set(events.map((event) => JSON.stringify(event)))].toSorted();
