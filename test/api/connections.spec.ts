import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { NoteSignatureFailure } from '../../src/modules/connections/commands/note-signature-failure.js';
import { ConnectionSecrets } from '../../src/modules/connections/queries/connection-secrets.js';
import { parseInstant, type Instant } from '../../src/domain/basics/instant.js';
import { GivenClock } from '../../src/platform/clock.js';
import { servedSource } from '../support/served.js';
import { Vault } from '../../src/platform/vault.js';
import { createServer } from '../../src/server.js';
import { insertConnection } from '../support/connections.js';
import { githubHeaders } from '../support/hooks.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';

const CREATE = `mutation ($input: IntegrationConnectionCreateInput!) { integrationConnectionCreate(input: $input) {
  connection { id tool name webhookPath paused lastDeliveryAt settings version } secret userErrors { code field } } }`;
const ROTATE = `mutation ($id: ID!) { integrationConnectionRotateSecret(id: $id) {
  connection { id previousSecretUntil } secret userErrors { code } } }`;
const HEALTH = `query ($id: ID!) { integrationConnection(id: $id) { health {
  status signatureFailures signatureAlarm recentSignatureFailures { at why } waiting lagSeconds } } }`;

const CREDENTIAL = `mutation ($id: ID!, $credential: String) { integrationConnectionSetCredential(id: $id, credential: $credential) {
  connection { version hasCredential } userErrors { code field } } }`;

const NOW = parseInstant('2026-03-02T09:00:00Z') as Instant;

describe('Connections to ticketing tools', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "ACME", name: "Acme" }) { userErrors { message } } }',
    );
  });
  afterAll(() => server.stop());

  const create = async (input: Record<string, unknown>) =>
    (await server.admin.ask(CREATE, { input: { portfolioKey: 'ACME', ...input } })).integrationConnectionCreate;
  const healthOf = async (id: string) => (await server.admin.ask(HEALTH, { id })).integrationConnection.health;

  it('makes a secret, shows it once and keeps it sealed', async () => {
    const { connection, secret, userErrors } = await create({ tool: 'GITLAB', name: 'Lab' });
    expect(userErrors).toEqual([]);
    expect(secret).toMatch(/^whsec_/);
    expect(connection.webhookPath).toBe(`/hooks/gitlab/${connection.id}`);
    expect(connection.settings).toMatchObject({ effort: 'COUNTER', countOpeningBalance: true });
    const dump = JSON.stringify(
      await server.source.query('SELECT encode(secret, $1) AS s, c::text FROM integration_connection c', ['escape']),
    );
    expect(dump).not.toContain(secret);
  });

  it('says all that is wrong at once', async () => {
    await create({ tool: 'JIRA', name: 'Twice' });
    const settings = { effort: 'SOME', nonsense: 1, baseUrl: 'http://tools.example' };
    const { userErrors } = await create({ tool: 'JIRA', name: 'twice', secret: 'short', settings });
    expect(
      userErrors.map(({ code, field }: { code: string; field: string[] }) => `${code} ${field.join('.')}`).sort(),
    ).toEqual([
      'ALREADY_EXISTS input.name',
      'INVALID input.secret',
      'INVALID input.settings.baseUrl',
      'INVALID input.settings.effort',
      'INVALID input.settings.nonsense',
    ]);
  });

  it('hides connections from strangers, and forbids members without the role', async () => {
    const { id } = await insertConnection(server, { portfolioKey: 'ACME', tool: 'GITHUB', secret: 'x' });
    const member = await server.member('Vera', 'ACME', ['REVIEWER']);
    expect((await member.answer(ROTATE, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "OTHER", name: "Other" }) { userErrors { message } } }',
    );
    const stranger = await server.member('Stan', 'OTHER', ['ADMIN']);
    const { integrationConnectionRotateSecret: refused } = await stranger.ask(ROTATE, { id });
    expect(refused.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  });

  it('keeps the last 20 failed signatures and raises the alarm', async () => {
    const { id } = await insertConnection(server, { portfolioKey: 'ACME', tool: 'GITHUB', secret: 'x' });
    expect((await healthOf(id)).status).toBe('NEVER_HEARD');
    for (let i = 0; i < 22; i += 1) {
      await server.app.get(NoteSignatureFailure).run(id, 'WRONG', NOW);
    }
    const health = await healthOf(id);
    expect(health).toMatchObject({ status: 'SIGNATURES_FAIL', signatureFailures: 20, signatureAlarm: true });
    expect(health.recentSignatureFailures).toHaveLength(20);
  });

  it('says that secrets cannot be read with another key, and is healed by rotation', async () => {
    const { id } = await insertConnection(server, { portfolioKey: 'ACME', tool: 'GITHUB', secret: 'x' });
    const other = new Vault(randomBytes(32)).seal('x', `integration_connection:${id}:secret`);
    await server.source.query('UPDATE integration_connection SET secret = $2 WHERE id = $1', [id, other]);
    expect((await healthOf(id)).status).toBe('SECRET_UNREADABLE');
    const { integrationConnectionRotateSecret: rotated } = await server.admin.ask(ROTATE, { id });
    expect(rotated.connection.previousSecretUntil).toBeNull();
    expect((await healthOf(id)).status).toBe('NEVER_HEARD');
    const again = (await server.admin.ask(ROTATE, { id })).integrationConnectionRotateSecret;
    expect(await server.app.get(ConnectionSecrets).inForce(id, NOW)).toEqual([again.secret, rotated.secret]);
    expect(await server.app.get(ConnectionSecrets).inForce(id, again.connection.previousSecretUntil)).toEqual([
      again.secret,
    ]);
    const same = await server.admin.ask(
      'mutation ($id: ID!, $secret: String) { integrationConnectionRotateSecret(id: $id, secret: $secret) { userErrors { code field } } }',
      { id, secret: again.secret },
    );
    expect(same.integrationConnectionRotateSecret.userErrors).toEqual([{ code: 'INVALID', field: ['secret'] }]);
    expect(await server.app.get(ConnectionSecrets).inForce(id, NOW)).toEqual([again.secret, rotated.secret]);
  });

  const AUDIT = `SELECT body FROM audit_event WHERE body::text LIKE $1`;
  const UPDATE = `mutation ($id: ID!, $input: IntegrationConnectionUpdateInput!) { integrationConnectionUpdate(id: $id, input: $input) {
    connection { name version settings } userErrors { code field ... on StaleVersionError { currentVersion } } } }`;
  const PAUSE = `mutation ($id: ID!, $paused: Boolean!) { integrationConnectionSetPaused(id: $id, paused: $paused) {
    connection { paused version health { status } } userErrors { code } } }`;
  const DELETE = `mutation ($id: ID!) { integrationConnectionDelete(id: $id) { connection { id name } userErrors { code } } }`;

  it('is changed by whoever saw it last, and says which version there is to all others', async () => {
    const { connection } = await create({ tool: 'JIRA', name: 'Before' });
    const update = async (input: Record<string, unknown>) =>
      (await server.admin.ask(UPDATE, { id: connection.id, input })).integrationConnectionUpdate;
    const changed = await update({ name: 'After', settings: { effort: 'COUNTER' }, expectedVersion: 1 });
    expect(changed).toMatchObject({
      connection: { name: 'After', version: 2, settings: { effort: 'COUNTER', countOpeningBalance: true } },
      userErrors: [],
    });
    const late = await update({ name: '', expectedVersion: 1 });
    expect(late.userErrors).toEqual([
      expect.objectContaining({ code: 'STALE_VERSION', currentVersion: 2 }),
      expect.objectContaining({ code: 'INVALID', field: ['input', 'name'] }),
    ]);
    // The settings that are left out stay.
    expect((await update({ name: 'Later', expectedVersion: 2 })).connection).toMatchObject({
      name: 'Later',
      settings: { effort: 'COUNTER' },
    });
  });

  it('is paused and resumed, and counts no version where nothing changes', async () => {
    const { connection } = await create({ tool: 'JIRA', name: 'Pauses' });
    const pause = async (paused: boolean) =>
      (await server.admin.ask(PAUSE, { id: connection.id, paused })).integrationConnectionSetPaused.connection;
    expect(await pause(true)).toEqual({ paused: true, version: 2, health: { status: 'PAUSED' } });
    expect((await pause(true)).version).toBe(2);
    expect(await pause(false)).toEqual({ paused: false, version: 3, health: { status: 'NEVER_HEARD' } });
  });

  it('is gone once deleted: its hook says 410, its name is free, its secrets for asking are forgotten', async () => {
    const { connection } = await create({ tool: 'GITHUB', name: 'Ends' });
    const { id, webhookPath } = connection;
    await server.admin.ask(CREDENTIAL, { id, credential: 'a token to ask with' });
    expect((await server.admin.ask(DELETE, { id })).integrationConnectionDelete).toEqual({
      connection: { id, name: 'Ends' },
      userErrors: [],
    });
    expect((await fetch(`${server.url}${webhookPath}`, { method: 'POST', body: '{}' })).status).toBe(410);
    expect((await server.admin.ask(HEALTH, { id })).integrationConnection).toBeNull();
    for (const [mutation, more] of [
      [DELETE, {}],
      [ROTATE, {}],
      [PAUSE, { paused: true }],
      [CREDENTIAL, { credential: 'x' }],
      [UPDATE, { input: { expectedVersion: 1 } }],
    ] as const) {
      const [answer] = Object.values<Json>(await server.admin.ask(mutation, { id, ...more }));
      expect(answer.userErrors).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
    }
    expect(
      await server.source.query(
        'SELECT credential, previous_secret, previous_secret_until FROM integration_connection WHERE id = $1',
        [id],
      ),
    ).toEqual([{ credential: null, previous_secret: null, previous_secret_until: null }]);
    expect((await create({ tool: 'GITHUB', name: 'ends' })).userErrors).toEqual([]);
  });

  it('is asked with a credential that is never told, and taken away by null', async () => {
    const { connection } = await create({ tool: 'JIRA', name: 'Asked' });
    const set = async (credential: string | null) =>
      (await server.admin.ask(CREDENTIAL, { id: connection.id, credential })).integrationConnectionSetCredential;
    expect(await set('  ')).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['credential'] }] });
    expect(await set('c'.repeat(4_001))).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['credential'] }] });
    expect(await set(' token-of-the-tool ')).toMatchObject({ connection: { hasCredential: true, version: 2 } });
    expect(await server.app.get(ConnectionSecrets).credentialOf(connection.id)).toBe('token-of-the-tool');
    expect(await set(null)).toMatchObject({ connection: { hasCredential: false, version: 3 } });
    expect(await server.app.get(ConnectionSecrets).credentialOf(connection.id)).toBeNull();
  });

  it('tells the audit trail what was changed, and nobody its secrets', async () => {
    const stated = 'a stated secret, long enough';
    const { connection } = await create({ tool: 'JIRA', name: 'Audited', secret: stated });
    const { id } = connection;
    const rotated = (await server.admin.ask(ROTATE, { id })).integrationConnectionRotateSecret.secret as string;
    await server.admin.ask(CREDENTIAL, { id, credential: 'the-credential-of-a-tool' });
    await server.admin.ask(UPDATE, { id, input: { name: 'Audited!', expectedVersion: 3 } });
    await server.admin.ask(PAUSE, { id, paused: true });
    await server.admin.ask(PAUSE, { id, paused: false });
    await server.admin.ask(DELETE, { id });
    const rows: { body: string }[] = await server.source.query(AUDIT, [`%${id}%`]);
    expect(
      rows
        .map(({ body }) => JSON.parse(body) as { at: string; action: string })
        .map(({ action }) => action)
        .sort(),
    ).toEqual([
      'connection.created',
      'connection.credential_set',
      'connection.deleted',
      'connection.paused',
      'connection.resumed',
      'connection.secret_rotated',
      'connection.updated',
    ]);
    const everything = await everyText(server);
    for (const secret of [stated, rotated, 'the-credential-of-a-tool']) {
      expect(everything.includes(secret)).toBe(false);
      expect(everything.includes(Buffer.from(secret).toString('base64').replace(/=+$/, ''))).toBe(false);
      expect(everything.includes(Buffer.from(secret).toString('hex'))).toBe(false);
    }
  });

  it('is among those of its portfolio, by name, and not once it is deleted', async () => {
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "LIST", name: "List" }) { userErrors { message } } }',
    );
    const made = async (name: string) => (await create({ portfolioKey: 'LIST', tool: 'LINEAR', name })).connection;
    await made('beta');
    await made('Alpha');
    const { id } = await made('gamma');
    await server.admin.ask(DELETE, { id });
    const { portfolio, integrationConnections } = await server.admin.ask(
      '{ portfolio(key: "LIST") { integrationConnections { name } } integrationConnections(portfolioKey: "LIST") { name } }',
    );
    expect(portfolio.integrationConnections).toEqual([{ name: 'Alpha' }, { name: 'beta' }]);
    expect(integrationConnections).toEqual(portfolio.integrationConnections);
  });
});

describe('a server that begins again with another key of the vault', () => {
  it('says that no secret can be read, answers deliveries with 503, and is healed by new secrets', async () => {
    const server = await startTestServer();
    const source = await servedSource(server.databaseUrl);
    const again = await createServer({ source, clock: new GivenClock(NOW), vault: new Vault(randomBytes(32)) });
    try {
      await server.admin.ask(
        'mutation { portfolioCreate(input: { key: "ACME", name: "Acme" }) { userErrors { message } } }',
      );
      const { integrationConnectionCreate } = await server.admin.ask(CREATE, {
        input: { portfolioKey: 'ACME', tool: 'GITHUB', name: 'Hub' },
      });
      const { id, webhookPath } = integrationConnectionCreate.connection;
      await server.admin.ask(CREDENTIAL, { id, credential: 'a token to ask with' });
      await again.listen(0, '127.0.0.1');
      const url = `http://127.0.0.1:${(again.getHttpServer().address() as AddressInfo).port}`;
      const ask = async (query: string, variables: Record<string, unknown>): Promise<Json> => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${server.admin.token}` },
          body: JSON.stringify({ query, variables }),
        });
        return (await response.json()).data;
      };
      const status = async (): Promise<string> => (await ask(HEALTH, { id })).integrationConnection.health.status;
      const hook = (secret: string) =>
        fetch(`${url}${webhookPath}`, { method: 'POST', body: '{}', headers: githubHeaders('{}', { secret }) });
      expect(await status()).toBe('SECRET_UNREADABLE');
      expect((await hook(integrationConnectionCreate.secret)).status).toBe(503);
      const { secret } = (await ask(ROTATE, { id })).integrationConnectionRotateSecret;
      expect((await hook(secret)).status).toBe(200);
      // Its credential was sealed with the old key too.
      expect(await status()).toBe('SECRET_UNREADABLE');
      await ask(CREDENTIAL, { id, credential: 'a token to ask with' });
      expect(await status()).toBe('FAILING');
    } finally {
      await again.close();
      if (source.isInitialized) {
        await source.destroy();
      }
      await server.stop();
    }
  });
});

/** Every row of every table as text, and every bytea as hexadecimal. */
const everyText = async (server: TestServer): Promise<string> => {
  const tables: { name: string }[] = await server.source.query(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows: { text: string }[] = await server.source.query(`SELECT t::text AS text FROM ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
};
