import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../queries/connections.js';
import { ConnectionBook } from './connection-book.js';

/** A connection that was deleted, and what people have to mind; null where nothing. */
export interface DeletedConnection {
  readonly connection: Connection;
  readonly notice: string | null;
}

const LINKED = `
  SELECT count(DISTINCT t.id)::int AS count FROM ticket t JOIN ticket_link l ON l.ticket_id = t.id AND l.unlinked_at IS NULL
  WHERE t.connection_id = $1`;

const noticeOf = (linked: number): string | null =>
  linked === 0
    ? null
    : `${linked} of its tickets stay linked, and the work on them stays booked. If you connect the same tool anew and link the same tickets again, by hand or by a rule, their work counts twice: unlink these first.`;

/**
 * Ends a connection for good: its hook answers 410, what waits is not applied any more, and its name is free again. What was
 * taken in by it stays, which is said where tickets stay linked: a connection made anew would count their work once more. It
 * takes ADMIN.
 */
@Injectable()
export class DeleteConnection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: ConnectionBook,
  ) {}

  run(viewer: Viewer, id: string): Promise<Result<DeletedConnection>> {
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
      const deleted = await this.book.changed(tx, viewer, connection, 'connection.deleted', { name });
      const [linked] = await tx.query<{ count: number }>(LINKED, [id]);
      return accept({ connection: deleted, notice: noticeOf(linked?.count ?? 0) });
    });
  }
}
