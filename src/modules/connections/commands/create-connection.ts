import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { checkSettings } from '../../../domain/tickets/check-settings.js';
import { secretOf, secretProblem } from '../../../domain/tickets/connection-secret.js';
import type { TicketTool } from '../../../domain/tickets/ticket.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { ConnectionSecrets } from '../queries/connection-secrets.js';
import { Connections, type Connection } from '../queries/connections.js';
import { ConnectionBook, nameProblem } from './connection-book.js';

export interface NewConnection {
  readonly portfolioKey: string;
  readonly tool: TicketTool;
  readonly name: string;
  /** Null: one is made. */
  readonly secret: string | null;
  readonly settings: unknown;
}

/** A connection and the secret of its hook, which is told this once. */
export interface ConnectionWithSecret {
  readonly connection: Connection;
  readonly secret: string;
}

/** A new secret for the hook of a tool, from 32 random bytes. */
export const madeSecret = (tool: TicketTool): string => {
  const bytes = randomBytes(32);
  return secretOf(tool, { base64: bytes.toString('base64'), base64url: bytes.toString('base64url') });
};

const INSERT = `
  INSERT INTO integration_connection (id, portfolio_id, tool, name, settings, secret, created_at, created_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/**
 * Connects a portfolio to a ticketing tool. It takes ADMIN. All at once: INVALID for a name that is not of 1 to 100
 * characters, a secret that does not fit the tool and settings that are wrong, ALREADY_EXISTS for a name that another
 * connection of the portfolio has, whatever its capitals.
 */
@Injectable()
export class CreateConnection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly portfolios: Portfolios,
    private readonly connections: Connections,
    private readonly secrets: ConnectionSecrets,
    private readonly book: ConnectionBook,
  ) {}

  run(viewer: Viewer, input: NewConnection): Promise<Result<ConnectionWithSecret>> {
    return this.work.run<ConnectionWithSecret, Refusal>(async (tx) => {
      const { tool, name } = input;
      const portfolio = await this.portfolios.seenBy(viewer, input.portfolioKey, tx);
      if (!portfolio || !requireAccess(viewer, 'connection:manage', portfolio.id)) {
        return refuse(notFound('The portfolio', ['input', 'portfolioKey']));
      }
      await tx.query('SELECT 1 FROM portfolio WHERE id = $1 FOR NO KEY UPDATE', [portfolio.id]);
      const id = randomUUID();
      const unfit = nameProblem(name);
      const wrong = input.secret === null ? null : secretProblem(tool, input.secret);
      const settings = checkSettings(tool, input.settings, ['input', 'settings']);
      const refusals: Refusal[] = [
        ...(unfit === null ? [] : [invalid(['input', 'name'], unfit)]),
        ...(wrong === null ? [] : [invalid(['input', 'secret'], wrong)]),
        ...(settings.ok ? [] : settings.refusals),
      ];
      if (await this.book.isNameTaken(tx, portfolio.id, name, id)) {
        refusals.push(nameTaken(name));
      }
      if (refusals.length > 0 || !settings.ok) {
        return refuse(...refusals);
      }
      const secret = input.secret ?? madeSecret(tool);
      await tx.query(INSERT, [
        id,
        portfolio.id,
        tool,
        name,
        JSON.stringify(settings.value),
        this.secrets.seal(id, 'secret', secret),
        this.book.clock.now(),
        viewer.userId,
      ]);
      const of = { id, portfolioId: portfolio.id };
      await this.book.note(tx, viewer, of, 'connection.created', { tool, name, settings: settings.value });
      return accept({ connection: await this.connections.get(id, tx), secret });
    });
  }
}

/** ALREADY_EXISTS for a name that another connection of the portfolio has. */
export const nameTaken = (name: string): Refusal => ({
  code: 'ALREADY_EXISTS',
  message: `There is a connection named ${JSON.stringify(name)} in this portfolio already; take another name.`,
  field: ['input', 'name'],
});
