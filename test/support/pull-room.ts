import type { CanonicalEvent, TicketTool } from '../../src/domain/tickets/ticket.js';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import { TakeIn, type Origin } from '../../src/modules/tickets/commands/take-in.js';
import { KnownTickets, type KnownTicket } from '../../src/modules/pulls/queries/known-tickets.js';
import { PullsUnderWay } from '../../src/modules/pulls/commands/pulls-under-way.js';
import { Networks } from '../../src/platform/http/networks.js';
import { Patience } from '../../src/platform/http/patient-http.js';
import { Pauses } from '../../src/platform/http/pauses.js';
import { newId } from '../../src/platform/ids.js';
import { Vault } from '../../src/platform/vault.js';
import { foundCompany, type Company } from './company.js';
import { startTestServer, type Json, type TestServer } from './server.js';

/** A server that asks fake tools, does not wait, and keeps what it would take in. */
export interface PullRoom {
  readonly server: TestServer;
  readonly company: Company;
  /** What was taken in and committed, by what it tells of: once each, however often it was told. */
  readonly taken: Map<string, CanonicalEvent>;
  readonly origins: Set<Origin>;
  /** Tickets that are linked already, as their tool names them. */
  readonly linked: KnownTicket[];
  /** How long it would have waited, in milliseconds. */
  readonly waits: number[];
  connect(tool: TicketTool, settings: Partial<ConnectionSettings>, credential?: string | null): Promise<string>;
  reconcile(id: string): Promise<Json>;
  backfill(id: string, since: string): Promise<Json>;
  /** Waits until all runs have ended. */
  settled(): Promise<void>;
  runs(id: string): Promise<Json[]>;
  stop(): Promise<void>;
}

const PLAIN: ConnectionSettings = {
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

const RUN = 'run { id kind status startedBy { name } } userErrors { code message field }';

/** What an event tells of, and the very thing it says. */
export const sayingOf = (event: CanonicalEvent): string => JSON.stringify(event);

/** `isReal`: what is read is taken in for good, and nothing is kept here. */
export const openPullRoom = async (isReal = false): Promise<PullRoom> => {
  const vault = new Vault(Buffer.alloc(32, 7));
  const server = await startTestServer(undefined, { vault, allowedNetworks: Networks.of('127.0.0.0/8') });
  const company = await foundCompany(server);
  const taken = new Map<string, CanonicalEvent>();
  const origins = new Set<Origin>();
  const linked: KnownTicket[] = [];
  const waits: number[] = [];
  const { app, source } = server;
  const replace = (service: object, other: object): void => {
    if (!isReal) {
      Object.assign(service, other);
    }
  };
  replace(app.get(TakeIn), {
    run: async (tx: unknown, _connection: unknown, events: readonly CanonicalEvent[], origin: Origin) => {
      origins.add(origin);
      const fresh = events.filter((event) => !taken.has(sayingOf(event)));
      fresh.forEach((event) => taken.set(sayingOf(event), event));
      await Promise.resolve(tx);
      return { verdict: fresh.length > 0 ? 'APPLIED' : 'DUPLICATE', reason: null, changed: fresh.length };
    },
  });
  replace(app.get(KnownTickets), {
    one: (_id: string, externalId: string | null, key: string | null) =>
      Promise.resolve(linked.find((each) => each.externalId === externalId || each.key === key) ?? null),
    linkedAfter: (_id: string, after: string, limit: number) =>
      Promise.resolve(
        linked
          .toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1))
          .filter(({ externalId }) => externalId > after)
          .slice(0, limit),
      ),
    deletedAmong: () => Promise.resolve(new Map()),
    versionsOf: () => Promise.resolve([]),
  });
  Object.assign(app.get(Patience), { timeoutMs: 400 });
  Object.assign(app.get(Pauses), {
    wait: (milliseconds: number) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  const [portfolio] = await source.query<{ id: string }[]>('SELECT id FROM portfolio WHERE key = $1', [company.key]);
  return {
    server,
    company,
    taken,
    origins,
    linked,
    waits,
    connect: async (tool, settings, credential = 'the-token') => {
      const id = newId();
      await source.query(
        `INSERT INTO integration_connection (id, portfolio_id, tool, name, settings, secret, credential, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '2026-01-01T00:00:00Z', $8)`,
        [
          id,
          portfolio?.id,
          tool,
          `${tool} ${id}`,
          JSON.stringify({ ...PLAIN, ...settings }),
          Buffer.from('sealed'),
          credential === null ? null : vault.seal(credential, `integration_connection:${id}:credential`),
          company.admin.userId,
        ],
      );
      return id;
    },
    reconcile: async (id) =>
      (await company.admin.ask(`mutation ($id: ID!) { integrationConnectionReconcile(id: $id) { ${RUN} } }`, { id }))
        .integrationConnectionReconcile,
    backfill: async (id, since) =>
      (
        await company.admin.ask(
          `mutation ($id: ID!, $since: DateTime!) { integrationConnectionBackfill(id: $id, since: $since) { ${RUN} } }`,
          { id, since },
        )
      ).integrationConnectionBackfill,
    settled: () => app.get(PullsUnderWay).settled(),
    runs: (id) => source.query('SELECT * FROM pull_run WHERE connection_id = $1 ORDER BY started_at, id', [id]),
    stop: () => server.stop(),
  };
};
