import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { AppUserEntity } from '../persistence/app-user.entity.js';
import type { User } from '../queries/users.js';
import { ClaimIdentifiers } from './claim-identifiers.js';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  /** What a directory that provisions users calls this one. */
  readonly externalId?: string | null;
}

/**
 * Makes a user known to the instance. Only an instance admin may. ALREADY_EXISTS when the e-mail address is taken, in whatever case, or
 * what the directory calls the user.
 */
@Injectable()
export class CreateUser {
  constructor(
    private readonly work: UnitOfWork,
    private readonly claim: ClaimIdentifiers,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: NewUser): Promise<Result<User>> {
    return this.work.run((tx) => this.within(tx, viewer, input));
  }

  /** The same as a part of another command. */
  async within(tx: Tx, viewer: Viewer, { name, email: stated, externalId = null }: NewUser): Promise<Result<User>> {
    if (!viewer.isInstanceAdmin) {
      throw fault('FORBIDDEN', 'Only an instance admin creates users.');
    }
    const email = stated.toLowerCase();
    const at = this.clock.now();
    const taken = await this.claim.run(tx, { email, externalId }, null);
    if (taken.length > 0) {
      return refuse(...taken);
    }
    const user = { id: newId(), name, email, deactivatedAt: null };
    await tx.manager.insert(AppUserEntity, { ...user, externalId, isInstanceAdmin: false, createdAt: at });
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: null,
      at,
      actorId: viewer.userId,
      action: 'user.created',
      subjectType: 'User',
      subjectId: user.id,
      changes: { name },
    });
    return accept(user);
  }
}
