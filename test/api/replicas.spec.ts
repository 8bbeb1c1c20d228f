import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/basics/instant.js';
import { GivenClock } from '../../src/platform/clock.js';
import { migrateToLatest } from '../../src/platform/database/migrate.js';
import { ReplicaSettings } from '../../src/platform/database/replica-settings.js';
import { foundCompany, type Company } from '../support/company.js';
import { openTestDatabase } from '../support/database.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { hushLog } from '../support/hush-log.js';
import { metric } from '../support/live.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { startReplicated, type Replicated } from '../support/streaming-replica.js';
import { until } from '../support/until.js';

const PATIENCE = 240_000;
const LONGEST_LAG_SECONDS = 2;

const today = Date.now();
const THIS_MONTH = {
  from: new Date(today - 30 * 24 * 3_600_000).toISOString().slice(0, 10),
  to: new Date(today).toISOString().slice(0, 10),
};

/** Reports of Tollgate that the replica has answered; who it belongs to asks as another. */
const ASKED_THERE = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'tollgate' AND query LIKE '%stage_visit%'`;

describe('a replica of the database', () => {
  hushLog();
  let replicated: Replicated;
  let proxy: FaultProxy;
  let server: TestServer;
  let company: Company;
  let name: string;
  let made = 0;

  beforeAll(async () => {
    replicated = await startReplicated();
    const { appRole } = await migrateToLatest(replicated.url);
    proxy = await startFaultProxy(replicated.replicaUrl);
    name = new URL(proxy.url).host;
    const database = await openTestDatabase(replicated.url, () => Promise.resolve(), appRole ?? undefined);
    server = await startTestServer(new GivenClock(instantOf(Date.now())), {
      database,
      replicas: new ReplicaSettings([proxy.url], LONGEST_LAG_SECONDS),
    });
    company = await foundCompany(server);
  }, PATIENCE);
  afterAll(async () => {
    await server.stop();
    await proxy.stop();
    await replicated.stop();
  }, PATIENCE);

  const create = async (): Promise<void> => {
    const { initiativeCreate } = await company.manager.ask(
      'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { userErrors { message } } }',
      {
        input: {
          portfolioKey: company.key,
          name: `Initiative ${made}`,
          problem: 'Slow.',
          valueThesis: 'COST',
          ownerId: company.owner.userId,
        },
      },
    );
    expect(initiativeCreate.userErrors).toEqual([]);
    made += 1;
  };
  /** How many have entered the first stage, by a report. */
  const entered = async (): Promise<number> => {
    const { portfolio } = await company.manager.ask(
      'query ($key: String!, $from: Date!, $to: Date!) { portfolio(key: $key) { funnel(from: $from, to: $to) { stages { entered } } } }',
      { key: company.key, ...THIS_MONTH },
    );
    return portfolio.funnel.stages[0].entered as number;
  };
  const reads = async (from: string): Promise<number> =>
    (await metric(server.url, `tollgate_heavy_reads_total{from="${from}"}`)) ?? 0;
  const fit = (): Promise<number | null> => metric(server.url, `tollgate_replica_fit{replica="${name}"}`);
  const lag = (): Promise<number | null> => metric(server.url, `tollgate_replica_lag_seconds{replica="${name}"}`);
  const untilFit = (): Promise<void> => until('it may be asked', async () => (await fit()) === 1);

  it('answers reports, and nothing else', async () => {
    await untilFit();
    expect(await lag()).toBeLessThan(LONGEST_LAG_SECONDS);
    await create();
    const before = await reads('replica');
    await until('a report of it', async () => (await entered()) === made && (await reads('replica')) > before);
    expect(await replicated.onReplica(ASKED_THERE)).not.toEqual([]);
    const after = [await reads('replica'), await reads('primary')];
    await company.manager.ask('query ($key: String!) { portfolio(key: $key) { name } }', { key: company.key });
    await create();
    expect([await reads('replica'), await reads('primary')]).toEqual(after);
  });

  it('keeps portfolios apart as the primary does', async () => {
    const other = await foundCompany(server);
    const before = await reads('replica');
    await until('a question of it', async () => {
      const { mine, theirs } = await other.manager.ask(
        `query ($mine: String!, $theirs: String!, $from: Date!, $to: Date!) {
          mine: portfolio(key: $mine) { funnel(from: $from, to: $to) { headline } }
          theirs: portfolio(key: $theirs) { funnel(from: $from, to: $to) { headline } } }`,
        { mine: other.key, theirs: company.key, ...THIS_MONTH },
      );
      expect([mine === null, theirs]).toEqual([false, null]);
      return (await reads('replica')) > before;
    });
    const [{ rows } = { rows: -1 }] = await replicated.onReplica<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM pg_stat_activity WHERE application_name = 'tollgate' AND usename <> 'tollgate'`,
    );
    expect(rows).toBe(0);
  });

  it('is asked for what was done just before, by whomever, only when it has it', async () => {
    const before = await reads('replica');
    for (let round = 0; round < 30; round += 1) {
      await create();
      expect(await entered()).toBe(made);
    }
    expect(await reads('replica')).toBeGreaterThan(before);
  });

  it('is left to itself while it has not what was done, and left out when it lags too far', async () => {
    await untilFit();
    await replicated.onReplica('SELECT pg_wal_replay_pause()');
    await create();
    const before = [await reads('replica'), await reads('primary')] as const;
    expect(await entered()).toBe(made);
    expect([await reads('replica'), await reads('primary')]).toEqual([before[0], before[1] + 1]);
    await until('it is left out', async () => (await fit()) === 0);
    expect(await lag()).toBeGreaterThan(LONGEST_LAG_SECONDS);
    expect(await entered()).toBe(made);

    await replicated.onReplica('SELECT pg_wal_replay_resume()');
    await untilFit();
    await until('a report of it', async () => (await entered()) === made && (await reads('replica')) > before[0]);
  });

  it('does not answer as of an instant before those who write then have ended', async () => {
    await untilFit();
    const writer = server.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query('SELECT 1 FROM initiative LIMIT 1 FOR UPDATE');
    const asOf = new Date().toISOString();
    let isAnswered = false;
    const asked = company.manager
      .ask(
        'query ($key: String!, $asOf: DateTime!) { portfolio(key: $key) { effortSplit(from: "2026-01-01", to: "2026-03-31", asOf: $asOf) { personDays } } }',
        { key: company.key, asOf },
      )
      .finally(() => {
        isAnswered = true;
      });
    await until('it waits for the writer', async () => {
      const waiting = await server.source.query<unknown[]>(
        `SELECT 1 FROM pg_stat_activity WHERE query LIKE '%virtualtransaction = ANY%' AND pid <> pg_backend_pid()`,
      );
      return waiting.length > 0;
    });
    expect(isAnswered).toBe(false);
    await writer.commitTransaction();
    await writer.release();
    expect((await asked).portfolio.effortSplit).toEqual({ personDays: '0' });
  });

  it('is not waited for when the network to it swallows everything, and asked again when it is back', async () => {
    await untilFit();
    proxy.stall();
    await create();
    const begun = performance.now();
    expect(await entered()).toBe(made);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await until('it is left out', async () => (await fit()) === 0);
    expect(await lag()).toBeNull();
    expect(await entered()).toBe(made);
    proxy.heal();
    await untilFit();
  });

  it('may go for good: all goes on, and the server is ready', async () => {
    await untilFit();
    let isOver = false;
    const asking = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        expect(await entered()).toBe(made);
      }
    });
    await replicated.stopReplica();
    await until('it is left out', async () => (await fit()) === 0);
    isOver = true;
    await Promise.all(asking);
    expect(await entered()).toBe(made);
    await create();
    expect(await entered()).toBe(made);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });
});
