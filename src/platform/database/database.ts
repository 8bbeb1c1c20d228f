import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { askPool } from './ask-pool.js';
import { sessionsOf } from './data-source.js';
import { termsOf } from './portfolio-scope.js';
import {
  readAtPrimary,
  replicaUnderWay,
  requestSignal,
  requestTransaction,
  requestUnderWay,
  scopeUnderWay,
} from './request-scope.js';
import { ScopedQuery } from './scoped-query.js';
import { nameOf } from './statement-names.js';
import { mayShare, Turns } from './turns.js';
import type { Tx } from './unit-of-work.js';

const QUERY_CANCELED = '57014';

/** Whether the primary would fail at it too: it was given up, or takes too long. All else that a replica fails with may be its own. */
const isOfTheQuestion = (error: unknown): boolean =>
  requestSignal()?.aborted === true || (error as { readonly code?: unknown }).code === QUERY_CANCELED;

/** Asks questions: plain SQL, prepared once per connection, rows as they come, of the portfolios that the request may see, and cancelled once it is given up; of a replica where the request reads at one, and of the primary where that fails. Inside a unit of work, pass its Tx to see its writes; a request that is one transaction sees its own. */
@Injectable()
export class Database {
  private readonly turns = new Turns();

  constructor(private readonly source: DataSource) {}

  /** Where the database is, for who needs a connection that outlasts a question: past any pooler. */
  get address(): string {
    return sessionsOf(this.source).address;
  }

  /** The role that it asks as; null: the owner of the tables. */
  get role(): string | null {
    return termsOf(this.source).role;
  }

  /** How its sessions begin, the role that they take included. */
  get sessionOptions(): string {
    return sessionsOf(this.source).options;
  }

  /** How many connections are at work and how many are not, and how many statements wait for one. */
  get connections(): Readonly<Record<'busy' | 'idle' | 'waiting', number>> {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  private get pool(): pg.Pool {
    return (this.source.driver as PostgresDriver).master as pg.Pool;
  }

  async rows<Row>(sql: string, parameters: readonly unknown[] = [], tx?: Tx): Promise<Row[]> {
    const transaction = tx ?? requestTransaction();
    if (transaction) {
      return transaction.query<Row>(sql, parameters);
    }
    const replica = replicaUnderWay();
    if (replica) {
      try {
        return await this.ask<Row>(replica.pool, sql, parameters);
      } catch (error) {
        if (isOfTheQuestion(error)) {
          throw error;
        }
        readAtPrimary();
      }
    }
    return this.ask<Row>(this.pool, sql, parameters);
  }

  private ask<Row>(pool: pg.Pool, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const terms = termsOf(this.source);
    const told = { scope: scopeUnderWay(), ...terms };
    const statement = { name: terms.settings === null ? nameOf(sql) : undefined, text: sql, values: parameters };
    const request = requestUnderWay();
    return request !== null && mayShare(sql)
      ? this.turns.ask<Row>(request, { pool, told }, statement)
      : askPool(pool, new ScopedQuery(statement, told), requestSignal());
  }

  async row<Row>(sql: string, parameters: readonly unknown[] = [], tx?: Tx): Promise<Row | null> {
    return (await this.rows<Row>(sql, parameters, tx))[0] ?? null;
  }
}
