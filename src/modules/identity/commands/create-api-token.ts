import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { lastDayOfToken } from '../../../domain/access/token-term.js';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { ApiTokenEntity } from '../persistence/api-token.entity.js';
import { Users } from '../queries/users.js';
import { hashOfToken, newToken } from '../token-form.js';

export interface NewApiToken {
  readonly userId: string;
  readonly name: string;
  readonly expiresOn: CalendarDate | null;
}

export interface MadeApiToken {
  readonly token: string;
  readonly apiTokenId: string;
  readonly expiresOn: CalendarDate;
}

/**
 * Makes an API token for a user: an instance admin for anybody, everybody else for themselves (another user is NOT_FOUND).
 * It is shown once and only its hash is kept. It ends on `expiresOn`, at most 366 days ahead, and after 365 days where none is stated.
 */
@Injectable()
export class CreateApiToken {
  constructor(
    private readonly work: UnitOfWork,
    private readonly users: Users,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: NewApiToken): Promise<Result<MadeApiToken>> {
    return this.work.run(async (tx) => {
      const at = this.clock.now();
      const today = at.slice(0, 10) as CalendarDate;
      if (!(viewer.isInstanceAdmin || viewer.userId === input.userId) || !(await this.users.exists(input.userId, tx))) {
        return refuse(notFound('The user', ['input', 'userId']));
      }
      const lastDay = lastDayOfToken(input.expiresOn, today);
      if (!lastDay.ok) {
        return lastDay;
      }
      const expiresOn = lastDay.value;
      const token = newToken();
      const apiTokenId = newId();
      await tx.manager.insert(ApiTokenEntity, {
        id: apiTokenId,
        userId: input.userId,
        name: input.name,
        tokenSha256: hashOfToken(token),
        expiresOn,
        createdAt: at,
        createdBy: viewer.userId,
      });
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: null,
        at,
        actorId: viewer.userId,
        action: 'apiToken.created',
        subjectType: 'ApiToken',
        subjectId: apiTokenId,
        changes: { userId: input.userId, name: input.name, expiresOn },
      });
      return accept({ token, apiTokenId, expiresOn });
    });
  }
}
