import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { isId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { Users, type User } from '../queries/users.js';

const LOCK = 'SELECT deactivated_at FROM app_user WHERE id = $1 FOR UPDATE';
const REACTIVATE = 'UPDATE app_user SET deactivated_at = NULL WHERE id = $1';

/**
 * Lets a user in again who was deactivated, with nothing: roles are given and tokens made anew. Only an instance admin may. For a user who
 * is active it changes nothing. NOT_FOUND for an unknown user.
 */
@Injectable()
export class ReactivateUser {
  constructor(
    private readonly work: UnitOfWork,
    private readonly users: Users,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, userId: string): Promise<Result<User>> {
    return this.work.run((tx) => this.within(tx, viewer, userId));
  }

  /** The same as a part of another command. */
  async within(tx: Tx, viewer: Viewer, userId: string): Promise<Result<User>> {
    if (!viewer.isInstanceAdmin) {
      throw fault('FORBIDDEN', 'Only an instance admin reactivates users.');
    }
    const [found] = isId(userId) ? await tx.query<{ deactivated_at: string | null }>(LOCK, [userId]) : [];
    if (found && found.deactivated_at !== null) {
      await tx.query(REACTIVATE, [userId]);
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: null,
        at: this.clock.now(),
        actorId: viewer.userId,
        action: 'user.reactivated',
        subjectType: 'User',
        subjectId: userId,
        changes: {},
      });
    }
    const [user] = found ? await this.users.byIds([userId], tx) : [];
    return user ? accept(user) : refuse(notFound('The user', ['id']));
  }
}
