import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '../../src/domain/basics/instant.js';
import { SignalTurns } from '../../src/jobs/signals/signal-turns.js';
import { GivenClock } from '../../src/platform/clock.js';
import { Networks } from '../../src/platform/http/networks.js';
import { answer, hang, reset, startReceiver, type Receiver } from '../support/receiver.js';
import { signalRoom, type SignalRoom } from '../support/signal-room.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const PROMETHEUS = '/usr/bin/prometheus';
const SET = `mutation ($id: ID!, $signal: String!, $input: SignalSourceInput!) {
  signalSourceSet(initiativeId: $id, signalName: $signal, input: $input) {
    source { id signal url query intervalSeconds hasBearerToken lastPulledAt lastProblem } userErrors { code message field }
  }
}`;

let server: TestServer;
let room: SignalRoom;
let receiver: Receiver;

beforeAll(async () => {
  server = await startTestServer(new GivenClock('2026-05-01T09:00:00.000Z' as Instant), {
    allowedNetworks: Networks.of('127.0.0.0/8'),
  });
  receiver = await startReceiver();
  room = await signalRoom(server, 'scale', '2026-04-01');
  await room.plan({ name: 'drift', breachAbove: '0.3' }, { name: 'cost', breachAbove: '9' });
});

afterEach(() => {
  receiver.received.length = 0;
});

afterAll(async () => {
  await server.stop();
  await receiver.stop();
});

const set = async (input: Json = {}, signal = 'drift', by = room.company.manager) =>
  (
    await by.ask(SET, {
      id: room.id,
      signal,
      input: { url: `http://127.0.0.1:${receiver.port}/`, query: 'avg(drift)', intervalSeconds: 60, ...input },
    })
  ).signalSourceSet;
const turn = (): Promise<void> => server.app.get(SignalTurns).run();
const source = async () =>
  (
    await room.company.manager.ask(
      'query ($id: ID!) { initiative(id: $id) { signalSources { signal lastPulledAt lastProblem hasBearerToken } } }',
      { id: room.id },
    )
  ).initiative.signalSources[0];
const remove = async () =>
  (
    await room.company.manager.ask(
      'mutation ($id: ID!) { signalSourceRemove(initiativeId: $id, signalName: "drift") { userErrors { code } } }',
      { id: room.id },
    )
  ).signalSourceRemove.userErrors;
const count = async (from: string): Promise<number> =>
  (await server.source.query(`SELECT count(*)::int AS count FROM ${from}`))[0].count;
const sample = (...samples: readonly (readonly [number, string])[]) =>
  answer(
    200,
    {},
    JSON.stringify({
      status: 'success',
      data: { resultType: 'vector', result: samples.map((value) => ({ metric: {}, value })) },
    }),
  );

describe('the source of a signal', () => {
  it('is set by who may, for a signal of the plan, and an address that may be called', async () => {
    expect(await set({ bearerToken: 'a-secret-token' })).toMatchObject({
      source: { signal: 'drift', query: 'avg(drift)', hasBearerToken: true, lastPulledAt: null, lastProblem: null },
      userErrors: [],
    });
    expect((await set({ url: 'http://10.0.0.1?x=1', intervalSeconds: 60 }, 'x')).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['signalName'] },
      { code: 'INVALID', field: ['input', 'url'] },
    ]);
    expect((await set({ intervalSeconds: 59 })).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await set({ url: 'http://127.0.0.2:9999' })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'bearerToken'] },
    ]);
    const { errors } = await room.machine.answer(SET, {
      id: room.id,
      signal: 'drift',
      input: { url: 'https://example.org', query: 'x', intervalSeconds: 60 },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { auditEvents } = await room.company.standing(room.id);
    expect(JSON.stringify(auditEvents)).not.toContain('a-secret-token');
    const [row] = await server.source.query('SELECT token FROM signal_source');
    expect(String(row.token)).not.toContain('a-secret-token');
  });

  it('is asked once a turn with its token, and its value goes the way of all readings', async () => {
    receiver.script(sample([1_777_626_000, '0.31']));
    await Promise.all([turn(), turn()]);
    await turn();
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]).toMatchObject({
      path: '/api/v1/query?query=avg(drift)',
      headers: { authorization: 'Bearer a-secret-token' },
    });
    expect(await room.signal('drift')).toMatchObject({
      level: 'BREACHED',
      value: '0.31',
      lastAt: '2026-05-01T09:00:00.000Z',
    });
    expect(await source()).toMatchObject({ lastPulledAt: '2026-05-01T09:00:00.000Z', lastProblem: null });
    server.at('2026-05-01T09:00:59.999Z');
    await turn();
    expect(receiver.received).toHaveLength(1);
  });

  it('tells what kept a value from coming, and asks again at the next turn', async () => {
    const cases = [
      [sample([1, '1'], [1, '2']), '2 series'],
      [sample(), 'no series'],
      [sample([1, 'NaN']), 'no number'],
      [answer(422, {}, '{"status":"error","error":"bad query"}'), 'bad query'],
      [answer(503, {}, 'away'), 'HTTP 503'],
      [answer(401), 'bearer token'],
      [answer(302, { location: 'http://127.0.0.1/' }), 'HTTP 302'],
      [reset, 'broke the connection off'],
      [sample([4_102_444_800, '1']), 'at most a day in the future'],
    ] as const;
    for (const [index, [reaction, words]] of cases.entries()) {
      server.at(`2026-05-01T10:0${index}:00Z`);
      receiver.script(reaction);
      await turn();
      const { lastProblem, lastPulledAt } = await source();
      expect(lastProblem).toContain(words);
      expect(lastPulledAt).toBe(`2026-05-01T10:0${index}:00.000Z`);
    }
    expect((await room.signal('drift')).value).toBe('0.31');
    server.at('2026-05-01T11:00:00Z');
    receiver.script(sample([1_777_633_200, '0.2']));
    await turn();
    expect((await source()).lastProblem).toBeNull();
    expect(await room.signal('drift')).toMatchObject({ level: 'OK', value: '0.2' });
  });

  it('that does not answer is given up after ten seconds', async () => {
    server.at('2026-05-01T12:00:00Z');
    receiver.script(hang);
    await turn();
    expect((await source()).lastProblem).toContain('did not answer within 10 s');
  }, 30_000);

  it('of which the audit trail is told at once where its level is another, and else once an hour', async () => {
    const told = async (): Promise<Json[]> => {
      const { auditEvents } = await room.company.standing(room.id);
      return auditEvents.nodes
        .filter(
          ({ action, changes }: Json) =>
            action === 'signals.recorded' && changes.signals[0].sources[0] === 'prometheus',
        )
        .map(({ changes, actor }: Json) => ({ ...changes.signals[0], actor: actor.name }));
    };
    const pull = async (at: string, value: string): Promise<void> => {
      server.at(at);
      receiver.script(sample([Date.parse(at) / 1000, value]));
      await turn();
    };
    const before = (await told()).length;
    await pull('2026-05-01T14:00:00.000Z', '0.1');
    expect(await told()).toHaveLength(before + 1);
    for (let minute = 1; minute < 60; minute += 1) {
      await pull(`2026-05-01T14:${String(minute).padStart(2, '0')}:00.000Z`, '0.1');
    }
    expect(await told()).toHaveLength(before + 1);
    await pull('2026-05-01T15:00:00.000Z', '0.2');
    expect(await told()).toHaveLength(before + 2);
    expect((await told())[0]).toEqual({
      ...{ name: 'drift', readings: 60, from: '2026-05-01T14:01:00.000Z', to: '2026-05-01T15:00:00.000Z' },
      ...{ last: '0.2', sources: ['prometheus'], actor: 'Tollgate' },
    });
    await pull('2026-05-01T15:01:00.000Z', '0.2');
    // The same sample again is nothing new.
    server.at('2026-05-01T15:02:00.000Z');
    receiver.script(sample([Date.parse('2026-05-01T15:01:00.000Z') / 1000, '0.2']));
    await turn();
    await pull('2026-05-01T15:03:00.000Z', '0.4');
    expect((await told()).slice(0, -before - 2)).toMatchObject([{ readings: 2, last: '0.4' }]);
    await pull('2026-05-01T15:04:00.000Z', '0.4');
    expect(await told()).toHaveLength(before + 3);
    // What failed tells nothing, but what is untold for an hour is told all the same.
    server.at('2026-05-01T16:10:00.000Z');
    receiver.script(answer(503));
    await turn();
    expect((await told())[0]).toMatchObject({ readings: 1, to: '2026-05-01T15:04:00.000Z' });
    await pull('2026-05-01T16:11:00.000Z', '0.4');
    expect(await told()).toHaveLength(before + 4);
  }, 120_000);

  it('that is set anew while it is being asked keeps nothing of the old answer', async () => {
    const slow: { end: () => void } = { end: () => undefined };
    receiver.script((response, got) => {
      slow.end = () => {
        sample([Date.parse('2026-05-01T17:00:00Z') / 1000, '0.9'])(response, got);
      };
    });
    server.at('2026-05-01T17:00:00Z');
    const asking = turn();
    await until('the question', () => receiver.received.length === 1);
    expect((await set({ query: 'avg(other)' })).userErrors).toEqual([]);
    receiver.script(sample([Date.parse('2026-05-01T17:00:00Z') / 1000, '0.11']));
    slow.end();
    await asking;
    await turn();
    expect(receiver.received.map(({ path }) => path)).toEqual([
      '/api/v1/query?query=avg(drift)',
      '/api/v1/query?query=avg(other)',
    ]);
    expect(await room.signal('drift')).toMatchObject({ value: '0.11' });
    expect(await count('signal_reading WHERE value = 0.9')).toBe(0);
  });

  it('that is removed while it is being asked keeps nothing of the answer', async () => {
    const slow: { end: () => void } = { end: () => undefined };
    receiver.script((response, got) => {
      slow.end = () => {
        sample([Date.parse('2026-05-01T17:05:00Z') / 1000, '0.9'])(response, got);
      };
    });
    server.at('2026-05-01T17:05:00Z');
    const asking = turn();
    await until('the question', () => receiver.received.length === 1);
    expect(await remove()).toEqual([]);
    slow.end();
    await asking;
    expect(await count('signal_reading WHERE value = 0.9')).toBe(0);
    expect((await set({})).userErrors).toEqual([]);
  });

  it('is asked no more once it is removed', async () => {
    expect(await remove()).toEqual([]);
    expect(await remove()).toEqual([{ code: 'NOT_FOUND' }]);
    server.at('2026-05-01T18:00:00Z');
    await turn();
    expect(receiver.received).toEqual([]);
  });
});

const ifThere = existsSync(PROMETHEUS) ? describe : describe.skip;

ifThere(`with the Prometheus at ${PROMETHEUS}, if it is there,`, () => {
  let folder: string;
  let child: ChildProcess;
  const metrics = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/plain' })
      .end('model_drift{shard="a"} 0.25\nmodel_drift{shard="b"} 0.35\n');
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => metrics.listen(0, '127.0.0.1', resolve));
    folder = await mkdtemp(join(tmpdir(), 'tollgate-prometheus-'));
    const { port } = metrics.address() as AddressInfo;
    await writeFile(
      join(folder, 'prometheus.yml'),
      `global:\n  scrape_interval: 1s\nscrape_configs:\n  - job_name: test\n    static_configs:\n      - targets: ['127.0.0.1:${port}']\n`,
    );
  });

  afterAll(async () => {
    child.kill('SIGKILL');
    await new Promise((resolve) => metrics.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  it('records what a query comes to', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    child = spawn(
      PROMETHEUS,
      [
        `--config.file=${folder}/prometheus.yml`,
        `--storage.tsdb.path=${folder}/data`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    const url = `http://127.0.0.1:${port}`;
    await until(
      'a scrape',
      async () => {
        const response = await fetch(`${url}/api/v1/query?query=model_drift`).catch(() => null);
        const body = response?.ok ? await response.json() : null;
        return body !== null && body.data.result.length === 2;
      },
      60_000,
    );
    server.at(new Date().toISOString());
    expect((await set({ url, query: 'avg(model_drift)', bearerToken: null })).userErrors).toEqual([]);
    await turn();
    expect(await source()).toMatchObject({ lastProblem: null });
    expect(await room.signal('drift')).toMatchObject({
      level: 'OK',
      value: expect.stringMatching(/^0\.3(0*)$|^0\.2999999999$|^0\.3$/),
    });
    server.at(new Date(Date.now() + 61_000).toISOString());
    await set({ url, query: 'model_drift' });
    await turn();
    expect((await source()).lastProblem).toContain('2 series');
    await set({ url, query: 'avg(' });
    await turn();
    expect((await source()).lastProblem).toContain('refused the query');
  }, 120_000);
});
