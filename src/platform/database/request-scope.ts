import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** All that one request reads and writes, in one transaction: units of work in it are parts of it. */
export class RequestTransaction {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly runner: QueryRunner) {}

  static async begin(source: DataSource): Promise<RequestTransaction> {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
    } catch (error) {
      await runner.release();
      throw error;
    }
    return new RequestTransaction(runner);
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** One statement after the other, for there is one connection. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const rows = this.last.then(() => this.runner.query(sql, [...parameters]) as Promise<Row[]>);
    this.last = rows.catch(() => undefined);
    return rows;
  }

  async commit(): Promise<void> {
    await this.end(() => this.runner.commitTransaction());
  }

  async rollback(): Promise<void> {
    await this.end(() => this.runner.rollbackTransaction());
  }

  private async end(how: () => Promise<void>): Promise<void> {
    await this.last;
    try {
      await how();
    } finally {
      await this.runner.release();
    }
  }
}

/** What belongs to the request that is under way; its transaction is null where each unit of work has one of its own, as most do. */
export interface RequestScope {
  transaction: RequestTransaction | null;
}

export const requestScopes = new AsyncLocalStorage<RequestScope>();

/** The transaction of the request under way; null where it has none, and outside of requests. */
export const requestTransaction = (): RequestTransaction | null => requestScopes.getStore()?.transaction ?? null;
