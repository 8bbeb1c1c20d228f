import { Injectable } from '@nestjs/common';
import { endOfSession, type SignInMethod } from '../../../domain/access/session-term.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { WebSessionEntity } from '../persistence/web-session.entity.js';
import { hashOfSecret, newSecret } from '../session-secret.js';
import { EndSession } from './end-session.js';

/** Who signs in, and by what. */
export interface SigningIn {
  readonly userId: string;
  readonly method: SignInMethod;
  /** With TOKEN only. */
  readonly apiTokenId: string | null;
  /** The secret of the session that was there before in the same browser; it ends. */
  readonly formerSecret: string | null;
}

/** The secret of a session, told this once. */
export interface SignedIn {
  readonly secret: string;
}

/** Begins a session in the transaction of who found out that somebody may: always with a new secret, so that nobody can lay one for them. It is told in the audit trail of the instance. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly endSession: EndSession,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, { userId, method, apiTokenId, formerSecret }: SigningIn): Promise<SignedIn> {
    if (formerSecret !== null) {
      await this.endSession.run(tx, formerSecret);
    }
    const at = this.clock.now();
    const id = newId();
    const secret = newSecret();
    await tx.manager.insert(WebSessionEntity, {
      id,
      secretSha256: hashOfSecret(secret),
      userId,
      method,
      apiTokenId,
      createdAt: at,
      seenAt: at,
      expiresAt: endOfSession(at),
    });
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: null,
      at,
      actorId: userId,
      action: 'session.begun',
      subjectType: 'Session',
      subjectId: id,
      changes: { method, ...(apiTokenId === null ? {} : { apiTokenId }) },
    });
    return { secret };
  }
}
