import type { Socket } from 'node:net';
import pg from 'pg';

/** What a query and a connection of the driver have that its types leave out. */
interface Connection {
  readonly stream: Socket;
  readonly submittedNamedStatements: Record<string, string>;
  execute(portal: { readonly portal: string }): void;
  sync(): void;
}
interface Answering {
  readonly name?: string;
  readonly text: string;
  readonly _results: Answered;
  prepare(connection: Connection): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}

const DriverQuery = pg.Query as unknown as new (
  config: pg.QueryConfig & { readonly queryMode: 'extended' },
) => Answering;

/** A statement as it is sent; one without a name is prepared each time. */
export interface Statement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What came of a statement: its rows, and what it was, as PostgreSQL calls it. */
export type Answered = Pick<pg.QueryResult, 'rows' | 'command'>;

/** One statement of several, which leaves it to them to say that they are at an end. */
class Part extends DriverQuery {
  constructor({ name, text, values }: Statement) {
    super({ ...(name === undefined ? {} : { name }), text, values: [...values], queryMode: 'extended' });
  }

  _getRows(connection: Connection): void {
    connection.execute({ portal: '' });
  }

  // Only of values that cannot be sent at all: there is no telling what else was.
  handleError(error: Error, connection: Connection): void {
    connection.stream.destroy(error);
  }
}

/** What came of the statements of a batch, in their order, as far as they came; what the next one failed with. */
export interface BatchOutcome {
  readonly answered: readonly Answered[];
  readonly failure: Error | null;
}

/**
 * Several statements in one message, answered in one: one way there and back. PostgreSQL takes them one after the other, each seeing what
 * those before it did; after one that fails it does none of those that follow. It is given to a connection of the driver as a query is.
 */
export class Batch {
  private readonly parts: readonly Part[];
  private place = 0;

  constructor(
    readonly statements: readonly Statement[],
    private readonly tell: (outcome: BatchOutcome) => void,
  ) {
    this.parts = statements.map((statement) => new Part(statement));
  }

  /** The driver notes by these what the connection has prepared. */
  get name(): string | undefined {
    return this.parts[this.place]?.name;
  }

  get text(): string | undefined {
    return this.parts[this.place]?.text;
  }

  submit(connection: Connection): null {
    connection.stream.cork();
    try {
      this.parts.forEach((part) => {
        part.prepare(connection);
      });
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleRowDescription(message: unknown): void {
    this.parts[this.place]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.parts[this.place]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    this.parts[this.place]?.handleCommandComplete(message, connection);
    this.place += 1;
  }

  handleEmptyQuery(): void {
    this.place += 1;
  }

  handleError(failure: Error, connection: Connection): void {
    // What follows was not even prepared.
    this.parts.slice(this.place).forEach(({ name }) => {
      if (name !== undefined) {
        Reflect.deleteProperty(connection.submittedNamedStatements, name);
      }
    });
    this.end(failure);
  }

  handleReadyForQuery(): void {
    this.end(null);
  }

  private end(failure: Error | null): void {
    this.tell({ answered: this.parts.slice(0, this.place).map((part) => part._results), failure });
  }
}
