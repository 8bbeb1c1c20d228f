import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/basics/instant.js';
import { GivenClock } from '../../src/platform/clock.js';
import { appRoleOf } from '../../src/platform/database/app-role.js';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded-postgres/launch.js';
import { birthOf } from '../../src/platform/embedded-postgres/processes.mjs';
import { foundCompany, type Company } from '../support/company.js';
import { openTestDatabase } from '../support/database.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { hushLog } from '../support/hush-log.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { isPolite, WriteLedger } from '../support/write-ledger.js';

const PATIENCE = 180_000;
const WRITERS = 8;
const ONCE = 30;
const DISK = '300m';

hushLog();

/** A small disk of its own where this machine lets us have one; null where it does not. */
const mountDisk = (folder: string): (() => void) | null => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], { stdio: 'ignore' });
    return () => {
      execFileSync('umount', ['-l', folder]);
    };
  } catch {
    return null;
  }
};

describe('a PostgreSQL that does not go on', () => {
  let dataDirectory: string;
  let unmount: (() => void) | null;
  let ballast: string;
  let postgres: EmbeddedPostgres;
  let proxy: FaultProxy;
  let server: TestServer;
  let program: Program;
  let url: string;
  let company: Company;
  let ledger: WriteLedger;

  const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDirectory, durable: true });
  const startAgain = async (): Promise<void> => {
    postgres = await start();
    proxy.leadTo(postgres.port);
  };
  /** Takes all the room there is. */
  const fill = (): void => {
    const { bavail, bsize } = statfsSync(dataDirectory);
    try {
      writeFileSync(ballast, Buffer.alloc(bavail * bsize), { flag: 'a' });
    } catch {
      // PostgreSQL was faster to take what there was.
    }
  };
  const postmaster = (): number =>
    Number(readFileSync(join(dataDirectory, 'cluster', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

  beforeAll(async () => {
    dataDirectory = mkdtempSync(join(tmpdir(), `tollgate-test-${process.pid}-crash-`));
    unmount = mountDisk(dataDirectory);
    ballast = join(dataDirectory, 'ballast');
    postgres = await start();
    await migrateToLatest(postgres.url);
    proxy = await startFaultProxy(postgres.url);
    server = await startTestServer(new GivenClock(instantOf(Date.now())), {
      database: await openTestDatabase(proxy.url, () => Promise.resolve(), appRoleOf(proxy.url)),
    });
    program = runProgram('run-product.ts', proxy.url, randomBytes(32).toString('base64'));
    url = await program.firstLine;
  }, PATIENCE);

  beforeEach(async () => {
    company = await foundCompany(server);
    ledger = new WriteLedger({ url: () => url, token: company.manager.token, portfolioKey: company.key });
  });

  afterEach(async () => {
    rmSync(ballast, { force: true });
    await ledger.end();
  }, PATIENCE);

  afterAll(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
    await server.stop();
    await proxy.stop();
    await postgres.stop();
    unmount?.();
    rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 3 });
  }, PATIENCE);

  /** Something goes wrong in the middle of the load and is put right; nothing may be lost or doubled by it. */
  const survives = async (what: string, goesWrong: () => Promise<void>): Promise<void> => {
    ledger.begin(WRITERS);
    await ledger.someMore(ONCE);
    await goesWrong();
    await ledger.someMore(ONCE);
    await ledger.end();
    expect(ledger.complaints.filter((complaint) => !isPolite(complaint))).toEqual([]);
    await ledger.mustStand(server.source, server.admin);
    const { acknowledged, unknown } = ledger;
    console.info(`${what}: ${acknowledged} acknowledged, ${unknown} asked for again, 0 lost, 0 doubled`);
  };

  it(
    'because it was killed has all that was acknowledged',
    () =>
      survives('killed', async () => {
        const pid = postmaster();
        process.kill(pid, 'SIGKILL');
        await until('its end', () => birthOf(pid) === null);
        await postgres.stop();
        await until('refusals', () => ledger.complaints.length > 0);
        await startAgain();
      }),
    PATIENCE,
  );

  it(
    'because it is restarted has all that was acknowledged',
    () =>
      survives('restarted', async () => {
        await postgres.stop();
        await startAgain();
      }),
    PATIENCE,
  );

  it(
    'because its disk is full does nothing by half, says so, and goes on once there is room',
    async () => {
      if (!unmount) {
        console.info('Skipped: this machine lets nobody mount a small disk.');
        return;
      }
      await survives('disk full', async () => {
        const before = ledger.complaints.length;
        fill();
        await until('no room', () => {
          fill();
          return ledger.complaints.length >= before + WRITERS;
        });
        expect((await fetch(`${url}/health/live`)).status).toBe(200);
        expect(ledger.complaints.map(({ message }) => message).join()).toContain('no room');
        const pid = postmaster();
        rmSync(ballast);
        // Where it could not even keep its log it has ended, and whoever keeps services running starts it again.
        await until('it to go on or to end', async () => birthOf(pid) === null || (await isBack()));
        if (birthOf(pid) === null) {
          await postgres.stop();
          await startAgain();
        }
      });
    },
    PATIENCE,
  );

  const isBack = async (): Promise<boolean> => (await fetch(`${url}/health/ready`)).status === 200;
});
