import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { unreadable } from '../../../domain/basics/text.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ConnectionSecrets } from '../queries/connection-secrets.js';
import type { Connection } from '../queries/connections.js';
import { ConnectionBook } from './connection-book.js';

const LONGEST = 4_000;

/**
 * Gives a connection the API token its tool is asked with, or takes it away (null): then the tool is not asked any more. It
 * takes ADMIN. INVALID for one that is blank or longer than 4,000 characters.
 */
@Injectable()
export class SetConnectionCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: ConnectionSecrets,
    private readonly book: ConnectionBook,
  ) {}

  run(viewer: Viewer, id: string, credential: string | null): Promise<Result<Connection>> {
    return this.work.run(async (tx) => {
      const connection = await this.book.lockToManage(viewer, id, tx);
      if (!connection) {
        return refuse(notFound('The connection', ['id']));
      }
      const unfit = credential === null ? null : unreadable('credential', credential, LONGEST);
      if (unfit !== null) {
        return refuse(invalid(['credential'], unfit));
      }
      const sealed = credential === null ? null : this.secrets.seal(id, 'credential', credential.trim());
      await tx.query('UPDATE integration_connection SET credential = $2 WHERE id = $1', [id, sealed]);
      const changes = { hasCredential: credential !== null };
      return accept(await this.book.changed(tx, viewer, connection, 'connection.credential_set', changes));
    });
  }
}
