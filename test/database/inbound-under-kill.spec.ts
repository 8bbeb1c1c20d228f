import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { killInTheAct } from '../support/hook-load/kill-in-the-act.js';
import { layOut } from '../support/hook-load/lay-out.js';
import { loadOf } from '../support/hook-load/load.js';
import { reckon } from '../support/hook-load/reckon.js';
import { sendAll } from '../support/hook-load/send-all.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const NOW = '2026-03-02T09:00:00.000Z';
const DELIVERIES = 400;

let server: TestServer;
let worker: Program;

const startWorker = async (): Promise<void> => {
  worker = runProgram('run-inbound.ts', server.databaseUrl, NOW);
  await worker.firstLine;
};

const count = async (where: string): Promise<number> => {
  const sql = `SELECT count(*)::int AS count FROM inbound_delivery WHERE ${where}`;
  return (await server.source.query<{ count: number }[]>(sql))[0]?.count ?? 0;
};

beforeEach(async () => {
  server = await startTestServer();
  await startWorker();
});

afterEach(async () => {
  worker.child.kill('SIGKILL');
  await worker.ended;
  await server.stop();
});

it('of what was answered 200 nothing is lost and nothing doubled when the worker is killed in the middle of it', async () => {
  const load = loadOf({
    deliveries: DELIVERIES,
    tools: ['GITHUB', 'JIRA', 'AZURE_DEVOPS', 'GENERIC'],
    initiatives: 5,
    sentAt: Date.parse(NOW),
  });
  const laidOut = await layOut(server, load);
  let answers = 0;
  const sending = sendAll(server.url, laidOut, load.sends, {
    senders: 8,
    onAnswer: (count) => {
      answers = count;
    },
  });
  await until('half of it came in', () => answers >= DELIVERIES / 2);
  expect(await killInTheAct(server.source, worker)).toBeGreaterThan(0);
  await startWorker();
  const sent = await sending;
  await until('all of it is applied', async () => (await count('due_at IS NOT NULL')) === 0);
  expect(sent.latencies).toHaveLength(DELIVERIES);
  expect(await reckon(server.source, load, laidOut, sent)).toEqual({ lost: [], doubled: [], triedAgain: 0 });
});
