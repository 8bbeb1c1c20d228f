import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { GivenClock } from '../../src/platform/clock.js';
import { parseInstant, type Instant } from '../../src/domain/basics/instant.js';
import { Networks } from '../../src/platform/http/networks.js';
import type { RequestLimits } from '../../src/platform/http/request-limits.js';
import { closing, rawSocket } from '../support/live.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const NONE: RequestLimits = {
  requestsPerMinute: 0,
  refusedPerMinute: 0,
  pointsPerMinute: 0,
  mostInFlight: 1_000,
  queryWithinMs: 25_000,
  operations: { atOnce: 1_000, mostWaiting: 0, patienceMs: 0 },
};
const STATE = '{ __typename }';

let server: TestServer;
const start = async (limits: Partial<RequestLimits>, trustedProxies?: Networks) => {
  server = await startTestServer(new GivenClock(parseInstant('2026-03-02T09:00:00Z') as Instant), {
    limits: { ...NONE, ...limits },
    ...(trustedProxies ? { trustedProxies } : {}),
  });
};
const ask = (token: string, query = STATE, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
const codeOf = async (response: Response): Promise<unknown> => {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return [response.status, errors?.[0]?.extensions.code ?? 'ok'];
};
const repeatedly = async (count: number, one: () => Promise<Response>): Promise<readonly unknown[]> => {
  const answers: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    answers.push(await codeOf(await one()));
  }
  return answers;
};

afterEach(() => server.stop());

describe('a client that asks too often', () => {
  it('is told when to come again, and probes are answered all the same', async () => {
    await start({ requestsPerMinute: 3 });
    const { token } = server.admin;
    expect(await repeatedly(4, () => ask(token))).toEqual([...Array(3).fill([200, 'ok']), [429, 'RATE_LIMITED']]);
    const refused = await ask(token);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });

  it('is not one that loads the files of the board, nor a tool that sends deliveries', async () => {
    await start({ requestsPerMinute: 1, refusedPerMinute: 1 });
    const statuses = async (path: string, method = 'GET'): Promise<readonly number[]> => [
      (await fetch(server.url + path, { method })).status,
      (await fetch(server.url + path, { method })).status,
      (await fetch(server.url + path, { method })).status,
    ];
    expect(await statuses('/assets/none.js')).toEqual([404, 404, 404]);
    expect(await statuses('/hooks/github/none', 'POST')).not.toContain(429);
    expect(await repeatedly(2, () => ask(server.admin.token))).toEqual([
      [200, 'ok'],
      [429, 'RATE_LIMITED'],
    ]);
  });

  it('is another client behind a proxy that is trusted, and the same behind one that is not', async () => {
    const from = (address: string) => () => ask(server.admin.token, STATE, { 'x-forwarded-for': address });
    await start({ requestsPerMinute: 1 }, Networks.of('127.0.0.0/8'));
    expect(await repeatedly(2, from('203.0.113.1'))).toEqual([
      [200, 'ok'],
      [429, 'RATE_LIMITED'],
    ]);
    expect(await repeatedly(1, from('203.0.113.2'))).toEqual([[200, 'ok']]);
    await server.stop();
    await start({ requestsPerMinute: 1 });
    expect(await repeatedly(1, from('203.0.113.1'))).toEqual([[200, 'ok']]);
    expect(await repeatedly(1, from('203.0.113.2'))).toEqual([[429, 'RATE_LIMITED']]);
  });

  it('is stopped after so many credentials that do not hold, while others go on', async () => {
    await start({ refusedPerMinute: 3 }, Networks.of('127.0.0.0/8'));
    const from = (address: string, token: string) => () => ask(token, STATE, { 'x-forwarded-for': address });
    const guesses = await repeatedly(5, from('203.0.113.1', 'a-guess'));
    expect(guesses).toEqual([...Array(3).fill([401, 'UNAUTHENTICATED']), ...Array(2).fill([429, 'RATE_LIMITED'])]);
    expect(await repeatedly(5, from('203.0.113.2', server.admin.token))).toEqual(Array(5).fill([200, 'ok']));
  });

  it('waits for no turn that will not come, however the address is spelled', async () => {
    await start({ operations: { atOnce: 0, mostWaiting: 0, patienceMs: 0 } });
    for (const path of ['/graphql', '/%67raphql', '/graphq%6C?x=1']) {
      const response = await fetch(server.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${server.admin.token}` },
        body: JSON.stringify({ query: STATE }),
      });
      expect([path, response.status]).toEqual([path, 503]);
    }
  });

  it('has points for a minute, and is told what each operation cost', async () => {
    await start({ pointsPerMinute: 100 });
    const page = '{ portfolio(key: "A") { initiatives { nodes { id key } } } }';
    const first = await ask(server.admin.token, page);
    expect(first.headers.get('x-tollgate-cost')).toBe('77');
    expect(await codeOf(first)).toEqual([200, 'ok']);
    const second = await ask(server.admin.token, page);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codeOf(second)).toEqual([429, 'RATE_LIMITED']);
  });
});

describe('a client that guesses tokens over WebSockets', () => {
  const PROXIES = Networks.of('127.0.0.0/8');
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const open = async (address: string) => {
    const socket = rawSocket(server.url, from(address));
    await once(socket, 'open');
    return socket;
  };
  const init = (token: string): string =>
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  /** How a connection ends that says who it is by this token; `let in` where it does not. */
  const tried = async (socket: Awaited<ReturnType<typeof open>>, token: string): Promise<unknown> => {
    const ended = closing(socket);
    const acknowledged = once(socket, 'message').then(() => 'let in');
    socket.send(init(token));
    const how = await Promise.race([ended.then(({ code }) => code), acknowledged]);
    socket.terminate();
    return how;
  };
  const guess = async (address: string, token = 'a-guess') => tried(await open(address), token);
  /** The status of a request for a WebSocket that is refused. */
  const refusal = async (address: string): Promise<readonly unknown[]> => {
    const socket = rawSocket(server.url, from(address));
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    return [response.statusCode, Number(response.headers['retry-after']) > 0];
  };

  it('is stopped after so many, there and over HTTP, while others go on', async () => {
    await start({ refusedPerMinute: 3 }, PROXIES);
    const ended = [await guess('203.0.113.1'), await guess('203.0.113.1'), await guess('203.0.113.1')];
    expect(ended).toEqual([4403, 4403, 4403]);
    expect(await refusal('203.0.113.1')).toEqual([429, true]);
    const headers = { 'x-forwarded-for': '203.0.113.1' };
    expect(await repeatedly(1, () => ask(server.admin.token, STATE, headers))).toEqual([[429, 'RATE_LIMITED']]);
    expect(await guess('203.0.113.2', server.admin.token)).toBe('let in');
    expect(await guess('2001:db8:1:2::1')).toBe(4403);
  });

  it('is stopped over WebSockets by its guesses over HTTP', async () => {
    await start({ refusedPerMinute: 3 }, PROXIES);
    const headers = { 'x-forwarded-for': '203.0.113.1' };
    await repeatedly(3, () => ask('a-guess', STATE, headers));
    expect(await refusal('203.0.113.1')).toEqual([429, true]);
  });

  it('has no more guesses by having many connections open first', async () => {
    await start({ refusedPerMinute: 3 }, PROXIES);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => open('203.0.113.1')));
    const ended = await Promise.all(sockets.map((socket) => tried(socket, 'a-guess')));
    expect(ended.filter((code) => code === 4403)).toHaveLength(3);
    expect(ended.filter((code) => code === 1013)).toHaveLength(17);
  });

  it('is one of an address that asks too often, of whatever', async () => {
    await start({ requestsPerMinute: 2 }, PROXIES);
    expect(await guess('203.0.113.1', server.admin.token)).toBe('let in');
    expect(await guess('203.0.113.1', server.admin.token)).toBe('let in');
    expect(await refusal('203.0.113.1')).toEqual([429, true]);
  });

  it('is believed where it comes from by the word of a trusted proxy only', async () => {
    await start({ refusedPerMinute: 1 });
    expect(await guess('203.0.113.1')).toBe(4403);
    expect(await refusal('203.0.113.2')).toEqual([429, true]);
  });
});

describe('a server with much to do', () => {
  const NAME = '{ portfolio(key: "A") { name } }';

  /** Nobody can read portfolios until the function it answers with is called. */
  const holdPortfolios = async (): Promise<() => Promise<void>> => {
    const runner = server.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE portfolio IN ACCESS EXCLUSIVE MODE');
    return async () => {
      await runner.rollbackTransaction();
      await runner.release();
    };
  };
  const waiting = async (count: number): Promise<boolean> => {
    const [row] = await server.source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return row?.count === count;
  };

  it('takes no more than it can, answers what it took, and takes again', async () => {
    await start({ mostInFlight: 1 });
    const release = await holdPortfolios();
    const slow = ask(server.admin.token, NAME);
    await until('the first to be under way', () => waiting(1));
    const refused = await ask(server.admin.token);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await codeOf(refused)).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    await release();
    expect(await codeOf(await slow)).toEqual([200, 'ok']);
    expect(await repeatedly(3, () => ask(server.admin.token))).toEqual(Array(3).fill([200, 'ok']));
  });

  it('serves others once a client has gone away without its answer', async () => {
    await start({ mostInFlight: 1 });
    const release = await holdPortfolios();
    const leaving = new AbortController();
    const left = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.admin.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: NAME }),
      signal: leaving.signal,
    }).catch(() => 'left');
    await until('it to be under way', () => waiting(1));
    leaving.abort();
    expect(await left).toBe('left');
    await until('its place to be free', async () => (await ask(server.admin.token)).status === 200);
    await release();
    await until('it to end', () => waiting(0));
    expect(await repeatedly(3, () => ask(server.admin.token))).toEqual(Array(3).fill([200, 'ok']));
  });

  it('works on so many operations at a time, lets so many wait for their turn, and refuses the others at once', async () => {
    await start({ operations: { atOnce: 1, mostWaiting: 1, patienceMs: 60_000 } });
    const release = await holdPortfolios();
    const first = ask(server.admin.token, NAME);
    await until('the first to be under way', () => waiting(1));
    const others = [ask(server.admin.token, NAME), ask(server.admin.token, NAME)];
    const refused = await Promise.race(others);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    await release();
    expect(await codeOf(await first)).toEqual([200, 'ok']);
    expect((await Promise.all(others)).map(({ status }) => status).sort()).toEqual([200, 503]);
  });

  it('refuses an operation whose turn does not come in good time', async () => {
    await start({ operations: { atOnce: 1, mostWaiting: 10, patienceMs: 50 } });
    const release = await holdPortfolios();
    const first = ask(server.admin.token, NAME);
    await until('the first to be under way', () => waiting(1));
    expect(await codeOf(await ask(server.admin.token))).toEqual([503, 'SERVICE_UNAVAILABLE']);
    await release();
    expect(await codeOf(await first)).toEqual([200, 'ok']);
    expect(await repeatedly(3, () => ask(server.admin.token))).toEqual(Array(3).fill([200, 'ok']));
  });

  it('is kept from nobody by those who send slowly', async () => {
    await start({ mostInFlight: 1 });
    const slow = connect(Number(new URL(server.url).port), '127.0.0.1');
    const head = 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{';
    await new Promise((resolve) => slow.write(head, resolve));
    expect(await repeatedly(3, () => ask(server.admin.token))).toEqual(Array(3).fill([200, 'ok']));
    slow.destroy();
  });
});
