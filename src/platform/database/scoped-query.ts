import pg from 'pg';
import type { Statement } from './batch.js';
import { scopeQuestion, type Terms } from './portfolio-scope.js';

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
/** A scope as PostgreSQL is told it, and the terms with it. */
export interface Told extends Terms {
  readonly scope: string;
}

const NAME = 'tollgate_scope';

/** What puts the scope and the terms, as a statement of its own: for those that follow it in the same message. */
export const scopeStatement = (told: Told): Statement => ({
  name: told.settings === null ? NAME : undefined,
  text: scopeQuestion(told),
  values: told.role === null ? [told.scope] : [told.scope, told.role],
});

/**
 * A prepared statement that sees and writes rows of some portfolios only. The scope goes before it in the same message, so that both
 * are one transaction and one way there and back, and nothing of it stays with the connection for whoever has it next. Behind a pooler,
 * which may have another session each time, neither has a name to be known by later.
 */
export class ScopedQuery extends DriverQuery {
  private isScopePut = false;

  constructor(
    { name, text, values }: Statement,
    private readonly told: Told,
  ) {
    const isNamed = name !== undefined && told.settings === null;
    super({ ...(isNamed ? { name } : {}), text, values: [...values], queryMode: 'extended' });
  }

  override prepare(connection: Connection): void {
    const { scope, role, settings } = this.told;
    const name = settings === null ? NAME : '';
    if (name === '' || connection.parsedStatements[name] === undefined) {
      const text = scopeQuestion(this.told);
      connection.parse({ name, text });
      if (name !== '') {
        connection.parsedStatements[name] = text;
      }
    }
    connection.bind({ statement: name, values: role === null ? [scope] : [scope, role] });
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
