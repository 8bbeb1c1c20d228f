import type { DataSource } from 'typeorm';

/**
 * Runs work in one transaction, however many commands it is made of: all of it is there in the end or, where it throws or
 * the process is killed, none. What `inside` is given to neither begins nor commits anything by itself, so work that goes on
 * after a refusal would keep what the refused command wrote: let it throw.
 */
export const inOneTransaction = <T>(source: DataSource, work: (inside: DataSource) => Promise<T>): Promise<T> =>
  source.transaction(async (manager) => {
    const client: unknown = await manager.queryRunner?.connect();
    const driver: unknown = Object.create(source.driver, { master: { value: client } });
    const inside = Object.create(source, {
      transaction: { value: (command: (same: typeof manager) => Promise<unknown>) => command(manager) },
      query: { value: (sql: string, parameters?: unknown[]) => manager.query<unknown>(sql, parameters) },
      driver: { value: driver },
    }) as DataSource;
    return work(inside);
  });
