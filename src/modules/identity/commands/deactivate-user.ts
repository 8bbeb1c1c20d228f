import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { mayDeactivate } from '../../../domain/access/deactivation.js';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { isId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { Users, type User } from '../queries/users.js';

const LOCK = 'SELECT deactivated_at FROM app_user WHERE id = $1 AND id <> $2 FOR UPDATE';
const DEACTIVATE = 'UPDATE app_user SET deactivated_at = $2, is_instance_admin = false WHERE id = $1';
const REVOKE = 'UPDATE api_token SET revoked_at = $2, revoked_by = $3 WHERE user_id = $1 AND revoked_at IS NULL';
const END = `
  UPDATE web_session SET ended_at = greatest($2, created_at)
  WHERE user_id = $1 AND ended_at IS NULL AND expires_at > $2`;
const LEAVE = 'DELETE FROM portfolio_member WHERE user_id = $1 RETURNING portfolio_id';

/**
 * Takes everything from a user who left: API tokens, sessions and roles end with it, that of an instance admin too, open WebSockets within about a second; what the
 * user did stays. Only an instance admin may, and nobody deactivates themselves (INVALID), so that an instance admin remains.
 * Deactivating again changes nothing. NOT_FOUND for an unknown user.
 */
@Injectable()
export class DeactivateUser {
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
      throw fault('FORBIDDEN', 'Only an instance admin deactivates users.');
    }
    const [found] = isId(userId)
      ? await tx.query<{ deactivated_at: string | null }>(LOCK, [userId, SYSTEM_USER_ID])
      : [];
    if (!found) {
      return refuse(notFound('The user', ['id']));
    }
    const refusals = mayDeactivate(userId, viewer.userId);
    if (refusals.length > 0) {
      return refuse(...refusals);
    }
    if (found.deactivated_at === null) {
      await this.takeAll(tx, viewer, userId);
    }
    const [user] = await this.users.byIds([userId], tx);
    return user ? accept(user) : refuse(notFound('The user', ['id']));
  }

  private async takeAll(tx: Tx, viewer: Viewer, userId: string): Promise<void> {
    const at = this.clock.now();
    await tx.query(DEACTIVATE, [userId, at]);
    await tx.query(REVOKE, [userId, at, viewer.userId]);
    await tx.query(END, [userId, at]);
    const left = await tx.query<{ portfolio_id: string }>(LEAVE, [userId]);
    const event = { initiativeId: null, at, actorId: viewer.userId, subjectType: 'User', subjectId: userId } as const;
    await this.audit.run(tx, { ...event, portfolioId: null, action: 'user.deactivated', changes: {} });
    await this.tellPortfolios(tx, event, left.map(({ portfolio_id }) => portfolio_id).sort());
  }

  private async tellPortfolios(
    tx: Tx,
    event: {
      readonly initiativeId: null;
      readonly at: Instant;
      readonly actorId: string;
      readonly subjectType: 'User';
      readonly subjectId: string;
    },
    portfolioIds: readonly string[],
  ): Promise<void> {
    // In the order of their ids, as all who write in several do.
    for (const portfolioId of portfolioIds) {
      await this.audit.run(tx, { ...event, portfolioId, action: 'member.set', changes: { roles: [] } });
    }
  }
}
