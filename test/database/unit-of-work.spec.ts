import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accept } from '../../src/domain/basics/result.js';
import { UnitOfWork, type Tx } from '../../src/platform/database/unit-of-work.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let work: UnitOfWork;
const [ada, grace] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  database = await createTestDatabase();
  work = new UnitOfWork(database.source);
  await database.source.query(
    `INSERT INTO app_user (id, name, email, created_at)
     VALUES ($1, 'Ada', 'ada@example.com', now()), ($2, 'Grace', 'grace@example.com', now())`,
    [ada, grace],
  );
});

afterAll(() => database.drop());

const rename = (tx: Tx, id: string): Promise<unknown> =>
  tx.query(`UPDATE app_user SET name = name || '!' WHERE id = $1`, [id]);
const namesOf = async (): Promise<readonly string[]> =>
  (
    await database.source.query<{ name: string }[]>(`SELECT name FROM app_user WHERE id = ANY($1) ORDER BY email`, [
      [ada, grace],
    ])
  ).map(({ name }) => name);

/** Lets nobody on before so many have come; whoever comes later is let on at once. */
const meeting = (of: number): (() => Promise<void>) => {
  let there = 0;
  let open: () => void;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    there += 1;
    if (there >= of) {
      open();
    }
    return all;
  };
};

describe('a unit of work', () => {
  it('is done again after a deadlock, so that both who met in it are served', async () => {
    const meet = meeting(2);
    let attempts = 0;
    const both = (first: string, second: string) =>
      work.run(async (tx) => {
        attempts += 1;
        await rename(tx, first);
        await meet();
        await rename(tx, second);
        return accept(null);
      });
    const answers = await Promise.all([both(ada, grace), both(grace, ada)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(attempts).toBe(3);
    expect(await namesOf()).toEqual(['Ada!!', 'Grace!!']);
  });

  it('is done again where two who look at one thing would not have come one after the other', async () => {
    const meet = meeting(2);
    const look = (id: string) =>
      work.run(async (tx) => {
        await tx.query('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
        const [{ count } = { count: '' }] = await tx.query<{ count: string }>(
          `SELECT count(*) FROM app_user WHERE name LIKE '%?'`,
        );
        await meet();
        await tx.query(`UPDATE app_user SET name = $2 || '?' WHERE id = $1`, [id, count]);
        return accept(null);
      });
    const answers = await Promise.all([look(ada), look(grace)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await namesOf()).toSorted()).toEqual(['0?', '1?']);
  });

  it('is given up after eight attempts, with what stood in the way', async () => {
    let attempts = 0;
    const never = work.run(async (tx) => {
      attempts += 1;
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = 'deadlock_detected'; END $$`);
      return accept(null);
    });
    await expect(never).rejects.toMatchObject({ driverError: { code: '40P01' } });
    expect(attempts).toBe(8);
  });
});
