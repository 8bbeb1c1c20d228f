import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CanonicalEvent, TicketSnapshot } from '../../src/domain/tickets/ticket.js';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import type { Normalized, RawDelivery } from '../../src/tools/tool-adapter.js';
import { sharedPath } from './shared.js';

/** How a careful reader read one body of the fixtures. */
export interface Reading {
  readonly native: string;
  readonly events: readonly {
    readonly type: string;
    readonly reason?: string;
    readonly seconds?: number;
    readonly cumulative?: number;
  }[];
  readonly ticket?: Readonly<Record<string, unknown>>;
  readonly changes?: readonly { readonly field: string; readonly from?: unknown; readonly to?: unknown }[];
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Fixture {
  readonly file: string;
  readonly expected: Reading;
  readonly delivery: RawDelivery;
  readonly body: unknown;
}

export const SETTINGS: ConnectionSettings = {
  effort: 'COUNTER',
  countOpeningBalance: false,
  statusCategories: {},
  pointsField: null,
  hoursField: null,
  ignoredUserIds: [],
  baseUrl: null,
  projects: [],
  userName: null,
};

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** A delivery of this JSON. */
export const deliveryOf = (body: unknown, headers: Readonly<Record<string, string>> = {}): RawDelivery => ({
  headers: lowerCased(headers),
  body: Buffer.from(JSON.stringify(body)),
});

/** Every body of a tool with its reading; files that hold `{headers, body}` are taken apart. None where the folder is absent. */
export const fixturesOf = (tool: string): readonly Fixture[] => {
  const folder = sharedPath(`fixtures/${tool}`);
  const readings = sharedPath('fixtures/expected.json');
  if (folder === null || readings === null) {
    return [];
  }
  const all = JSON.parse(readFileSync(readings, 'utf8')) as Record<string, Reading>;
  return readdirSync(folder)
    .filter((file) => `${tool}/${file}` in all)
    .map((file) => {
      const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        headers?: Record<string, string>;
        body?: unknown;
      };
      const expected = all[`${tool}/${file}`]!;
      const isEnvelope = json.headers !== undefined && json.body !== undefined;
      const body = isEnvelope ? json.body : json;
      const headers = { ...expected.headers, ...(isEnvelope ? json.headers : {}) };
      return { file, expected, body, delivery: deliveryOf(body, headers) };
    });
};

/** What of a reading is compared. */
export interface Compared {
  readonly native: string | null;
  readonly events: readonly string[];
  readonly effort: readonly { readonly seconds: number | null; readonly cumulative: number }[];
  readonly ticket: Readonly<Record<string, unknown>> | null;
  readonly changes: readonly { readonly field: string; readonly from?: unknown; readonly to?: unknown }[];
}

const TYPES: Readonly<Record<string, string>> = {
  'ticket.created': 'ticket.upserted',
  'ticket.updated': 'ticket.upserted',
  'ticket.refetch': 'refetch',
  ping: 'ignored: ping',
  invalid: 'unreadable',
};

const COMPARED_FIELDS: readonly (keyof TicketSnapshot)[] = [
  'externalId',
  'key',
  'projectKey',
  'title',
  'type',
  'statusName',
  'statusCategory',
  'labels',
  'components',
  'timeSpentSeconds',
  'originalEstimateSeconds',
  'remainingSeconds',
];

/** What a reading says, in our words, as far as they have any for it. */
export const expectedOf = (reading: Reading): Compared => {
  const ofEffort = reading.events.filter((event) => event.type === 'effort.delta');
  const others = reading.events.filter((event) => event.type !== 'effort.delta');
  const isKept = others.some((event) => event.type.startsWith('ticket.') && event.type !== 'ticket.refetch');
  const told = reading.ticket ?? {};
  const { assigneeId } = told;
  return {
    native: reading.native === 'none' ? null : reading.native,
    events: others.map((event) =>
      event.type === 'ignored'
        ? `ignored: ${event.reason ?? reading.native.split('.')[0]!}`
        : (TYPES[event.type] ?? event.type),
    ),
    effort: ofEffort.map(({ seconds, cumulative }) => ({ seconds: seconds ?? null, cumulative: cumulative ?? 0 })),
    ticket: isKept
      ? {
          ...Object.fromEntries(COMPARED_FIELDS.filter((field) => field in told).map((field) => [field, told[field]])),
          assigneeId,
        }
      : null,
    changes: isKept ? (reading.changes ?? []) : [],
  };
};

const ticketOf = (event: CanonicalEvent): TicketSnapshot | null => ('ticket' in event ? event.ticket : null);

/** What an adapter made of a fixture, in the form of `expectedOf`. A reading of a counter that moves nothing is no effort. */
export const actualOf = (normalized: Normalized, expected: Compared): Compared => {
  const { events } = normalized;
  const ticket = events.map(ticketOf).find((each) => each !== null) ?? null;
  const compared = COMPARED_FIELDS.filter((field) => expected.ticket === null || field in expected.ticket);
  return {
    native: normalized.eventName,
    events: events
      .filter((event) => event.type !== 'effort.counter')
      .map((event) => (event.type === 'ignored' ? `ignored: ${event.why}` : event.type)),
    effort: events
      .filter((event) => event.type === 'effort.counter')
      .map(({ cumulativeSeconds, previousSeconds }) => ({
        seconds: previousSeconds === null ? null : cumulativeSeconds - previousSeconds,
        cumulative: cumulativeSeconds,
      }))
      .filter(({ seconds, cumulative }) => seconds !== 0 && (seconds !== null || cumulative !== 0)),
    ticket:
      ticket === null
        ? null
        : {
            ...Object.fromEntries(compared.map((field) => [field, ticket[field]])),
            assigneeId: ticket.assignee?.externalId ?? null,
          },
    changes: events
      .flatMap((event) => (event.type === 'ticket.upserted' ? event.changes : []))
      .map(({ name, from, to }, index) => {
        const wanted = expected.changes[index] ?? {};
        return { field: name, ...('from' in wanted ? { from } : {}), ...('to' in wanted ? { to } : {}) };
      }),
  };
};
