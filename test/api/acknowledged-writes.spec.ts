import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foundCompany, type Company } from '../support/company.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const PATIENCE = 300_000;
const WRITERS = 8;
const FAULTS = ['kill', 'disconnect', 'kill', 'disconnect', 'kill'] as const;
/** So many are acknowledged between two faults. */
const BETWEEN = 60;

const CREATE = `mutation ($input: InitiativeCreateInput!) {
  initiativeCreate(input: $input) { initiative { key } userErrors { code } }
}`;
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
    'is there, once, however often the server is killed and its connections are cut under load',
    async () => {
      /** By name: the key it was acknowledged with; null while nobody knows. */
      const ledger = new Map<string, string | null>();
      let isOver = false;
      let unknown = 0;
      const acknowledged = (): number => [...ledger.values()].filter((at) => at !== null).length;

      const create = async (name: string): Promise<string | null> => {
        try {
          const response = await fetch(`${url}/graphql`, {
            method: 'POST',
            headers: {
              authorization: `Bearer ${company.manager.token}`,
              'content-type': 'application/json',
              'idempotency-key': name,
            },
            body: JSON.stringify({
              query: CREATE,
              variables: { input: { portfolioKey: company.key, name, problem: 'Load.', valueThesis: 'COST' } },
            }),
          });
          const { data } = await response.json();
          return (data?.initiativeCreate?.initiative?.key as string | undefined) ?? null;
        } catch {
          return null;
        }
      };
      const writer = async (which: number): Promise<void> => {
        for (let turn = 0; !isOver; turn += 1) {
          const name = `w${which}-${turn}`;
          ledger.set(name, null);
          let answer = await create(name);
          while (answer === null) {
            unknown += 1;
            // As a client does that asks again.
            await new Promise((go) => setTimeout(go, 50));
            answer = await create(name);
          }
          ledger.set(name, answer);
        }
      };

      const writers = Array.from({ length: WRITERS }, (_, which) => writer(which));
      for (const fault of FAULTS) {
        const before = acknowledged();
        await until('some more', () => acknowledged() >= before + BETWEEN, 120_000);
        if (fault === 'kill') {
          program.child.kill('SIGKILL');
          await program.ended;
          await begin();
        } else {
          await server.source.query(DISCONNECT);
        }
      }
      const before = acknowledged();
      await until('some after the last', () => acknowledged() >= before + BETWEEN, 120_000);
      isOver = true;
      await Promise.all(writers);

      const rows = await server.source.query<{ name: string; key: string }[]>(
        'SELECT i.name, i.key FROM initiative i JOIN portfolio p ON p.id = i.portfolio_id WHERE p.key = $1',
        [company.key],
      );
      const stored = rows.map((row) => [row.name, row.key]).sort();
      expect(stored).toEqual([...ledger].sort());
      expect(unknown).toBeGreaterThan(0);
      const { auditVerify } = await server.admin.ask(`{ auditVerify(portfolioKey: "${company.key}") { ok } }`);
      expect(auditVerify.ok).toBe(true);
      console.info(`${ledger.size} acknowledged, ${unknown} answers missed and asked for again, 0 lost, 0 doubled`);
    },
    PATIENCE,
  );
});
