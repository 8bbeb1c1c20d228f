import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TICKET_TOOLS, type TicketTool } from '../../src/domain/tickets/ticket.js';
import { InboundWorker } from '../../src/jobs/inbound/inbound-worker.js';
import { Vault } from '../../src/platform/vault.js';
import { foundCompany, type Company } from '../support/company.js';
import { insertConnection } from '../support/connections.js';
import { signedBy } from '../support/hook-signatures.js';
import { githubHeaders, issueOpened, post, SECRET } from '../support/hooks.js';
import { startTestServer, type TestServer } from '../support/server.js';

const WHSEC = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const SECRETS: Readonly<Record<TicketTool, string>> = {
  JIRA: SECRET,
  GITHUB: SECRET,
  GITLAB: WHSEC,
  LINEAR: SECRET,
  AZURE_DEVOPS: 'user:password',
  GENERIC: WHSEC,
};
const NOW = '2026-03-02T09:00:00Z';

let server: TestServer;
let company: Company;

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server);
});

afterAll(() => server.stop());

const stamp = `"webhookTimestamp": ${Date.parse(NOW)}`;
const events =
  '"webhookEvent": "jira:issue_updated", "action": "opened", "eventType": "workitem.updated", "type": "Issue"';
const deep = (open: string, close: string, core: string): string => open.repeat(100_000) + core + close.repeat(100_000);

const HOSTILE: readonly (readonly [string, string | Uint8Array])[] = [
  ['lists 100,000 deep', `{${stamp}, ${events}, "issue": ${deep('[', ']', '')}}`],
  [
    'objects 100,000 deep',
    `{${stamp}, ${events}, "issue": ${deep('{"fields":', '}', '1')}, "data": ${deep('{"a":', '}', '1')}}`,
  ],
  ['a deep list alone', deep('[', ']', '1')],
  [
    'numbers beyond all numbers',
    `{${stamp}, ${events}, "issue": {"id": 1e400, "number": -1e400, "fields": {"timespent": 1e400}}, "object_attributes": {"id": 1e400, "total_time_spent": 1e308}, "data": {"id": "a", "estimate": 1e400}, "resource": {"id": 1e400, "rev": 1e400}}`,
  ],
  [
    'names that objects inherit',
    `{${stamp}, ${events}, "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "issue": {"__proto__": {"id": 1}, "toString": 1, "hasOwnProperty": 1}, "resource": {"fields": {"__proto__": {"System.Title": 1}}}}`,
  ],
  [
    'a name that comes twice',
    `{${stamp}, ${events}, "issue": {"id": 1}, "issue": {"id": 2}, "events": [], "events": {}}`,
  ],
  [
    'NUL in names and values',
    `{${stamp}, ${events}, "a\\u0000b": "\\u0000", "issue": {"id": "\\u0000", "title": "\\ud800"}}`,
  ],
  ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
  ['compressed bytes', gzipSync(issueOpened(1))],
  ['a list of many events', `{"specversion": "1", "events": [${'{"type":"ticket.upserted"},'.repeat(20_000)}1]}`],
  ['nothing', ''],
];

describe('whatever is sent to the hook', () => {
  it.each(TICKET_TOOLS)('of %s, authentic and hostile, is answered with 200 and brings nothing down', async (tool) => {
    const { id, webhookPath } = await insertConnection(server, {
      portfolioKey: company.key,
      tool,
      secret: SECRETS[tool],
    });
    for (const [name, body] of HOSTILE) {
      const answer = await post(server, webhookPath, body, signedBy(tool, SECRETS[tool], body, Date.parse(NOW)));
      expect([name, answer.status]).toEqual([name, 200]);
    }
    await server.app.get(InboundWorker, { strict: false }).drain();
    const rows = await server.source.query(
      `SELECT status, reason FROM inbound_delivery WHERE connection_id = $1 AND (status IN ('RECEIVED', 'FAILED') OR attempts > 1)`,
      [id],
    );
    expect(rows).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is taken as bytes, in pieces and with any encoding that is stated', async () => {
    const { webhookPath } = await insertConnection(server, {
      portfolioKey: company.key,
      tool: 'GITHUB',
      secret: SECRET,
    });
    const body = Buffer.from(issueOpened(12));
    const headers = { ...githubHeaders(body), 'content-type': 'application/json' };
    expect(await raw(webhookPath, { headers, pieces: [body.subarray(0, 9), body.subarray(9)] })).toEqual([
      200,
      '{"status":"received"}',
    ]);
    const packed = gzipSync(body);
    const answer = await post(server, webhookPath, packed, { ...githubHeaders(packed), 'content-encoding': 'gzip' });
    expect([answer.status, answer.text]).toEqual([200, '{"status":"quarantined"}']);
  });

  it('finds its address as it was told, and none that is written otherwise', async () => {
    const { id } = await insertConnection(server, { portfolioKey: company.key, tool: 'GITHUB', secret: SECRET });
    const body = issueOpened(13);
    const status = async (path: string) => (await post(server, path, body, githubHeaders(body))).status;
    expect(await status(`/hooks/github/${id}?a=b`)).toBe(200);
    for (const path of [
      `/hooks/github/${id.toUpperCase()}`,
      `/hooks/github/${id}/`,
      `/hooks/github/${id}/more`,
      '/hooks/github/',
      '/hooks',
      `/hooks/github/${id}%00`,
      `/hooks/__proto__/${id}`,
    ]) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
    expect(await status('/hooks/github/%ff')).toBe(400);
    expect(await status(`/hooks/github/${'a'.repeat(5_000)}`)).toBe(414);
  });

  it('says to other methods that there is but POST', async () => {
    const { webhookPath } = await insertConnection(server, {
      portfolioKey: company.key,
      tool: 'GITHUB',
      secret: SECRET,
    });
    for (const method of ['HEAD', 'OPTIONS', 'GET', 'PUT']) {
      const response = await fetch(`${server.url}${webhookPath}`, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
  });

  it('is refused by the server where its headers have no end', async () => {
    const { webhookPath } = await insertConnection(server, {
      portfolioKey: company.key,
      tool: 'GITHUB',
      secret: SECRET,
    });
    const body = issueOpened(14);
    const fine = { ...githubHeaders(body), 'x-github-delivery': 'd'.repeat(10_000) };
    expect((await post(server, webhookPath, body, fine)).text).toBe('{"status":"received"}');
    expect((await post(server, webhookPath, body, fine)).text).toBe('{"status":"duplicate"}');
    const [status] = await raw(webhookPath, { headers: { 'x-long': 'l'.repeat(100_000) }, pieces: [] });
    expect(status).toBe(431);
  });

  it('waits where the secret cannot be opened, says so in the health of the connection, and is taken once it can', async () => {
    const { id, webhookPath } = await insertConnection(server, {
      portfolioKey: company.key,
      tool: 'GITHUB',
      secret: SECRET,
    });
    const [{ secret }] = await server.source.query('SELECT secret FROM integration_connection WHERE id = $1', [id]);
    const foreign = new Vault(Buffer.alloc(32, 9)).seal(SECRET, `integration_connection:${id}:secret`);
    const put = (sealed: Buffer) =>
      server.source.query('UPDATE integration_connection SET secret = $2 WHERE id = $1', [id, sealed]);
    await put(foreign);
    const body = issueOpened(15);
    const headers = githubHeaders(body);
    const answer = await post(server, webhookPath, body, headers);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(answer.text).not.toContain(SECRET);
    const { integrationConnection } = await server.admin.ask(
      'query ($id: ID!) { integrationConnection(id: $id) { health { status signatureFailures } } }',
      { id },
    );
    expect(integrationConnection.health).toEqual({ status: 'SECRET_UNREADABLE', signatureFailures: 0 });
    await put(secret as Buffer);
    expect((await post(server, webhookPath, body, headers)).text).toBe('{"status":"received"}');
  });
});

/** A request in pieces, without a stated length. */
const raw = (
  path: string,
  { headers, pieces }: { headers: Record<string, string>; pieces: readonly Uint8Array[] },
): Promise<readonly [number | undefined, string]> =>
  new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          resolve([response.statusCode, Buffer.concat(chunks).toString()]);
        });
    }).on('error', reject);
    pieces.forEach((piece) => sent.write(piece));
    sent.end();
  });
