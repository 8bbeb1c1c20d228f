import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { askPool } from '../../src/platform/database/ask-pool.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';
import { MOST_WAITING } from '../../src/platform/database/polite-pool.js';
import { ScopedQuery } from '../../src/platform/database/scoped-query.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { hushLog } from '../support/hush-log.js';
import { until } from '../support/until.js';

const CONNECTIONS = 10;
const UNAVAILABLE = { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 1 };

hushLog();

describe('the connections to the database', () => {
  let database: TestDatabase;
  let proxy: FaultProxy;
  let source: DataSource;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await startFaultProxy(database.url);
    source = await dataSourceFor(proxy.url).initialize();
    pool = (source.driver as PostgresDriver).master as pg.Pool;
  });

  afterAll(async () => {
    proxy.heal();
    await source.destroy();
    await proxy.stop();
    await database.drop();
  });

  const takeAll = (): Promise<pg.PoolClient[]> =>
    Promise.all(Array.from({ length: CONNECTIONS }, () => pool.connect()));

  it('are waited for by so many, and by nobody beside', async () => {
    const taken = await takeAll();
    const waiting = Array.from({ length: MOST_WAITING }, () => source.query('SELECT 1 AS one'));
    await until('all to wait', () => pool.waitingCount === MOST_WAITING);
    await expect(source.query('SELECT 1')).rejects.toMatchObject(UNAVAILABLE);
    await expect(pool.query('SELECT 1')).rejects.toMatchObject(UNAVAILABLE);
    taken.forEach((client) => {
      client.release();
    });
    expect(await Promise.all(waiting)).toEqual(Array(MOST_WAITING).fill([{ one: 1 }]));
  });

  it('are waited for no longer than two seconds', async () => {
    const taken = await takeAll();
    const begun = performance.now();
    await expect(source.query('SELECT 1')).rejects.toThrow('timeout exceeded');
    expect(performance.now() - begun).toBeLessThan(2_500);
    taken.forEach((client) => {
      client.release();
    });
  });

  it('are kept where a statement takes its time and the database is there', async () => {
    expect(await source.query("SELECT 'late' AS word FROM pg_sleep(4)")).toEqual([{ word: 'late' }]);
  });

  it('are kept where one question of whether it is there gets lost', async () => {
    const asked = source.query("SELECT 'late' AS word FROM pg_sleep(4)");
    proxy.loseConnections(1);
    expect(await asked).toEqual([{ word: 'late' }]);
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('are kept where whoever waited for one is there no longer', async () => {
    const taken = await takeAll();
    const removed: unknown[] = [];
    const note = (client: unknown): void => void removed.push(client);
    pool.on('remove', note);
    const gone = new AbortController();
    const waiting = Array.from({ length: 20 }, () =>
      askPool(
        pool,
        new ScopedQuery({ name: 'one', text: 'SELECT 1', values: [] }, { scope: '*', role: null, settings: null }),
        gone.signal,
      ).catch((error: unknown) => error),
    );
    await until('all to wait', () => pool.waitingCount === 20);
    gone.abort(new Error('gone'));
    taken.forEach((client) => {
      client.release();
    });
    expect(await Promise.all(waiting)).toEqual(Array(20).fill(new Error('gone')));
    pool.off('remove', note);
    expect([removed.length, pool.totalCount, pool.waitingCount]).toEqual([0, CONNECTIONS, 0]);
  });

  it('are given up where nothing comes from the database any more, and nobody waits for others until it is back', async () => {
    const begun = performance.now();
    const asked = source.query('SELECT pg_sleep(0.2)').catch((error: unknown) => String(error));
    proxy.stall();
    expect(await asked).toContain('Connection terminated');
    expect(performance.now() - begun).toBeLessThan(4_500);
    const refused = performance.now();
    await expect(source.query('SELECT 1')).rejects.toMatchObject(UNAVAILABLE);
    expect(performance.now() - refused).toBeLessThan(100);
    proxy.heal();
    await until('an answer', () => source.query('SELECT 1').then(Boolean, () => false), 3_500);
  });
});
