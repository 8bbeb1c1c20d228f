import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { parseInstant, type Instant } from '../../src/domain/basics/instant.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import { MakeFirstAdmin } from '../../src/modules/identity/commands/make-first-admin.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { GivenClock } from '../../src/platform/clock.js';
import type { ProductSurroundings } from '../../src/app.module.js';
import { Compilation } from '../../src/platform/graphql/compiled-documents.plugin.js';
import { createServer } from '../../src/server.js';
import { createTestDatabase, type TestDatabase } from './database.js';

// Tests look into answers by name and say what they expect there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly data: Json;
  readonly errors: { message: string; extensions: { code: string } }[] | undefined;
}

/** Asks the server as one person: `ask` gives data, `answer` the whole answer. */
export interface Client {
  readonly token: string;
  answer(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  ask(query: string, variables?: Record<string, unknown>): Promise<Json>;
}

export interface TestServer {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** As the owner of the tables, who sees all: for looking behind the server. */
  readonly source: DataSource;
  /** What the server itself asks by. */
  readonly served: DataSource;
  readonly databaseUrl: string;
  readonly admin: Client;
  /** Puts the clock: `2026-03-01T09:00:00Z`. */
  at(instant: string): void;
  as(token: string): Client;
  /** A new user with a token of its own and these roles in a portfolio. */
  member(name: string, portfolioKey: string, roles: readonly string[]): Promise<Client & { readonly userId: string }>;
  stop(): Promise<void>;
}

// Each document at its first coming, so that all tests are of compiled ones. TOLLGATE_COMPARE_EXECUTORS=1 has each carried out by
// the executor of graphql-js as well, and fails where that answers otherwise; statements are counted twice then.
const COMPILED = new Compilation(1, process.env['TOLLGATE_COMPARE_EXECUTORS'] === '1');

const ADMIN_TOKEN = 'the-first-admins-token-of-this-test-run';
const BEGINNING = '2026-03-02T09:00:00Z';

const instant = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed === null) {
    throw new Error(`${text} is no instant`);
  }
  return parsed;
};

/** What a test may state; without a port or a database of its own it takes a free one and a new one. */
type Given = Pick<
  ProductSurroundings,
  | 'accessTokens'
  | 'allowedNetworks'
  | 'compilation'
  | 'limits'
  | 'publicUrl'
  | 'replicas'
  | 'signIn'
  | 'trustedProxies'
  | 'vault'
> & {
  readonly port?: number;
  readonly database?: TestDatabase;
};

/** The real server on a database and a port of its own, with a clock that stands where it is put unless another is given. */
export const startTestServer = async (
  clock = new GivenClock(instant(BEGINNING)),
  { port = 0, database: stated, ...given }: Given = {},
): Promise<TestServer> => {
  const database = stated ?? (await createTestDatabase());
  const app = await createServer({ source: database.served, clock, compilation: COMPILED, ...given });
  await app.get(PublishTemplate).ship(DEFAULT_TEMPLATE);
  await app.get(MakeFirstAdmin).run(ADMIN_TOKEN);
  await app.listen(port, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const admin = clientOf(url, ADMIN_TOKEN);
  return {
    url,
    app,
    source: database.source,
    served: database.served,
    databaseUrl: database.url,
    admin,
    at: (text) => {
      clock.set(instant(text));
    },
    as: (token) => clientOf(url, token),
    member: (name, portfolioKey, roles) => memberOf(admin, url, { name, portfolioKey, roles }),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
};

const clientOf = (url: string, token: string): Client => {
  const answer = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  };
  return {
    token,
    answer,
    ask: async (query, variables) => {
      const { data, errors } = await answer(query, variables);
      if (errors) {
        throw new Error(errors.map((error) => `${error.extensions.code}: ${error.message}`).join('\n'));
      }
      return data;
    },
  };
};

let people = 0;

const memberOf = async (
  admin: Client,
  url: string,
  { name, portfolioKey, roles }: { name: string; portfolioKey: string; roles: readonly string[] },
) => {
  people += 1;
  const { userCreate } = await admin.ask(
    'mutation ($input: UserCreateInput!) { userCreate(input: $input) { user { id } userErrors { message } } }',
    { input: { name, email: `person-${people}@example.org` } },
  );
  const userId = userCreate.user.id as string;
  const { apiTokenCreate } = await admin.ask(
    'mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { token } }',
    { input: { userId, name: 'test' } },
  );
  await admin.ask(
    'mutation ($key: String!, $input: PortfolioMemberSetInput!) { portfolioMemberSet(portfolioKey: $key, input: $input) { userErrors { message } } }',
    { key: portfolioKey, input: { userId, roles } },
  );
  return { ...clientOf(url, apiTokenCreate.token as string), userId };
};
