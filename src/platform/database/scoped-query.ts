import pg from 'pg';
import type { Statement } from './batch.js';
import { scopeQuestion } from './portfolio-scope.js';

/** What a query and a connection of the driver have that its types leave out. */
interface Connection {
  readonly parsedStatements: Record<string, string>;
  parse(statement: { readonly name: string; readonly text: string }): void;
  bind(portal: { readonly statement: string; readonly values: readonly string[] }): void;
  execute(portal: { readonly portal: string }): void;
}
interface Answering {
  readonly text: string;
  prepare(connection: Connection): void;
  handleDataRow(row: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}

const DriverQuery = pg.Query as unknown as new (
  config: pg.QueryConfig & { readonly queryMode: 'extended' },
) => pg.Submittable & Answering;
/** A scope as PostgreSQL is told it, and the role to take with it; null: none. */
export interface Told {
  readonly scope: string;
  readonly role: string | null;
}

const NAME = 'tollgate_scope';

/**
 * A prepared statement that sees and writes rows of some portfolios only. The scope goes before it in the same message, so that both
 * are one transaction and one way there and back, and nothing of it stays with the connection for whoever has it next.
 */
export class ScopedQuery extends DriverQuery {
  private isScopePut = false;

  constructor(
    { name, text, values }: Statement,
    private readonly told: Told,
  ) {
    super({ ...(name === undefined ? {} : { name }), text, values: [...values], queryMode: 'extended' });
  }

  override prepare(connection: Connection): void {
    const { scope, role } = this.told;
    if (connection.parsedStatements[NAME] === undefined) {
      const text = scopeQuestion(role);
      connection.parse({ name: NAME, text });
      connection.parsedStatements[NAME] = text;
    }
    connection.bind({ statement: NAME, values: role === null ? [scope] : [scope, role] });
    connection.execute({ portal: '' });
    super.prepare(connection);
  }

  override handleDataRow(row: unknown): void {
    if (this.isScopePut) {
      super.handleDataRow(row);
    }
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.isScopePut) {
      super.handleCommandComplete(message, connection);
    }
    this.isScopePut = true;
  }
}
