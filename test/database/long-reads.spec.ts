import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { LongReads, type Pieces } from '../../src/platform/database/long-reads.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

const NUMBERS = 'SELECT number FROM numbers WHERE number <= $1 ORDER BY number';

describe('a long read', () => {
  let database: TestDatabase;
  let reads: LongReads;

  const begin = (most = 1_000_000): Promise<Pieces<{ number: number }>> => reads.begin(NUMBERS, [most]);
  const connections = async (): Promise<number> =>
    (
      await database.source.query(
        `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tollgate export'`,
      )
    )[0].count;
  const rest = async (pieces: Pieces<{ number: number }>): Promise<number[]> => {
    const sizes: number[] = [];
    for await (const rows of pieces) {
      sizes.push(rows.length);
    }
    return sizes;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.source.query('CREATE TABLE numbers AS SELECT generate_series(1, 2500) AS number');
    reads = new LongReads(new Database(database.source));
  });
  afterAll(async () => {
    await database.drop();
  });

  it('comes in pieces of a thousand rows, and lets go of its connection at the end', async () => {
    expect(await rest(await begin())).toEqual([1_000, 1_000, 500]);
    expect(await rest(await begin(0))).toEqual([]);
    await until('no connection is left', async () => (await connections()) === 0);
  });

  it('is of one moment: what is written meanwhile is not in it', async () => {
    const pieces = await begin();
    await database.source.query('INSERT INTO numbers SELECT generate_series(2501, 6000)');
    await pieces.next();
    await database.source.query('DELETE FROM numbers WHERE number > 1200');
    expect(await rest(pieces)).toEqual([1_000, 500]);
  });

  it('is refused where four are under way, until one of them ends, however it ends', async () => {
    const four = [await begin(), await begin(), await begin(), await begin()];
    await expect(begin()).rejects.toThrow('4 exports are under way already. Try again in a moment.');
    await four[0]!.return();
    await four[0]!.return();
    const fifth = await begin();
    await expect(begin()).rejects.toThrow('4 exports');
    for (const pieces of [fifth, ...four]) {
      await pieces.return();
    }
    await until('no connection is left', async () => (await connections()) === 0);
  });

  it('that cannot begin leaves nothing behind', async () => {
    for (let time = 0; time < 5; time += 1) {
      await expect(reads.begin('SELECT nonsense FROM numbers', [])).rejects.toThrow('nonsense');
    }
    expect(await rest(await begin(1))).toEqual([1]);
  });

  it('changes nothing', async () => {
    await expect(reads.begin('SELECT 1 FROM numbers FOR UPDATE', []).then(rest as never)).rejects.toThrow('read-only');
  });

  it('that is cut off by the database fails, and makes room for others', async () => {
    const four = [await begin(), await begin(), await begin(), await begin()];
    await four[0]!.next();
    await database.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tollgate export'`,
    );
    for (const pieces of four) {
      await expect(pieces.next()).rejects.toThrow();
    }
    expect(await rest(await begin(1))).toEqual([1]);
  });
});
