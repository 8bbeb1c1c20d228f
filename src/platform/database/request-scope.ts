import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';
import type { TracePlace } from '../observability/traces.js';
import { scopeText, type PortfolioScope } from './portfolio-scope.js';
import type { Elsewhere, ReadingPlace } from './reading-place.js';
import { Transaction } from './transaction.js';

/** All that one request reads and writes, in one transaction: units of work in it are parts of it. */
export class RequestTransaction {
  private readonly following: (() => void)[] = [];
  private broken: unknown = null;

  private constructor(readonly whole: Transaction) {}

  static async begin(source: DataSource): Promise<RequestTransaction> {
    return new RequestTransaction(await Transaction.begin(source, scopeUnderWay(), traceUnderWay()));
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    try {
      return await this.whole.query<Row>(sql, parameters);
    } catch (error) {
      this.broken ??= error;
      throw error;
    }
  }

  /** Something that nobody waits for; see `Transaction`. */
  later(sql: string, parameters: readonly unknown[] = []): void {
    this.whole.later(sql, parameters);
  }

  /** Throws what a statement failed with that was no part of a unit of work: PostgreSQL takes nothing more after it. */
  mustBeWhole(): void {
    if (this.broken !== null) {
      throw this.broken instanceof Error ? this.broken : new Error('A statement of the request failed.');
    }
  }

  async commit(): Promise<void> {
    await this.whole.commit();
    noteCommitted();
    this.following.forEach((begin) => {
      begin();
    });
  }

  /** Ends it without a trace; nothing where it has ended already. */
  rollback(): Promise<void> {
    return this.whole.rollback();
  }

  /** Has something begun once this is committed, and never where it is rolled back. */
  follow(begin: () => void): void {
    this.following.push(begin);
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
  /** Where in a trace it is; null where nothing is traced. */
  readonly trace?: TracePlace | null;
  /** Where it reads what is outside of any transaction; left out: at the primary. */
  readonly reading?: ReadingPlace;
}

export const requestScopes = new AsyncLocalStorage<RequestScope>();

/** The transaction of the request under way; null where it has none, and outside of requests. */
export const requestTransaction = (): RequestTransaction | null => requestScopes.getStore()?.transaction ?? null;

/** The scope of what is under way, as PostgreSQL is told it: outside of requests Tollgate itself is at work, and sees all portfolios. */
export const scopeUnderWay = (): string => scopeText(requestScopes.getStore()?.portfolios ?? 'ALL');

/** Whether what is under way may see rows of a portfolio; outside of requests Tollgate itself is at work, and sees all. */
export const seesNow = (portfolioId: string): boolean => {
  const portfolios = requestScopes.getStore()?.portfolios ?? 'ALL';
  return portfolios === 'ALL' || portfolios.includes(portfolioId);
};

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

/** The request under way; null for what is none. */
export const requestUnderWay = (): RequestScope | null => {
  const scope = requestScopes.getStore();
  return scope?.given ? scope : null;
};

/** Where in a trace the request under way is; null outside of requests, and where nothing is traced. */
export const traceUnderWay = (): TracePlace | null => requestScopes.getStore()?.trace ?? null;

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
  trace: null,
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
