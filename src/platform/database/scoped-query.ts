import pg from 'pg';
import { SCOPE } from './portfolio-scope.js';

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

const DriverQuery = pg.Query as unknown as new (config: pg.QueryConfig) => pg.Submittable & Answering;
const NAME = 'tollgate_scope';

/**
 * A prepared statement that sees and writes rows of some portfolios only. The scope goes before it in the same message, so that both
 * are one transaction and one way there and back, and nothing of it stays with the connection for whoever has it next.
 */
export class ScopedQuery extends DriverQuery {
  private isScopePut = false;

  constructor(
    config: Required<Pick<pg.QueryConfig, 'name' | 'text' | 'values'>>,
    private readonly scope: string,
  ) {
    super(config);
  }

  override prepare(connection: Connection): void {
    if (connection.parsedStatements[NAME] === undefined) {
      connection.parse({ name: NAME, text: SCOPE });
      connection.parsedStatements[NAME] = SCOPE;
    }
    connection.bind({ statement: NAME, values: [this.scope] });
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
