import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../queries/connections.js';
import { ConnectionBook } from './connection-book.js';

/**
 * Ends a connection for good: its hook answers 410, what waits is not applied any more, and its name is free again. What was
 * taken in by it stays. It takes ADMIN.
 */
@Injectable()
export class DeleteConnection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: ConnectionBook,
  ) {}

  run(viewer: Viewer, id: string): Promise<Result<Connection>> {
    return this.work.run(async (tx) => {
      const connection = await this.book.lockToManage(viewer, id, tx);
      if (!connection) {
        return refuse(notFound('The connection', ['id']));
      }
      await tx.query(
        `UPDATE integration_connection
         SET deleted_at = $2, credential = NULL, previous_secret = NULL, previous_secret_until = NULL WHERE id = $1`,
        [id, this.book.clock.now()],
      );
      const { name } = connection;
      return accept(await this.book.changed(tx, viewer, connection, 'connection.deleted', { name }));
    });
  }
}
