import type pg from 'pg';
import { askPool, askTogether } from './ask-pool.js';
import type { Statement } from './batch.js';
import type { RequestScope } from './request-scope.js';
import { ScopedQuery, scopeStatement, type Told } from './scoped-query.js';

/** Where something is asked, and on which terms. */
interface Place {
  readonly pool: pg.Pool;
  readonly told: Told;
}

interface Asked {
  readonly statement: Statement;
  readonly answer: (rows: unknown[]) => void;
  readonly fail: (error: unknown) => void;
}

interface Turn extends Place {
  readonly asked: Asked[];
}

const READS = /^\s*SELECT\s/i;

/** Whether a statement may go along with others: one that reads, so that nothing it did is taken back where another fails. */
export const mayShare = (sql: string): boolean => READS.test(sql);

/** Failed at by PostgreSQL itself: the connection stands, and what came after was not begun. */
const isOfPostgres = (failure: Error): boolean => /^[0-9A-Z]{5}$/.test((failure as { code?: string }).code ?? '');

/**
 * What a request asks in one turn of the event loop goes in one message, on one connection: a message costs Node more than a short statement
 * costs PostgreSQL. Those of one message are one transaction, and each sees what was committed before it; what fails keeps nobody else from an answer.
 */
export class Turns {
  private readonly open = new WeakMap<RequestScope, Turn>();

  ask<Row>(request: RequestScope, place: Place, statement: Statement): Promise<Row[]> {
    return new Promise<unknown[]>((answer, fail) => {
      let turn = this.open.get(request);
      if (turn?.pool !== place.pool || turn.told.scope !== place.told.scope) {
        // Of other rows, or asked elsewhere, it is a turn of its own.
        turn = { ...place, asked: [] };
        this.open.set(request, turn);
        setImmediate(() => void this.take(request, turn as Turn));
      }
      turn.asked.push({ statement, answer, fail });
    }) as Promise<Row[]>;
  }

  private async take(request: RequestScope, turn: Turn): Promise<void> {
    if (this.open.get(request) === turn) {
      this.open.delete(request);
    }
    const signal = request.given?.signal ?? null;
    const [first] = turn.asked;
    await (first && turn.asked.length === 1 ? alone(turn, first, signal) : together(turn, signal));
  }
}

const alone = async (
  { pool, told }: Place,
  { statement, answer, fail }: Asked,
  signal: AbortSignal | null,
): Promise<void> => {
  try {
    answer(await askPool(pool, new ScopedQuery(statement, told), signal));
  } catch (error) {
    fail(error);
  }
};

const together = async (turn: Turn, signal: AbortSignal | null): Promise<void> => {
  const { pool, told, asked } = turn;
  try {
    const statements = [scopeStatement(told), ...asked.map(({ statement }) => statement)];
    const { answered, failure } = await askTogether(pool, statements, signal);
    const rows = answered.slice(1).map((each) => each.rows as unknown[]);
    rows.forEach((own, place) => asked[place]?.answer(own));
    if (failure === null) {
      return;
    }
    const [failed, ...rest] = asked.slice(rows.length);
    failed?.fail(failure);
    if (answered.length > 0 && isOfPostgres(failure)) {
      await Promise.all(rest.map((each) => alone(turn, each, signal)));
    } else {
      rest.forEach(({ fail }) => {
        fail(failure);
      });
    }
  } catch (error) {
    asked.forEach(({ fail }) => {
      fail(error);
    });
  }
};
