import { randomBytes } from 'node:crypto';
import { NoteSignatureFailure } from '../../src/modules/connections/commands/note-signature-failure.js';
import { ConnectionSecrets } from '../../src/modules/connections/queries/connection-secrets.js';
import { parseInstant, type Instant } from '../../src/domain/basics/instant.js';
import { Vault } from '../../src/platform/vault.js';
import { insertConnection } from '../support/connections.js';
import { startTestServer, type TestServer } from '../support/server.js';

const CREATE = `mutation ($input: IntegrationConnectionCreateInput!) { integrationConnectionCreate(input: $input) {
  connection { id tool name webhookPath paused lastDeliveryAt settings version } secret userErrors { code field } } }`;
const ROTATE = `mutation ($id: ID!) { integrationConnectionRotateSecret(id: $id) {
  connection { id previousSecretUntil } secret userErrors { code } } }`;
const HEALTH = `query ($id: ID!) { integrationConnection(id: $id) { health {
  status signatureFailures signatureAlarm recentSignatureFailures { at why } waiting lagSeconds } } }`;

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
  });
});
