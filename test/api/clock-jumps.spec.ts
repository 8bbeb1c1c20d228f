import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/basics/instant.js';
import { GivenClock } from '../../src/platform/clock.js';
import { foundCompany, type Company } from '../support/company.js';
import { hushLog } from '../support/hush-log.js';
import { runProgram, type Program } from '../support/processes.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { decideGate, publishShortWorkflow } from '../support/short-workflow.js';
import { until } from '../support/until.js';
import { WriteLedger } from '../support/write-ledger.js';

const PATIENCE = 120_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WRITERS = 4;
const ONCE = 20;

hushLog();

describe('a clock that was put back by an hour', () => {
  let server: TestServer;
  let company: Company;

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-03-02T09:00:00Z');
    await publishShortWorkflow(server.admin, 'short', [
      {
        key: 'idea',
        category: 'INTAKE',
        gate: { key: 'begin', criteria: [['sketch', 'DOCUMENT', { weight: 'SHOULD_MEET' }]] },
      },
      {
        key: 'trial',
        category: 'POC',
        gate: { key: 'go-on', criteria: [['notes', 'DOCUMENT', { weight: 'SHOULD_MEET' }]] },
      },
      { key: 'run', category: 'PRODUCTION' },
    ]);
    company = await foundCompany(server, { templateKey: 'short' });
  });

  afterAll(() => server.stop());

  it.each(['GO', 'HOLD', 'KILL'])('lets a gate be decided that was reached before: %s', async (outcome) => {
    server.at('2026-03-02T12:00:00Z');
    const id = await company.create();
    expect(await decideGate(company.manager, company.gatekeepers[0], id)).toMatchObject({ userErrors: [] });
    server.at('2026-03-02T11:00:00Z');
    expect(await decideGate(company.manager, company.gatekeepers[0], id, outcome)).toMatchObject({ userErrors: [] });
    expect((await company.standing(id)).daysInStage).toBe(0);
    const { auditVerify } = await server.admin.ask(`{ auditVerify(portfolioKey: "${company.key}") { ok } }`);
    expect(auditVerify.ok).toBe(true);
  });
});

describe('a server whose clock jumps in the middle of its work', () => {
  let server: TestServer;
  let program: Program;
  let url: string;
  let ledger: WriteLedger;

  beforeAll(async () => {
    server = await startTestServer(new GivenClock(instantOf(Date.now())));
    program = runProgram('run-product.ts', server.databaseUrl, randomBytes(32).toString('base64'));
    url = await program.firstLine;
  }, PATIENCE);

  afterEach(() => ledger.end(), PATIENCE);

  afterAll(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
    await server.stop();
  }, PATIENCE);

  /** The newest day that has begun in a portfolio. */
  const dayOf = async (key: string): Promise<string | undefined> =>
    (
      await server.source.query<{ day: string }[]>(
        'SELECT max(d.begun_through) AS day FROM portfolio_day d JOIN portfolio p ON p.id = d.portfolio_id WHERE p.key = $1',
        [key],
      )
    )[0]?.day;

  it.each([
    ['on by a day', DAY_MS],
    ['back by an hour', -HOUR_MS],
  ])(
    '%s loses nothing and refuses nobody',
    async (_, offset) => {
      const company = await foundCompany(server);
      ledger = new WriteLedger({ url: () => url, token: company.manager.token, portfolioKey: company.key });
      ledger.begin(WRITERS);
      await ledger.someMore(ONCE);
      program.child.stdin!.write(`${offset}\n`);
      await ledger.someMore(ONCE);
      if (offset > 0) {
        const tomorrow = new Date(Date.now() + offset).toISOString().slice(0, 10);
        await until('the next day to begin', async () => ((await dayOf(company.key)) ?? '') >= tomorrow);
      }
      program.child.stdin!.write('0\n');
      await ledger.someMore(ONCE);
      await ledger.end();
      expect(ledger.complaints).toEqual([]);
      await ledger.mustStand(server.source, server.admin);
    },
    PATIENCE,
  );
});
