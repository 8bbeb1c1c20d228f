import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TicketTool } from '../../src/domain/tickets/ticket.js';
import { MOST_AT_ONCE } from '../../src/modules/deliveries/http/admission.js';
import { allowConnections } from '../support/database.js';
import { foundCompany, type Company } from '../support/company.js';
import { insertConnection, type InsertedConnection } from '../support/connections.js';
import { githubHeaders, issueOpened, post, SECRET } from '../support/hooks.js';
import { describeWithShared } from '../support/shared.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

interface Row {
  readonly status: string;
  readonly reason: string | null;
  readonly event_name: string | null;
  readonly repetitions: number;
  readonly body: Buffer | null;
  readonly body_sha256: Buffer;
  readonly headers: Record<string, string>;
  readonly due_at: string | null;
}

let server: TestServer;
let company: Company;

beforeAll(async () => {
  server = await startTestServer();
  company = await foundCompany(server);
});

afterAll(async () => {
  await server.stop();
});

const rowsOf = (connectionId: string): Promise<Row[]> =>
  server.source.query('SELECT * FROM inbound_delivery WHERE connection_id = $1 ORDER BY id', [connectionId]);

const github = async (more: Partial<InsertedConnection> = {}): Promise<string> =>
  (await insertConnection(server, { portfolioKey: company.key, tool: 'GITHUB', secret: SECRET, ...more })).id;

const send = (id: string, body: string | Uint8Array, headers = githubHeaders(body)) =>
  post(server, `/hooks/github/${id}`, body, headers);

describe('the hook of a connection', () => {
  it('keeps an authentic delivery and answers at once', async () => {
    const id = await github();
    const body = issueOpened(1);
    const answer = await send(id, body, {
      ...githubHeaders(body),
      authorization: 'Bearer x',
      cookie: 'a=b',
      'x-gitlab-token': 'secret',
      'x-else': 'y',
    });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { status: 'received' }]);
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ status: 'RECEIVED', reason: null, event_name: 'issues.opened', repetitions: 0 });
    expect(row?.body?.toString()).toBe(body);
    expect(row?.due_at).not.toBeNull();
    expect(Object.keys(row?.headers ?? {}).sort()).toEqual([
      'content-type',
      'user-agent',
      'x-github-delivery',
      'x-github-event',
    ]);
  });

  it('answers 404 for an id that is none, and where the tool is another, in the same words', async () => {
    const id = await github();
    const answers = [
      await post(server, `/hooks/github/${randomUUID()}`, '{}', {}),
      await post(server, '/hooks/github/not-an-id', '{}', {}),
      await post(server, `/hooks/gitlab/${id}`, '{}', {}),
      await post(server, `/hooks/none/${id}`, '{}', {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('answers 410 once the connection is deleted', async () => {
    const id = await github();
    await server.source.query('UPDATE integration_connection SET deleted_at = now() WHERE id = $1', [id]);
    expect((await send(id, '{}')).status).toBe(410);
    expect(await rowsOf(id)).toEqual([]);
  });

  it('answers 401 with nothing for a missing or wrong signature, and keeps no delivery', async () => {
    const id = await github();
    const answers = [
      await send(id, issueOpened(1), { 'x-github-event': 'issues' }),
      await send(id, issueOpened(1), githubHeaders(issueOpened(2))),
      await send(id, issueOpened(1), githubHeaders(issueOpened(1), { secret: 'another secret, as long' })),
    ];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [401, ''],
      [401, ''],
      [401, ''],
    ]);
    expect(await rowsOf(id)).toEqual([]);
  });

  it('takes both secrets during a rotation, and the older one no longer than that', async () => {
    const older = 'the-secret-from-before';
    const id = await github({ previousSecret: older, previousSecretUntil: '2026-03-02T10:00:00Z' });
    const body = issueOpened(3);
    expect((await send(id, body, githubHeaders(body, { secret: older }))).status).toBe(200);
    expect((await send(id, body, githubHeaders(body))).status).toBe(200);
    server.at('2026-03-02T10:00:01Z');
    expect((await send(id, body, githubHeaders(body, { secret: older }))).status).toBe(401);
    server.at('2026-03-02T09:00:00Z');
  });

  it('quarantines what is authentic and cannot be read, whatever type it is said to be', async () => {
    const id = await github();
    const bodies = ['{"action": "opened"', '', '"text"', 'null', '[1,', Buffer.from([0xff, 0xfe, 0x00])];
    for (const body of bodies) {
      for (const type of ['application/json', 'text/plain', 'a strange; type', 'multipart/form-data']) {
        const answer = await send(id, body, { ...githubHeaders(body), 'content-type': type });
        expect([answer.status, answer.text]).toEqual([200, '{"status":"quarantined"}']);
      }
    }
    const rows = await rowsOf(id);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['QUARANTINED']));
    expect(rows.every(({ reason }) => (reason ?? '').length > 5)).toBe(true);
  });

  it('ignores events it does not know by their name, and comments without their content', async () => {
    const id = await github();
    const star = JSON.stringify({ action: 'created', sender: { id: 1, login: 'a' } });
    expect((await send(id, star, githubHeaders(star, { event: 'star' }))).text).toBe('{"status":"ignored"}');
    const comment = JSON.stringify({
      ...(JSON.parse(issueOpened(4)) as object),
      action: 'created',
      comment: { id: 9, body: 'private' },
    });
    expect((await send(id, comment, githubHeaders(comment, { event: 'issue_comment' }))).text).toBe(
      '{"status":"ignored"}',
    );
    const [unknown, about] = await rowsOf(id);
    expect(unknown).toMatchObject({ status: 'IGNORED' });
    expect(unknown?.reason).toContain('star');
    expect(unknown?.body).not.toBeNull();
    expect(about).toMatchObject({ status: 'IGNORED', reason: 'comment', body: null });
    expect(about?.body_sha256).toHaveLength(32);
  });

  it('counts what comes again and changes nothing else', async () => {
    const id = await github();
    const body = issueOpened(5);
    const headers = githubHeaders(body);
    const first = await send(id, body, headers);
    const again = await Promise.all([1, 2, 3].map(() => send(id, body, headers)));
    expect(first.text).toBe('{"status":"received"}');
    expect(again.map(({ status, text }) => [status, text])).toEqual(
      [1, 2, 3].map(() => [200, '{"status":"duplicate"}']),
    );
    expect(await rowsOf(id)).toMatchObject([{ status: 'RECEIVED', repetitions: 3 }]);
  });

  it('drops what we caused ourselves', async () => {
    const id = await github({ settings: { ignoredUserIds: ['77'] } });
    expect((await send(id, issueOpened(6))).text).toBe('{"status":"ignored"}');
    expect(await rowsOf(id)).toMatchObject([{ status: 'IGNORED', reason: 'caused by us' }]);
  });

  it('keeps what comes while the connection is paused, for later', async () => {
    const id = await github({ paused: true });
    expect((await send(id, issueOpened(7))).text).toBe('{"status":"received"}');
    expect(await rowsOf(id)).toMatchObject([{ status: 'RECEIVED', due_at: null }]);
  });

  it('reads the form in which GitHub sends, by the signature of its bytes', async () => {
    const id = await github();
    const form = new URLSearchParams({ payload: issueOpened(8, 'Ä & ö') }).toString();
    const answer = await send(id, form, {
      ...githubHeaders(form),
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.text).toBe('{"status":"received"}');
    expect(await rowsOf(id)).toMatchObject([{ event_name: 'issues.opened' }]);
  });

  it('takes NUL and halves of surrogate pairs in what is sent', async () => {
    const id = await github();
    const body = issueOpened(9, 'a\\u0000b\\ud800c').replaceAll('\\\\u', '\\u');
    expect((await send(id, body)).status).toBe(200);
    const { webhookPath } = await insertConnection(server, {
      portfolioKey: company.key,
      tool: 'AZURE_DEVOPS',
      secret: 'user:password',
    });
    const odd =
      '{"subscriptionId":"\\u0000a","notificationId":"\\udc00b","eventType":"work\\u0000item.\\ud800created"}';
    const headers = { authorization: `Basic ${Buffer.from('user:password').toString('base64')}` };
    expect((await post(server, webhookPath, odd, headers)).status).toBe(200);
    expect((await post(server, webhookPath, odd, headers)).text).toBe('{"status":"duplicate"}');
  });

  it('keeps 5 MB, takes 25 MB without keeping them, and refuses more', async () => {
    const id = await github();
    const padded = (bytes: number): Buffer => Buffer.from(issueOpened(10).padEnd(bytes, ' '));
    expect((await send(id, padded(5_000_000))).text).toBe('{"status":"received"}');
    expect((await send(id, padded(5_000_001))).text).toBe('{"status":"quarantined"}');
    expect((await send(id, padded(25_000_000))).text).toBe('{"status":"quarantined"}');
    expect((await send(id, padded(25_000_001))).status).toBe(413);
    // Of an unauthentic one nobody learns how much is taken.
    expect((await send(id, padded(6_000_000), {})).status).toBe(401);
    const rows = await rowsOf(id);
    expect(rows.map(({ status, body }) => [status, body?.length ?? null])).toEqual([
      ['RECEIVED', 5_000_000],
      ['QUARANTINED', null],
      ['QUARANTINED', null],
    ]);
    expect(rows[1]?.reason).toContain('5000001 bytes');
  });

  it('takes nothing but POST', async () => {
    const id = await github();
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await fetch(`${server.url}/hooks/github/${id}`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  it('publishes the form of the generic hook', async () => {
    const response = await fetch(`${server.url}/hooks/generic/schema.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
  });

  it('says 503 where too much comes at once, and 429 to Jira', async () => {
    const id = await github();
    const { port } = new URL(server.url);
    // Each waits for the word that its request is being read: one that is sent meanwhile could take the place of another.
    const hold = async (): Promise<Socket> => {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
      const heard = once(socket, 'data');
      socket.write(
        `POST /hooks/github/${id} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n{`,
      );
      expect(String((await heard)[0])).toMatch(/^HTTP\/1.1 100 /);
      return socket;
    };
    const sockets = await Promise.all(Array.from({ length: MOST_AT_ONCE }, hold));
    const answer = await send(id, '{}');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await post(server, `/hooks/jira/${randomUUID()}`, '{}', {})).status).toBe(429);
    sockets.forEach((socket) => socket.destroy());
    await until('places are free again', async () => (await send(id, '{}', {})).status === 401);
  });

  it('says 503 while the database is away, and takes the same delivery afterwards', async () => {
    const id = await github();
    const body = issueOpened(11);
    const headers = githubHeaders(body);
    await allowConnections(server.databaseUrl, false);
    try {
      await terminateOthers();
      const answer = await send(id, body, headers);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    } finally {
      await allowConnections(server.databaseUrl, true);
    }
    expect((await send(id, body, headers)).text).toBe('{"status":"received"}');
  });

  it('tells operators what became of deliveries', async () => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toMatch(/tollgate_inbound_deliveries\{tool="GITHUB",outcome="received"\} [1-9]/);
    expect(text).toMatch(/tollgate_inbound_signature_failures\{tool="GITHUB"\} [1-9]/);
    expect(text).toMatch(/tollgate_inbound_unknown_addresses [1-9]/);
    expect(text).toMatch(/tollgate_inbound_waiting \d/);
    expect(text).toMatch(/tollgate_inbound_oldest_waiting_seconds 0/);
  });
});

const terminateOthers = (): Promise<unknown> =>
  server.source.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );

interface SignatureCase {
  readonly tool: string;
  readonly secret: string;
  readonly body: string;
  readonly headers: Record<string, string>;
  readonly now?: number;
  readonly accept: boolean;
  readonly why?: string;
}

const TOOLS: Readonly<Record<string, TicketTool>> = {
  github: 'GITHUB',
  gitlab: 'GITLAB',
  jira: 'JIRA',
  linear: 'LINEAR',
  azuredevops: 'AZURE_DEVOPS',
  'standard-webhooks': 'GENERIC',
};

describeWithShared('fixtures/signatures.json', 'signatures that others published', (path) => {
  it('are taken or refused over HTTP as they should be', async () => {
    const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: readonly SignatureCase[] };
    let tried = 0;
    for (const each of cases) {
      const tool = TOOLS[each.tool];
      if (tool === undefined) {
        continue;
      }
      const { webhookPath } = await insertConnection(server, {
        portfolioKey: company.key,
        tool,
        secret: each.secret,
      });
      server.at(new Date(each.now ?? Date.parse('2026-03-02T09:00:00Z')).toISOString());
      const answer = await post(server, webhookPath, each.body, each.headers);
      expect({ case: each, status: answer.status }).toEqual({ case: each, status: each.accept ? 200 : 401 });
      tried += 1;
    }
    server.at('2026-03-02T09:00:00Z');
    expect(tried).toBeGreaterThan(10);
  });
});
