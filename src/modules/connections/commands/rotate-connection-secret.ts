import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { secretProblem } from '../../../domain/tickets/connection-secret.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SealBroken } from '../../../platform/vault.js';
import { ConnectionSecrets } from '../queries/connection-secrets.js';
import { ConnectionBook } from './connection-book.js';
import { madeSecret, type ConnectionWithSecret } from './create-connection.js';

const OLD_ONE_HOLDS_MS = 24 * 60 * 60 * 1000;
const ROTATE = `
  UPDATE integration_connection SET secret = $2, previous_secret = $3, previous_secret_until = $4 WHERE id = $1`;

/**
 * Gives the hook of a connection another secret: the one stated, or one that is made. The one before it holds for 24 hours
 * more, so that the tool can be told in peace; one before that ends at once. It takes ADMIN. INVALID for a secret that does
 * not fit the tool, and for the one there is: by it the other one that still holds would end.
 */
@Injectable()
export class RotateConnectionSecret {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: ConnectionSecrets,
    private readonly book: ConnectionBook,
  ) {}

  run(viewer: Viewer, id: string, stated: string | null): Promise<Result<ConnectionWithSecret>> {
    return this.work.run<ConnectionWithSecret, Refusal>(async (tx) => {
      const connection = await this.book.lockToManage(viewer, id, tx);
      if (!connection) {
        return refuse(notFound('The connection', ['id']));
      }
      const wrong = stated === null ? null : secretProblem(connection.tool, stated);
      if (wrong !== null) {
        return refuse(invalid(['secret'], wrong));
      }
      const before = await this.secrets.newest(id, tx).catch(unlessSealIsBroken);
      if (before !== null && stated === before) {
        return refuse(invalid(['secret'], 'secret is the one there is already; state another, or leave it out.'));
      }
      const secret = stated ?? madeSecret(connection.tool);
      const until = instantOf(millisecondsOf(this.book.clock.now()) + OLD_ONE_HOLDS_MS);
      await tx.query(ROTATE, [
        id,
        this.secrets.seal(id, 'secret', secret),
        before === null ? null : this.secrets.seal(id, 'previous_secret', before),
        before === null ? null : until,
      ]);
      const changes = { previousSecretUntil: before === null ? null : until };
      const changed = await this.book.changed(tx, viewer, connection, 'connection.secret_rotated', changes);
      return accept({ connection: changed, secret });
    });
  }
}

/** Where the key of the vault was lost there is no secret before this one. */
const unlessSealIsBroken = (error: unknown): null => {
  if (error instanceof SealBroken) {
    return null;
  }
  throw error;
};
