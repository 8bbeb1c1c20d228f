import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import type { SignatureFailureReason } from '../../../domain/tickets/connection-health.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

const INSERT = `
  INSERT INTO signature_failure (id, portfolio_id, connection_id, at, why)
  SELECT $1, portfolio_id, id, $3, $4 FROM integration_connection WHERE id = $2`;
const KEEP_THE_LAST_20 = `
  DELETE FROM signature_failure WHERE id IN (
    SELECT id FROM signature_failure WHERE connection_id = $1 ORDER BY at DESC, id DESC OFFSET 20)`;

/**
 * Keeps a note that a delivery was refused for its signature, of which the last 20 of a connection stay. Of a connection that is
 * not known nothing is kept. It is no change of ours, and has no audit event.
 */
@Injectable()
export class NoteSignatureFailure {
  constructor(private readonly work: UnitOfWork) {}

  async run(connectionId: string, why: SignatureFailureReason, at: Instant): Promise<void> {
    await this.work.run(async (tx) => {
      await tx.query(INSERT, [newId(), connectionId, at, why]);
      await tx.query(KEEP_THE_LAST_20, [connectionId]);
      return accept(null);
    });
  }
}
