import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { hashOfSecret } from '../session-secret.js';

const FIND = `
  SELECT id, user_id FROM web_session
  WHERE secret_sha256 = $1 AND ended_at IS NULL AND expires_at > $2 FOR UPDATE`;
const END = 'UPDATE web_session SET ended_at = greatest($2, created_at) WHERE id = $1';

/** Ends a session for good, in the transaction of who wants it ended. One that is unknown or has ended is left as it is. */
@Injectable()
export class EndSession {
  constructor(
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, secret: string): Promise<void> {
    const at = this.clock.now();
    const [session] = await tx.query<{ id: string; user_id: string }>(FIND, [hashOfSecret(secret), at]);
    if (!session) {
      return;
    }
    await tx.query(END, [session.id, at]);
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: null,
      at,
      actorId: session.user_id,
      action: 'session.ended',
      subjectType: 'Session',
      subjectId: session.id,
      changes: {},
    });
  }
}
