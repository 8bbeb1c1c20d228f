import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accept, refuse, invalid } from '../../src/domain/basics/result.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import { constraintOf, sqlStateOf, UnitOfWork, type Tx } from '../../src/platform/database/unit-of-work.js';
import { countTraffic } from '../support/count-traffic.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const INSERT = `INSERT INTO app_user (id, name, email, created_at) VALUES ($1, 'Ada', $2, now())`;
const NAMES = 'SELECT name FROM app_user WHERE id = $1';
const UNIQUE_VIOLATION = '23505';

let database: TestDatabase;
let work: UnitOfWork;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  work = new UnitOfWork(database.served);
});

afterAll(() => database.drop());

beforeEach(() => {
  id = randomUUID();
});

const insert = (tx: Tx, one = id): void => {
  tx.later(INSERT, [one, `${one}@example.org`]);
};
const isThere = async (one = id): Promise<boolean> => (await database.source.query(NAMES, [one])).length > 0;
const begin = () => Transaction.begin(database.served, '*');

describe('a transaction', () => {
  it('sends what nobody waits for along with what somebody does, and with the commit', async () => {
    const traffic = await countTraffic(() =>
      work.run(async (tx) => {
        const [one, other] = [randomUUID(), randomUUID()];
        insert(tx, one);
        expect(await tx.query(NAMES, [one])).toEqual([{ name: 'Ada' }]);
        insert(tx, other);
        return accept(null);
      }),
    );
    expect(traffic).toEqual({ statements: 3 + 2 + 2, messages: 2 });
  });

  it('sends together what is asked in one turn, each seeing what went before', async () => {
    const traffic = await countTraffic(() =>
      work.run(async (tx) => {
        const one = randomUUID();
        const answers = await Promise.all([
          tx.query<{ count: number }>('SELECT count(*)::integer AS count FROM app_user WHERE id = $1', [one]),
          tx.query<{ id: string }>(`${INSERT} RETURNING id`, [one, `${one}@example.org`]),
          tx.query(NAMES, [one]),
        ]);
        expect(answers).toEqual([[{ count: 0 }], [{ id: one }], [{ name: 'Ada' }]]);
        return accept(null);
      }),
    );
    expect(traffic.messages).toBe(2);
  });

  it('keeps the order with what entities are written by', async () => {
    const tx = await begin();
    insert(tx);
    expect(await tx.manager.query(NAMES, [id])).toEqual([{ name: 'Ada' }]);
    await tx.rollback();
    expect(await isThere()).toBe(false);
  });

  it('fails with what nobody waited for, leaves nothing, and prepares again what was not prepared', async () => {
    const unseen = `SELECT 'never prepared before ${id}' AS text`;
    const failed = await work
      .run(async (tx) => {
        insert(tx);
        insert(tx);
        await tx.query(unseen);
        return accept(null);
      })
      .catch((error: unknown) => error);
    expect([sqlStateOf(failed), constraintOf(failed)]).toEqual([UNIQUE_VIOLATION, 'app_user_pk']);
    expect(await isThere()).toBe(false);
    for (let connection = 0; connection < 12; connection += 1) {
      const answer = await work.run(async (tx) => accept(await tx.query(unseen)));
      expect(answer).toEqual(accept([{ text: `never prepared before ${id}` }]));
    }
  });

  it('fails at its commit with what went along with that', async () => {
    const failed = await work
      .run((tx) => {
        insert(tx);
        insert(tx);
        return Promise.resolve(accept(null));
      })
      .catch((error: unknown) => error);
    expect(sqlStateOf(failed)).toBe(UNIQUE_VIOLATION);
    expect(await isThere()).toBe(false);
  });

  it('is not taken for committed where a statement failed and whoever asked went on', async () => {
    const failed = await work
      .run(async (tx) => {
        await tx.query(INSERT, [id, `${id}@example.org`]);
        await tx.query(INSERT, [id, `${id}@example.org`]).catch(() => undefined);
        return accept(null);
      })
      .catch((error: unknown) => error);
    expect(sqlStateOf(failed)).toBe(UNIQUE_VIOLATION);
    expect(await isThere()).toBe(false);
  });

  it('does nothing of what it was given before a refusal, and says nothing of it to the database', async () => {
    const traffic = await countTraffic(async () => {
      const answer = await work.run((tx) => {
        insert(tx);
        return Promise.resolve(refuse(invalid(['name'], 'It is taken.')));
      });
      expect(answer.ok).toBe(false);
    });
    expect(traffic).toEqual({ statements: 0, messages: 0 });
    expect(await isThere()).toBe(false);
  });

  it('tries in a rehearsal what nobody waits for, and leaves nothing', async () => {
    const twice = (tx: Tx) => {
      insert(tx);
      insert(tx);
      return Promise.resolve(accept(null));
    };
    await expect(work.run(twice, { isRehearsal: true })).rejects.toMatchObject({
      driverError: { code: UNIQUE_VIOLATION },
    });
  });

  it('takes a part back by itself, sent or not, and keeps what was before', async () => {
    const [before, sent, unsent] = [randomUUID(), randomUUID(), randomUUID()];
    const tx = await begin();
    insert(tx, before);
    tx.beginPart();
    insert(tx, sent);
    await tx.send();
    await tx.takeBackPart();
    tx.beginPart();
    insert(tx, unsent);
    await tx.takeBackPart();
    tx.beginPart();
    insert(tx);
    await tx.endPart();
    await tx.commit();
    expect(await Promise.all([before, sent, unsent, id].map((one) => isThere(one)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('tells who waits for a statement that it was taken back before it was done', async () => {
    const tx = await begin();
    const waiting = tx.query('SELECT 1').catch((error: unknown) => String(error));
    await tx.rollback();
    expect(await waiting).toContain('taken back before it was done');
  });

  it('gives nobody a connection that broke in the middle of it', async () => {
    const tx = await begin();
    const [backend] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await database.source.query('SELECT pg_terminate_backend($1)', [backend?.pid]);
    await expect(tx.query('SELECT 1')).rejects.toThrow();
    await tx.rollback().catch(() => undefined);
    const next = await work.run(async (other) =>
      accept((await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid'))[0]?.pid),
    );
    expect(next).not.toEqual(accept(backend?.pid));
  });
});
