import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../queries/connections.js';
import { ConnectionBook } from './connection-book.js';

/**
 * Pauses a connection, or resumes it: while it is paused its deliveries are kept and not applied; once resumed they are,
 * oldest first. It takes ADMIN. Where it is so already, nothing is changed.
 */
@Injectable()
export class SetConnectionPaused {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: ConnectionBook,
  ) {}

  run(viewer: Viewer, id: string, paused: boolean): Promise<Result<Connection>> {
    return this.work.run(async (tx) => {
      const connection = await this.book.lockToManage(viewer, id, tx);
      if (!connection) {
        return refuse(notFound('The connection', ['id']));
      }
      if (connection.paused === paused) {
        return accept(connection);
      }
      await tx.query('UPDATE integration_connection SET paused = $2 WHERE id = $1', [id, paused]);
      const action = paused ? 'connection.paused' : 'connection.resumed';
      return accept(await this.book.changed(tx, viewer, connection, action, { paused }));
    });
  }
}
