import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Elsewhere, ReadingPlace } from './reading-place.js';
import { termsOf, scopeCommands, scopeText, type PortfolioScope } from './portfolio-scope.js';

/** All that one request reads and writes, in one transaction: units of work in it are parts of it. */
export class RequestTransaction {
  private last: Promise<unknown> = Promise.resolve();
  private readonly following: (() => void)[] = [];
  private broken: unknown = null;
  private isEnded = false;

  private constructor(private readonly runner: QueryRunner) {}

  static async begin(source: DataSource): Promise<RequestTransaction> {
    const runner = source.createQueryRunner();
    const transaction = new RequestTransaction(runner);
    try {
      await runner.startTransaction();
      await runner.query(scopeCommands(scopeUnderWay(), termsOf(source)));
    } catch (error) {
      await transaction.rollback().catch(() => undefined);
      throw error;
    }
    return transaction;
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** One statement after the other, for there is one connection. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const rows = this.last.then(() => this.runner.query(sql, [...parameters]) as Promise<Row[]>);
    this.last = rows.catch((error: unknown) => {
      this.broken ??= error;
    });
    return rows;
  }

  /** Throws what a statement failed with that was no part of a unit of work: PostgreSQL takes nothing more after it. */
  mustBeWhole(): void {
    if (this.broken !== null) {
      throw this.broken instanceof Error ? this.broken : new Error('A statement of the request failed.');
    }
  }

  async commit(): Promise<void> {
    await this.end(() => this.runner.commitTransaction());
    noteCommitted();
    this.following.forEach((begin) => {
      begin();
    });
  }

  /** Ends it without a trace; nothing where it has ended already. */
  async rollback(): Promise<void> {
    await this.end(async () => {
      // Of savepoints first, where it is within any.
      while (this.runner.isTransactionActive) {
        await this.runner.rollbackTransaction();
      }
    });
  }

  /** Has something begun once this is committed, and never where it is rolled back. */
  follow(begin: () => void): void {
    this.following.push(begin);
  }

  private async end(how: () => Promise<void>): Promise<void> {
    if (this.isEnded) {
      return;
    }
    this.isEnded = true;
    await this.last;
    try {
      await how();
    } finally {
      await this.runner.release();
    }
  }
}

/** What belongs to the request that is under way. */
export interface RequestScope {
  /** What the log calls it; null for what is no request. */
  readonly id: string | null;
  /** What it asks for, once that is known. */
  operation: string | null;
  /** Null where each unit of work has one of its own, as most do. */
  transaction: RequestTransaction | null;
  /** Whose rows it sees and writes: of no portfolio until it is known who sends it. */
  portfolios: PortfolioScope;
  /** Whether any of its units of work has been committed, so that something of it stands whatever comes after. */
  hasCommitted: boolean;
  /** Says when nobody waits for its answer any more; null for what is no request. */
  readonly given: AbortController | null;
  /** Where it reads what is outside of any transaction; left out: at the primary. */
  readonly reading?: ReadingPlace;
}

export const requestScopes = new AsyncLocalStorage<RequestScope>();

/** The transaction of the request under way; null where it has none, and outside of requests. */
export const requestTransaction = (): RequestTransaction | null => requestScopes.getStore()?.transaction ?? null;

/** The scope of what is under way, as PostgreSQL is told it: outside of requests Tollgate itself is at work, and sees all portfolios. */
export const scopeUnderWay = (): string => scopeText(requestScopes.getStore()?.portfolios ?? 'ALL');

/** From here on the request under way sees and writes rows of these portfolios only. Does nothing outside of requests. */
export const narrowTo = (portfolios: PortfolioScope): void => {
  const scope = requestScopes.getStore();
  if (scope) {
    scope.portfolios = portfolios;
    // What was noted to find out who it is is no part of what it asks for.
    scope.hasCommitted = false;
  }
};

/** What says that the answer to the request under way is awaited no longer; null outside of requests. */
export const requestSignal = (): AbortSignal | null => requestScopes.getStore()?.given?.signal ?? null;

/** Gives the request under way up: what it still asks is cancelled, and fails with this reason. Does nothing outside of requests. */
export const giveUp = (reason: Error): void => {
  requestScopes.getStore()?.given?.abort(reason);
};

/** Notes that something of the request under way stands from here on: it reads at the primary then. */
export const noteCommitted = (): void => {
  const scope = requestScopes.getStore();
  if (scope) {
    scope.hasCommitted = true;
    scope.reading?.leave();
  }
};

/** From here on the request under way reads there; null: at the primary. Does nothing outside of requests. */
export const readFrom = (replica: Elsewhere | null): void => {
  requestScopes.getStore()?.reading?.choose(replica);
};

/** Where the request under way reads; null: at the primary, as everything does that is no request. */
export const replicaUnderWay = (): Elsewhere | null => requestScopes.getStore()?.reading?.replica ?? null;

/** From here on the request under way reads at the primary: it has waited for others who write, and they do so there. */
export const readAtPrimary = (): void => {
  requestScopes.getStore()?.reading?.leave();
};

/** Whether something of the request under way stands already. */
export const hasCommitted = (): boolean => requestScopes.getStore()?.hasCommitted ?? false;

/** Says what the request under way asks for. Does nothing outside of requests. */
export const nameUnderWay = (operation: string): void => {
  const scope = requestScopes.getStore();
  if (scope) {
    scope.operation = operation;
  }
};

const NO_REQUEST: RequestScope = {
  id: null,
  operation: null,
  transaction: null,
  portfolios: 'ALL',
  hasCommitted: false,
  given: null,
};

/** Does something for somebody that is no request. */
export const within = <T>(portfolios: PortfolioScope, work: () => T): T =>
  requestScopes.run({ ...NO_REQUEST, portfolios }, work);

/**
 * Does what a request needs and its sender may not see, such as finding out who that is: it is done by Tollgate, not by the sender. What is
 * asked within the transaction of the request keeps the scope of that.
 */
export const asTollgate = <T>(work: () => T): T =>
  requestScopes.run({ ...(requestScopes.getStore() ?? NO_REQUEST), portfolios: 'ALL' }, work);

/**
 * Begins something that goes on by itself, on what has just been written: at once where a unit of work has committed it, else once the
 * transaction of the request has. It is no part of the request.
 */
export const onceCommitted = (begin: () => void): void => {
  const apart = (): void => {
    requestScopes.exit(begin);
  };
  const transaction = requestTransaction();
  if (transaction) {
    transaction.follow(apart);
  } else {
    apart();
  }
};
