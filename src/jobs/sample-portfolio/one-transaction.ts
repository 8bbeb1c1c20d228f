import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { scopeUnderWay } from '../../platform/database/request-scope.js';
import { Transaction } from '../../platform/database/transaction.js';

const ignore = (): void => undefined;

/**
 * Runs work in one transaction, however many commands it is made of: all of it is there in the end or, where it throws or
 * the process is killed, none. What `inside` is given to neither begins nor commits anything by itself, so work that goes on
 * after a refusal would keep what the refused command wrote: let it throw.
 */
export const inOneTransaction = async <T>(source: DataSource, work: (inside: DataSource) => Promise<T>): Promise<T> => {
  const transaction = await Transaction.begin(source, scopeUnderWay());
  try {
    await transaction.send();
    const { manager } = transaction;
    const client = (await manager.queryRunner?.connect()) as pg.PoolClient;
    // Whoever takes it and gives it back leaves it where it is.
    const lent = { query: client.query.bind(client), on: ignore, off: ignore, release: ignore };
    const driver: unknown = Object.create(source.driver, {
      master: { value: { connect: () => Promise.resolve(lent) } },
    });
    const inside = Object.create(source, {
      query: { value: (sql: string, parameters?: unknown[]) => manager.query<unknown>(sql, parameters) },
      driver: { value: driver },
    }) as DataSource;
    transaction.lendTo(inside);
    const result = await work(inside);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback().catch(ignore);
    throw error;
  }
};
