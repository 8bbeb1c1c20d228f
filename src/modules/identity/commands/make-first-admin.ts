import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { accept, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { ApiTokenEntity } from '../persistence/api-token.entity.js';
import { AppUserEntity } from '../persistence/app-user.entity.js';
import { hashOfToken, isWellFormedToken, newToken } from '../token-form.js';

export interface FirstAdmin {
  readonly userId: string;
  /** Null when the token was given: it is not told again. */
  readonly newToken: string | null;
}

/** Nobody gets mail there. */
export const FIRST_ADMIN_EMAIL = 'admin@tollgate.invalid';

/** On an instance without users: makes the first instance admin and an API token, the given one or a new one. Null where there are users already. */
@Injectable()
export class MakeFirstAdmin {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  async run(givenToken: string | null): Promise<FirstAdmin | null> {
    if (givenToken?.startsWith('tgt_') && !isWellFormedToken(givenToken)) {
      throw new Error(
        'TOLLGATE_BOOTSTRAP_TOKEN begins like one of our own tokens but its checksum is wrong, so nobody could sign in with it: correct it, or take any other text of 32 characters or more.',
      );
    }
    const result = await this.work.run(async (tx): Promise<Result<FirstAdmin | null>> => {
      await tx.query('SELECT pg_advisory_xact_lock(7065284)');
      const [count] = await tx.query<{ users: number }>('SELECT count(*)::int AS users FROM app_user WHERE id <> $1', [
        SYSTEM_USER_ID,
      ]);
      if (count && count.users > 0) {
        return accept(null);
      }
      const at = this.clock.now();
      const userId = newId();
      const token = givenToken ?? newToken();
      await tx.manager.insert(AppUserEntity, {
        id: userId,
        name: 'Instance admin',
        email: FIRST_ADMIN_EMAIL,
        isInstanceAdmin: true,
        createdAt: at,
      });
      await tx.manager.insert(ApiTokenEntity, {
        id: newId(),
        userId,
        name: 'First admin',
        tokenSha256: hashOfToken(token),
        createdAt: at,
        createdBy: userId,
      });
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: null,
        at,
        actorId: null,
        action: 'instance.begun',
        subjectType: 'User',
        subjectId: userId,
        changes: { isInstanceAdmin: true },
      });
      return accept({ userId, newToken: givenToken === null ? token : null });
    });
    return result.ok ? result.value : null;
  }
}
