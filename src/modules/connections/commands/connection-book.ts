import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { unreadable } from '../../../domain/basics/text.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { requireAccess } from '../../identity/access.js';
import { Connections, type Connection } from '../queries/connections.js';

const LONGEST_NAME = 100;
const NAME_TAKEN = `
  SELECT 1 AS taken FROM integration_connection
  WHERE portfolio_id = $1 AND lower(name) = lower($2) AND deleted_at IS NULL AND id <> $3`;

/** What is wrong with the name of a connection, of 1 to 100 characters; null when all is well. */
export const nameProblem = (name: string): string | null => unreadable('name', name, LONGEST_NAME);

/** What the changes of connections have in common: who may, the lock, and the note in the audit trail, without secrets. */
@Injectable()
export class ConnectionBook {
  constructor(
    private readonly connections: Connections,
    private readonly database: Database,
    private readonly audit: AppendAudit,
    readonly clock: Clock,
  ) {}

  /** The connection, locked, for who may manage it; null for one that is deleted or that they may not know of. */
  async lockToManage(viewer: Viewer, id: string, tx: Tx): Promise<Connection | null> {
    const seen = await this.connections.seenBy(viewer, id, tx);
    if (seen === null || !requireAccess(viewer, 'connection:manage', seen.portfolioId)) {
      return null;
    }
    await tx.query('SELECT 1 FROM integration_connection WHERE id = $1 FOR NO KEY UPDATE', [id]);
    // What it was before the lock may be out of date by now.
    return this.connections.seenBy(viewer, id, tx);
  }

  async isNameTaken(tx: Tx, portfolioId: string, name: string, exceptId: string): Promise<boolean> {
    return (await this.database.row(NAME_TAKEN, [portfolioId, name, exceptId], tx)) !== null;
  }

  /** Counts the change, notes it, and gives the connection as it stands then. */
  async changed(
    tx: Tx,
    viewer: Viewer,
    { id, portfolioId }: Connection,
    action: string,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<Connection> {
    await tx.query('UPDATE integration_connection SET version = version + 1 WHERE id = $1', [id]);
    await this.note(tx, viewer, { id, portfolioId }, action, changes);
    return this.connections.get(id, tx);
  }

  async note(
    tx: Tx,
    viewer: Viewer,
    { id, portfolioId }: Pick<Connection, 'id' | 'portfolioId'>,
    action: string,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId,
      at: this.clock.now(),
      actorId: viewer.userId,
      action,
      subjectType: 'IntegrationConnection',
      subjectId: id,
      changes,
    });
  }
}
