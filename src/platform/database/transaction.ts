import type pg from 'pg';
import { QueryFailedError, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { Batch, type Answered, type BatchOutcome, type Statement } from './batch.js';
import { scopeCommands, termsOf } from './portfolio-scope.js';
import { nameOf } from './statement-names.js';

interface Asked extends Statement {
  readonly answer: (answered: Answered) => void;
  readonly fail: (error: unknown) => void;
}

/** What the types of TypeORM leave out, or let nobody write. */
interface Inside {
  query: (...given: unknown[]) => Promise<unknown>;
  isTransactionActive: boolean;
  transactionDepth: number;
  releasePostgresConnection(error: unknown): Promise<void>;
}

const nothing = (): void => undefined;

/** What plans nothing, and stays to be read on its way. */
const plain = (text: string): Statement => ({ name: undefined, text, values: [] });

/** Sources of which all units of work are parts of one transaction, which somebody else ends. */
const lent = new WeakMap<DataSource, Transaction>();

/**
 * A transaction on a connection of its own. Statements are prepared once a connection, and done in the order in which they were given. Those
 * that are given in one turn go in one message, and those that nobody waits for with the next, its beginning and its end among them.
 */
export class Transaction {
  private waiting: Asked[] = [];
  private isAboutToSend = false;
  private hasBegun = false;
  private isOver = false;
  private failure: unknown = null;
  /** What each part that is under way begins with. */
  private readonly parts: Asked[] = [];

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
    /** Behind a pooler, which may have another session each time, nothing has a name to be known by later. */
    private readonly hasNames: boolean,
  ) {
    // What entities are written by goes on the same connection, after what was given before.
    const inside = this.runner as unknown as Inside;
    const query = inside.query.bind(runner);
    inside.query = async (...given) => {
      await this.send();
      return query(...given);
    };
    inside.isTransactionActive = true;
    inside.transactionDepth = 1;
  }

  /** Begins one that sees and writes rows of this scope; PostgreSQL hears of it with the first statement. */
  static async begin(source: DataSource, scope: string): Promise<Transaction> {
    const runner = source.createQueryRunner();
    const transaction = new Transaction(
      runner,
      (await runner.connect()) as pg.PoolClient,
      termsOf(source).settings === null,
    );
    for (const text of ['BEGIN', ...scopeCommands(scope, termsOf(source))]) {
      transaction.push(plain(text));
    }
    return transaction;
  }

  /** The transaction that all units of work of a source are parts of; null where each has one of its own, as ever. */
  static lentTo(source: DataSource): Transaction | null {
    return lent.get(source) ?? null;
  }

  lendTo(source: DataSource): void {
    lent.set(source, this);
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.ask(this.prepared(sql, parameters))).rows as Row[];
  }

  /** Does something that nobody waits for: it goes along with the next statement, at the latest with the end, and where it fails, so does that. */
  later(sql: string, parameters: readonly unknown[] = []): void {
    this.push(this.prepared(sql, parameters));
  }

  /** Begins a part that can be taken back by itself. */
  beginPart(): void {
    this.parts.push(this.push(plain(`SAVEPOINT part_${this.parts.length}`)));
  }

  async endPart(): Promise<void> {
    await this.ask(plain(`RELEASE SAVEPOINT part_${this.parts.length - 1}`));
    this.parts.pop();
  }

  async takeBackPart(): Promise<void> {
    const beginning = this.waiting.indexOf(this.parts.pop() as Asked);
    if (beginning >= 0) {
      this.drop(beginning);
      return;
    }
    this.drop(0);
    await this.ask(plain(`ROLLBACK TO SAVEPOINT part_${this.parts.length}`));
  }

  /** Sends what nobody waits for, so that it fails now where it does. */
  async send(): Promise<void> {
    const batch = this.waiting;
    if (batch.length === 0) {
      return;
    }
    this.waiting = [];
    this.hasBegun = true;
    const begun = performance.now();
    const { answered, failure } = await new Promise<BatchOutcome>((resolve) => {
      this.client.query(new Batch(batch, resolve) as never);
    });
    const ms = performance.now() - begun;
    const { logger, options } = this.runner.dataSource;
    if (ms > (options.maxQueryExecutionTime ?? Infinity)) {
      logger.logQuerySlow(ms, batch.map(({ text }) => text).join('; '));
    }
    const failed = batch[answered.length];
    const error = failed && failure && new QueryFailedError(failed.text, [...failed.values], failure);
    batch.forEach(({ answer, fail }, place) => {
      const own = answered[place];
      if (own) {
        answer(own);
      } else {
        fail(error);
      }
    });
    if (error) {
      this.failure ??= error;
      throw error;
    }
  }

  async commit(): Promise<void> {
    const { command } = await this.ask(plain('COMMIT'));
    this.isOver = true;
    await this.runner.release();
    if (command === 'ROLLBACK') {
      // Whoever asked what failed went on all the same.
      throw this.failure;
    }
  }

  /** Ends it without a trace; nothing where it has ended. */
  async rollback(): Promise<void> {
    if (this.isOver) {
      return;
    }
    this.isOver = true;
    this.drop(0);
    try {
      if (this.hasBegun) {
        await this.ask(plain('ROLLBACK'));
      }
      await this.runner.release();
    } catch (error) {
      // It is not known what state the connection is in, so nobody else may have it.
      await (this.runner as unknown as Inside).releasePostgresConnection(error);
      throw error;
    }
  }

  /** Leaves what was not sent yet, from a place on, undone. */
  private drop(from: number): void {
    const error = new Error('It was taken back before it was done.');
    this.waiting.splice(from).forEach(({ fail }) => {
      fail(error);
    });
  }

  private prepared(text: string, values: readonly unknown[]): Statement {
    return { name: this.hasNames ? nameOf(text) : undefined, text, values };
  }

  private push(statement: Statement, answer: Asked['answer'] = nothing, fail: Asked['fail'] = nothing): Asked {
    const asked = { ...statement, answer, fail };
    this.waiting.push(asked);
    return asked;
  }

  private ask(statement: Statement): Promise<Answered> {
    return new Promise((answer, fail) => {
      this.push(statement, answer, fail);
      if (!this.isAboutToSend) {
        this.isAboutToSend = true;
        // Once nothing more comes of what has just been answered.
        process.nextTick(() => {
          this.isAboutToSend = false;
          this.send().catch(nothing);
        });
      }
    });
  }
}
