import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { killInTheAct } from '../support/hook-load/kill-in-the-act.js';
import { layOut } from '../support/hook-load/lay-out.js';
import { loadOf, type Load } from '../support/hook-load/load.js';
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

  // That the reckoning would have seen it: of what was told a quarter of an hour more, and less, and a delivery more, and fewer.
  const counts = async (told = load, answered = sent): Promise<readonly number[]> => {
    const { lost, doubled } = await reckon(server.source, told, laidOut, answered);
    return [lost.length, doubled.length];
  };
  expect(await counts(withOtherWork(load, 900))).toEqual([2, 0]);
  expect(await counts(withOtherWork(load, -900))).toEqual([0, 2]);
  const deliveries = [...sent.answered];
  const once = { answers: 1, tries: 1 };
  expect(await counts(load, { ...sent, answered: new Map([...deliveries, ['unheard of', once]]) })).toEqual([1, 0]);
  expect(await counts(load, { ...sent, answered: new Map(deliveries.slice(1)) })).toEqual([0, 1]);
});

/** The load as though so many seconds more had been told of one piece of work. */
const withOtherWork = (load: Load, seconds: number): Load => {
  const place = load.tickets.findIndex(({ work }) => [...work.values()].some((each) => each > 900));
  const tickets = load.tickets.map((ticket, index) => {
    const [[piece, told] = ['', 0], ...rest] = [...ticket.work].sort(([, a], [, b]) => b - a);
    return index === place ? { ...ticket, work: new Map([[piece, told + seconds], ...rest]) } : ticket;
  });
  return { ...load, tickets };
};
