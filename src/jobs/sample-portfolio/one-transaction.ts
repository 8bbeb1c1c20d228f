import type pg from 'pg';
import type { DataSource } from 'typeorm';

const ignore = (): void => undefined;

/**
 * Runs work in one transaction, however many commands it is made of: all of it is there in the end or, where it throws or
 * the process is killed, none. What `inside` is given to neither begins nor commits anything by itself, so work that goes on
 * after a refusal would keep what the refused command wrote: let it throw.
 */
export const inOneTransaction = <T>(source: DataSource, work: (inside: DataSource) => Promise<T>): Promise<T> =>
  source.transaction(async (manager) => {
    const client = (await manager.queryRunner?.connect()) as pg.PoolClient;
    // Whoever takes it and gives it back leaves it where it is.
    const lent = { query: client.query.bind(client), on: ignore, off: ignore, release: ignore };
    const driver: unknown = Object.create(source.driver, {
      master: { value: { connect: () => Promise.resolve(lent) } },
    });
    const inside = Object.create(source, {
      transaction: { value: (command: (same: typeof manager) => Promise<unknown>) => command(manager) },
      query: { value: (sql: string, parameters?: unknown[]) => manager.query<unknown>(sql, parameters) },
      driver: { value: driver },
    }) as DataSource;
    return work(inside);
  });
