import { Injectable } from '@nestjs/common';
import type { Role, Viewer } from '../../../domain/access/access.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { hashOfToken, isWellFormedToken } from '../token-form.js';

interface ViewerRow {
  token_sha256: string;
  user_id: string;
  is_instance_admin: boolean;
  roles: Record<string, Role[]> | null;
}

const VIEWERS_BY_TOKEN = `
  SELECT t.token_sha256, u.id AS user_id, u.is_instance_admin,
    (SELECT jsonb_object_agg(m.portfolio_id, m.roles) FROM portfolio_member m WHERE m.user_id = u.id) AS roles
  FROM api_token t JOIN app_user u ON u.id = t.user_id
  WHERE t.token_sha256 = ANY($1) AND t.revoked_at IS NULL AND (t.expires_on IS NULL OR t.expires_on >= $2)`;

/** Who holds this API token, with the roles held now; null for a token that is unknown, expired or revoked. Asked on every request, so a change of roles counts at once. */
@Injectable()
export class Authenticate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byToken(token: string): Promise<Viewer | null> {
    return (await this.byTokens([token])).get(token) ?? null;
  }

  /** The same for many at once, by token; those that are good for nobody are left out. */
  async byTokens(tokens: readonly string[]): Promise<ReadonlyMap<string, Viewer>> {
    const byHash = new Map(
      tokens
        .filter((token) => !token.startsWith('tgt_') || isWellFormedToken(token))
        .map((token) => [hashOfToken(token), token]),
    );
    if (byHash.size === 0) {
      return new Map();
    }
    const today = this.clock.now().slice(0, 10);
    const rows = await this.database.rows<ViewerRow>(VIEWERS_BY_TOKEN, [[...byHash.keys()], today]);
    return new Map(rows.map((row) => [byHash.get(row.token_sha256) ?? '', viewerIn(row)]));
  }
}

const viewerIn = (row: ViewerRow): Viewer => ({
  userId: row.user_id,
  isInstanceAdmin: row.is_instance_admin,
  roles: new Map(Object.entries(row.roles ?? {})),
});
