import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/basics/instant.js';
import { GivenClock } from '../../src/platform/clock.js';
import { foundCompany, type Company } from '../support/company.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { hushLog } from '../support/hush-log.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { isPolite, WriteLedger } from '../support/write-ledger.js';

const PATIENCE = 180_000;
const WRITERS = 8;
const ONCE = 30;
/** So long at most anybody waits for an answer while nothing comes from the database. */
const LONGEST_WAIT_MS = 5_500;
const RECOVERS_WITHIN_MS = 3_500;
const ENDS_WITHIN_MS = 12_000;

hushLog();

describe('a network between the server and its database', () => {
  let server: TestServer;
  let company: Company;
  let proxy: FaultProxy;
  let program: Program;
  let url: string;
  let ledger: WriteLedger;
  const key = randomBytes(32).toString('base64');

  const begin = async (): Promise<void> => {
    program = runProgram('run-product.ts', proxy.url, key);
    url = await program.firstLine;
  };
  const probe = async (which: string): Promise<number> => (await fetch(`${url}/health/${which}`)).status;
  const onlyPolite = (): void => {
    expect(ledger.complaints.filter((complaint) => !isPolite(complaint))).toEqual([]);
  };
  const healed = async (): Promise<number> => {
    const { acknowledged } = ledger;
    const begun = performance.now();
    proxy.heal();
    await until('an acknowledgement after healing', () => ledger.acknowledged > acknowledged);
    return performance.now() - begun;
  };

  beforeAll(async () => {
    server = await startTestServer(new GivenClock(instantOf(Date.now())));
    proxy = await startFaultProxy(server.databaseUrl);
    await begin();
  }, PATIENCE);

  beforeEach(async () => {
    company = await foundCompany(server);
    ledger = new WriteLedger({ url: () => url, token: company.manager.token, portfolioKey: company.key });
  });

  afterEach(async () => {
    proxy.heal();
    await ledger.end();
  }, PATIENCE);

  afterAll(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
    await proxy.stop();
    await server.stop();
  }, PATIENCE);

  it(
    'that is cut loses nothing, and the server is back as soon as the network is',
    async () => {
      ledger.begin(WRITERS);
      await ledger.someMore(ONCE);
      proxy.cut();
      await until('refusals', () => ledger.complaints.length >= WRITERS);
      expect([await probe('live'), await probe('ready')]).toEqual([200, 503]);
      expect(await healed()).toBeLessThan(RECOVERS_WITHIN_MS);
      await ledger.someMore(ONCE);
      await ledger.end();
      onlyPolite();
      await ledger.mustStand(server.source, server.admin);
    },
    PATIENCE,
  );

  it(
    'that swallows everything lets nobody wait long, and the server is back soon after it',
    async () => {
      ledger.begin(WRITERS);
      await ledger.someMore(ONCE);
      proxy.stall();
      await until('refusals', () => ledger.complaints.length >= 4 * WRITERS);
      expect([await probe('live'), await probe('ready')]).toEqual([200, 503]);
      const back = await healed();
      await ledger.someMore(ONCE);
      await ledger.end();
      onlyPolite();
      expect(ledger.longestWait).toBeLessThan(LONGEST_WAIT_MS);
      expect(back).toBeLessThan(RECOVERS_WITHIN_MS);
      await ledger.mustStand(server.source, server.admin);
      console.info(`black hole: longest wait ${Math.round(ledger.longestWait)} ms, back after ${Math.round(back)} ms`);
    },
    PATIENCE,
  );

  it(
    'that swallows the answers to COMMIT has nothing done twice',
    async () => {
      ledger.begin(WRITERS);
      await ledger.someMore(ONCE);
      const before = proxy.swallowed;
      proxy.swallowCommits(40);
      await until('answers to be swallowed', () => proxy.swallowed >= before + 40);
      await ledger.someMore(ONCE);
      await ledger.end();
      onlyPolite();
      await ledger.mustStand(server.source, server.admin);
      console.info(`${proxy.swallowed - before} answers to COMMIT swallowed, 0 lost, 0 doubled`);
    },
    PATIENCE,
  );

  it(
    'that is slow lets 60 clients have an answer or a refusal each, and fills no memory',
    async () => {
      ledger.begin(WRITERS);
      await ledger.someMore(ONCE);
      const before = residentMegabytes(program.child.pid!);
      proxy.delay(120);
      ledger.begin(60 - WRITERS);
      await ledger.someMore(8);
      await until('refusals', () => ledger.complaints.length >= 60);
      const grown = residentMegabytes(program.child.pid!) - before;
      const slowest = ledger.longestWait;
      proxy.heal();
      await ledger.end();
      onlyPolite();
      await ledger.mustStand(server.source, server.admin);
      // The database ends whatever takes 30 s; all else of such a request is waiting for the network.
      expect(slowest).toBeLessThan(45_000);
      expect(grown).toBeLessThan(100);
      console.info(
        `60 clients, 120 ms each way: slowest ${Math.round(slowest)} ms, ${ledger.complaints.length} refused, ${grown} MB more`,
      );
    },
    PATIENCE,
  );

  it(
    'is left in good order by a server that is told to end in the middle of its work',
    async () => {
      ledger.begin(WRITERS);
      await ledger.someMore(ONCE);
      const begun = performance.now();
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      const took = performance.now() - begun;
      expect(took).toBeLessThan(ENDS_WITHIN_MS);
      await begin();
      await ledger.someMore(ONCE);
      await ledger.end();
      onlyPolite();
      await ledger.mustStand(server.source, server.admin);
      console.info(`ended in mid-load after ${Math.round(took)} ms`);
    },
    PATIENCE,
  );
});

const residentMegabytes = (pid: number): number => {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
};
