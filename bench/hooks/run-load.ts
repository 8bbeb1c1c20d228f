import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { ProductModule } from '../../src/app.module.js';
import { DEFAULT_TEMPLATE } from '../../src/domain/pipeline/default-template.js';
import type { TicketTool } from '../../src/domain/tickets/ticket.js';
import { ENTITIES } from '../../src/entities.js';
import { ExtendLedger } from '../../src/modules/effort/commands/extend-ledger.js';
import { MakeFirstAdmin } from '../../src/modules/identity/commands/make-first-admin.js';
import { PublishTemplate } from '../../src/modules/templates/commands/publish-template.js';
import { Clock } from '../../src/platform/clock.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { Vault } from '../../src/platform/vault.js';
import { killInTheAct } from '../../test/support/hook-load/kill-in-the-act.js';
import { layOut, type LaidOut } from '../../test/support/hook-load/lay-out.js';
import { loadOf, type Load } from '../../test/support/hook-load/load.js';
import { reckon, type Reckoning } from '../../test/support/hook-load/reckon.js';
import { sendAll } from '../../test/support/hook-load/send-all.js';
import { runProgram, type Program } from '../../test/support/processes.js';
import { until } from '../../test/support/until.js';

/** Eight connections, each tool among them. */
const TOOLS: readonly TicketTool[] = [
  'GITHUB',
  'GITLAB',
  'JIRA',
  'LINEAR',
  'AZURE_DEVOPS',
  'GENERIC',
  'JIRA',
  'GITLAB',
];
const INITIATIVES = 20;
const LONGEST_DRAIN_MS = 15 * 60_000;

/** What a run came to. */
export interface Measured {
  readonly connections: number;
  readonly received: { readonly count: number; readonly perSecond: number };
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number; readonly longest: number };
  readonly applied: {
    readonly count: number;
    /** Over the whole run, with everything that takes deliveries in beside it and the time it takes a worker to start. */
    readonly perSecond: number;
    /** What waited when the last 200 was given, and how long it took from then on. */
    readonly left: number;
    readonly secondsAfterLast: number;
  };
  /** Of each kill, how many deliveries the worker had in hand at least. */
  readonly killed: readonly number[];
  /** Answers other than 200, after which a delivery was sent again. */
  readonly others: Readonly<Record<string, number>>;
  readonly reckoning: Reckoning;
}

/** Sends a load to a server of its own on an empty database, with the worker in a process that is killed so many times on the way. */
export const runLoad = async (
  url: string,
  { deliveries, senders, kills }: { readonly deliveries: number; readonly senders: number; readonly kills: number },
): Promise<Measured> => {
  await migrateToLatest(url);
  const source = await dataSourceFor(url, ENTITIES).initialize();
  const key = randomBytes(32);
  const programs: Program[] = [];
  try {
    const load = loadOf({ deliveries, tools: TOOLS, initiatives: INITIATIVES, sentAt: Date.now() });
    const laidOut = await prepare(source, key, load);
    const server = runProgram('run-hooks.ts', url, key.toString('base64'));
    programs.push(server);
    const startWorker = async (): Promise<Program> => {
      const worker = runProgram('run-inbound.ts', url);
      programs.push(worker);
      await worker.firstLine;
      return worker;
    };
    let worker = await startWorker();
    const hooks = await server.firstLine;
    const begun = performance.now();
    let answers = 0;
    const sending = sendAll(hooks, laidOut, load.sends, {
      senders,
      onAnswer: (count) => {
        answers = count;
      },
    });
    const leftAfterwards = sending.then(() => waiting(source));
    const killed: number[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      await until('enough came in', () => answers >= (deliveries * kill) / (kills + 1), LONGEST_DRAIN_MS);
      killed.push(await killInTheAct(source, worker));
      worker = await startWorker();
    }
    const [sent, left] = await Promise.all([sending, leftAfterwards]);
    await until('all of it is applied', async () => (await waiting(source)) === 0, LONGEST_DRAIN_MS);
    const seconds = (performance.now() - begun) / 1000;
    return {
      connections: load.connections.length,
      received: { count: sent.latencies.length, perSecond: sent.latencies.length / sent.seconds },
      latencyMs: latenciesOf(sent.latencies),
      applied: {
        count: sent.answered.size,
        perSecond: sent.answered.size / seconds,
        left,
        secondsAfterLast: seconds - sent.seconds,
      },
      killed,
      others: sent.others,
      reckoning: await reckon(source, load, laidOut, sent),
    };
  } finally {
    for (const { child, ended } of programs) {
      child.kill('SIGKILL');
      await ended;
    }
    await source.destroy();
  }
};

const prepare = async (source: DataSource, key: Buffer, load: Load): Promise<LaidOut> => {
  const surroundings = { source, clock: new Clock(), vault: new Vault(key) };
  const app = await NestFactory.createApplicationContext(ProductModule.on(surroundings), {
    logger: false,
    abortOnError: false,
  });
  await app.get(PublishTemplate, { strict: false }).ship(DEFAULT_TEMPLATE);
  await app.get(MakeFirstAdmin, { strict: false }).run(null);
  await app.get(ExtendLedger, { strict: false }).run();
  // Not closed: the data source is not its own.
  return layOut({ app, source }, load);
};

const waiting = async (source: DataSource): Promise<number> => {
  const sql = `SELECT count(*)::int AS count FROM inbound_delivery WHERE due_at IS NOT NULL`;
  return (await source.query<{ count: number }[]>(sql))[0]?.count ?? 0;
};

const latenciesOf = (latencies: readonly number[]): Measured['latencyMs'] => {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
};
