import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import type { Refusal, Result } from '../../domain/basics/result.js';
import { noteCommitted, requestTransaction, scopeUnderWay, type RequestTransaction } from './request-scope.js';
import { Transaction } from './transaction.js';

/** A transaction under way. Every write asks for one, so that nothing can be written outside a unit of work. */
export type Tx = Pick<Transaction, 'manager' | 'query' | 'later'>;

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const ATTEMPTS = 8;

/** Somebody else was faster, so that what was read no longer holds: the unit of work begins anew. */
export class Overtaken extends Error {}

/** After a deadlock or a serialization failure there is nothing left of the transaction around it to go on in. */
const isWorthRepeating = (error: unknown, isPart: boolean): boolean => {
  const code = sqlStateOf(error);
  return error instanceof Overtaken || (!isPart && (code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED));
};

/** The SQLSTATE of a failure of the database, and the constraint that refused; null for any other error. */
export const sqlStateOf = (error: unknown): string | null =>
  error instanceof QueryFailedError ? ((error.driverError as { code?: string }).code ?? null) : null;

export const constraintOf = (error: unknown): string | null =>
  error instanceof QueryFailedError ? ((error.driverError as { constraint?: string }).constraint ?? null) : null;

/** A refusal on its way out of the transaction: thrown, so that a refused command leaves nothing behind. */
class Rollback extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a rehearsal came to, on its way out of the transaction. */
class Rehearsed<T> extends Error {
  constructor(readonly value: T) {
    super('rehearsed');
  }
}

/** How a command is run. */
export interface Manner {
  /** True: it is tried, answers as it would, and leaves nothing behind. */
  readonly isRehearsal?: boolean;
  /** True: it is a transaction of its own even where the request is one, and sees nothing of that. */
  readonly isApart?: boolean;
}

@Injectable()
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  /**
   * Runs one command in one transaction: commits when it accepts, rolls back when it refuses or throws. After a deadlock,
   * a serialization failure or when overtaken, the whole command runs again in a fresh transaction, at most eight times in all. A
   * rehearsal is rolled back in the end, whatever it came to, and its answer is what the command would have answered.
   */
  async run<T, R extends Refusal>(
    command: (tx: Tx) => Promise<Result<T, R>>,
    { isRehearsal = false, isApart = false }: Manner = {},
  ): Promise<Result<T, R>> {
    const around = isApart ? null : requestTransaction();
    for (let attempt = 1; ; attempt += 1) {
      try {
        around?.mustBeWhole();
        const result = await within(await this.frameIn(around), async (tx) => {
          const answer = await command(tx);
          if (!answer.ok) {
            throw new Rollback(answer.refusals);
          }
          if (isRehearsal) {
            await tx.send();
            throw new Rehearsed(answer.value);
          }
          return answer;
        });
        if (around === null) {
          noteCommitted();
        }
        return result;
      } catch (error) {
        if (error instanceof Rollback) {
          return { ok: false, refusals: error.refusals as readonly R[] };
        }
        if (error instanceof Rehearsed) {
          return { ok: true, value: error.value as T };
        }
        if (attempt >= ATTEMPTS || !isWorthRepeating(error, around !== null)) {
          throw error;
        }
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  private async frameIn(around: RequestTransaction | null): Promise<Frame> {
    if (around) {
      return partOf(around.whole);
    }
    const lent = Transaction.lentTo(this.source);
    return lent ? borrowed(lent) : wholeOf(await Transaction.begin(this.source, scopeUnderWay()));
  }
}

/** What a unit of work is carried out in, and how that ends. */
interface Frame {
  readonly tx: Transaction;
  readonly keep: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
}

const borrowed = (tx: Transaction): Frame => ({ tx, keep: () => tx.send(), takeBack: () => Promise.resolve() });

const wholeOf = (tx: Transaction): Frame => ({ tx, keep: () => tx.commit(), takeBack: () => tx.rollback() });

/** Within the transaction of a request it is a savepoint. */
const partOf = (tx: Transaction): Frame => {
  tx.beginPart();
  return { tx, keep: () => tx.endPart(), takeBack: () => tx.takeBackPart() };
};

const within = async <T>({ tx, keep, takeBack }: Frame, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  try {
    const result = await work(tx);
    await keep();
    return result;
  } catch (error) {
    // What it failed with is what counts.
    await takeBack().catch(() => undefined);
    throw error;
  }
};
