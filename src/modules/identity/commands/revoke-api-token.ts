import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { isId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';

interface TokenRow {
  user_id: string;
  revoked_at: string | null;
}

/** Ends an API token: it is refused from the next request on. Revoking again changes nothing. NOT_FOUND for a token that is neither one's own nor, for an instance admin, anybody's. */
@Injectable()
export class RevokeApiToken {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, apiTokenId: string): Promise<Result<{ apiTokenId: string }>> {
    return this.work.run(async (tx) => {
      const [token] = isId(apiTokenId)
        ? await tx.query<TokenRow>('SELECT user_id, revoked_at FROM api_token WHERE id = $1 FOR UPDATE', [apiTokenId])
        : [];
      if (!token || !(viewer.isInstanceAdmin || viewer.userId === token.user_id)) {
        return refuse(notFound('The API token', ['apiTokenId']));
      }
      if (token.revoked_at === null) {
        const at = this.clock.now();
        await tx.query('UPDATE api_token SET revoked_at = $2, revoked_by = $3 WHERE id = $1', [
          apiTokenId,
          at,
          viewer.userId,
        ]);
        await this.audit.run(tx, {
          initiativeId: null,
          portfolioId: null,
          at,
          actorId: viewer.userId,
          action: 'apiToken.revoked',
          subjectType: 'ApiToken',
          subjectId: apiTokenId,
          changes: {},
        });
      }
      return accept({ apiTokenId });
    });
  }
}
