import { Injectable } from '@nestjs/common';
import type { Role, Viewer } from '../../../domain/access/access.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { hashOfToken, isWellFormedToken } from '../token-form.js';

interface ViewerRow {
  user_id: string;
  is_instance_admin: boolean;
  roles: Record<string, Role[]> | null;
}

const VIEWER_BY_TOKEN = `
  SELECT u.id AS user_id, u.is_instance_admin,
    (SELECT jsonb_object_agg(m.portfolio_id, m.roles) FROM portfolio_member m WHERE m.user_id = u.id) AS roles
  FROM api_token t JOIN app_user u ON u.id = t.user_id
  WHERE t.token_sha256 = $1 AND t.revoked_at IS NULL AND (t.expires_on IS NULL OR t.expires_on >= $2)`;

/** Who holds this API token, with the roles held now; null for a token that is unknown, expired or revoked. Asked on every request, so a change of roles counts at once. */
@Injectable()
export class Authenticate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byToken(token: string): Promise<Viewer | null> {
    if (token.startsWith('tgt_') && !isWellFormedToken(token)) {
      return null;
    }
    const today = this.clock.now().slice(0, 10);
    const row = await this.database.row<ViewerRow>(VIEWER_BY_TOKEN, [hashOfToken(token), today]);
    return (
      row && {
        userId: row.user_id,
        isInstanceAdmin: row.is_instance_admin,
        roles: new Map(Object.entries(row.roles ?? {})),
      }
    );
  }
}
