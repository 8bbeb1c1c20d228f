import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { AppUserEntity } from '../persistence/app-user.entity.js';
import { Users, type User } from '../queries/users.js';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  /** What a directory that provisions users calls this one. */
  readonly externalId?: string | null;
}

/** Makes a user known to the instance. Only an instance admin may. ALREADY_EXISTS when the e-mail address is taken, in whatever case. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly work: UnitOfWork,
    private readonly users: Users,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: NewUser): Promise<Result<User>> {
    if (!viewer.isInstanceAdmin) {
      throw fault('FORBIDDEN', 'Only an instance admin creates users.');
    }
    return this.work.run(async (tx) => {
      const email = input.email.toLowerCase();
      const at = this.clock.now();
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [email]);
      if ((await this.users.byEmails([email], tx)).length > 0) {
        return refuse({
          code: 'ALREADY_EXISTS',
          message: `There is a user with the e-mail address ${email} already.`,
          field: ['input', 'email'],
        });
      }
      const user = { id: newId(), name: input.name, email, deactivatedAt: null };
      await tx.manager.insert(AppUserEntity, {
        ...user,
        externalId: input.externalId ?? null,
        isInstanceAdmin: false,
        createdAt: at,
      });
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: null,
        at,
        actorId: viewer.userId,
        action: 'user.created',
        subjectType: 'User',
        subjectId: user.id,
        changes: { name: user.name },
      });
      return accept(user);
    });
  }
}
