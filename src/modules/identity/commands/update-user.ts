import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { isId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { ClaimIdentifiers } from './claim-identifiers.js';

/** What is to be otherwise of a user; what is left out stays. */
export interface UserChanges {
  readonly name?: string;
  readonly email?: string;
  /** What a directory that provisions users calls this one; null: it calls it nothing. */
  readonly externalId?: string | null;
}

interface Standing {
  readonly name: string;
  readonly email: string;
  readonly externalId: string | null;
}

const LOCK = `
  SELECT name, email, external_id AS "externalId" FROM app_user WHERE id = $1 AND id <> $2 FOR UPDATE`;
const UPDATE = 'UPDATE app_user SET name = $2, email = $3, external_id = $4 WHERE id = $1';

/**
 * Changes what a user is called, by people and by the directory, and the e-mail address. Only an instance admin may. What is so already
 * changes nothing. NOT_FOUND for an unknown user, ALREADY_EXISTS when the address or the external id is somebody else's.
 */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly claim: ClaimIdentifiers,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  /** As a part of another command. */
  async within(tx: Tx, viewer: Viewer, userId: string, stated: UserChanges): Promise<Result<null>> {
    if (!viewer.isInstanceAdmin) {
      throw fault('FORBIDDEN', 'Only an instance admin changes users.');
    }
    const [standing] = isId(userId) ? await tx.query<Standing>(LOCK, [userId, SYSTEM_USER_ID]) : [];
    if (!standing) {
      return refuse(notFound('The user', ['id']));
    }
    const next: Standing = { ...standing, ...stated, ...(stated.email ? { email: stated.email.toLowerCase() } : {}) };
    const changed = (['name', 'email', 'externalId'] as const).filter((field) => next[field] !== standing[field]);
    if (changed.length === 0) {
      return accept(null);
    }
    const taken = await this.claim.run(tx, next, userId);
    if (taken.length > 0) {
      return refuse(...taken);
    }
    await tx.query(UPDATE, [userId, next.name, next.email, next.externalId]);
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: null,
      at: this.clock.now(),
      actorId: viewer.userId,
      action: 'user.updated',
      subjectType: 'User',
      subjectId: userId,
      // That the address changed, not from which to which: what is told here stays for good.
      changes: Object.fromEntries(changed.map((field) => [field, field === 'email' ? 'changed' : next[field]])),
    });
    return accept(null);
  }
}
