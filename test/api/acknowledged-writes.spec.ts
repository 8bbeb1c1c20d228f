import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foundCompany, type Company } from '../support/company.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { WriteLedger } from '../support/write-ledger.js';

const PATIENCE = 300_000;
const WRITERS = 8;
const FAULTS = ['kill', 'disconnect', 'kill', 'disconnect', 'kill'] as const;
/** So many are acknowledged between two faults. */
const BETWEEN = 60;

// All the server has open; its listener comes back by itself.
const DISCONNECT = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'tollgate' AND pid <> pg_backend_pid() AND state <> 'idle'`;

describe('what was acknowledged', () => {
  let server: TestServer;
  let company: Company;
  let program: Program;
  let url: string;
  const key = randomBytes(32).toString('base64');

  const begin = async (): Promise<void> => {
    program = runProgram('run-live.ts', server.databaseUrl, '2026-03-02T10:00:00.000Z', key);
    url = await program.firstLine;
  };

  beforeAll(async () => {
    server = await startTestServer();
    company = await foundCompany(server);
    await begin();
  }, PATIENCE);

  afterAll(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
    await server.stop();
  }, PATIENCE);

  it(
    'is there, once, however often the server is killed, its connections are cut and clients hang up under load',
    async () => {
      // A kill seldom comes just between the end of a transaction and its answer; who hangs up misses it all the time.
      const ledger = new WriteLedger({
        url: () => url,
        token: company.manager.token,
        portfolioKey: company.key,
        hangsUp: true,
      });
      ledger.begin(WRITERS);
      for (const fault of FAULTS) {
        await ledger.someMore(BETWEEN);
        if (fault === 'kill') {
          program.child.kill('SIGKILL');
          await program.ended;
          await begin();
        } else {
          await server.source.query(DISCONNECT);
        }
      }
      await ledger.someMore(BETWEEN);
      await ledger.end();
      await ledger.mustStand(server.source, server.admin);
      expect(ledger.unknown).toBeGreaterThan(0);
      const { acknowledged, unknown } = ledger;
      console.info(`${acknowledged} acknowledged, ${unknown} answers missed and asked for again, 0 lost, 0 doubled`);
    },
    PATIENCE,
  );
});
