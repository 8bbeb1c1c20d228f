import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { asTollgate } from '../../../platform/database/request-scope.js';
import { hashOfToken, isWellFormedToken } from '../token-form.js';
import { tokenIsGood, USER_IS_ACTIVE, VIEWER_COLUMNS, viewerIn, type ViewerRow } from './viewer-sql.js';

/** Whose an API token is. */
export interface TokenHolder {
  readonly apiTokenId: string;
  readonly userId: string;
}

const VIEWERS_BY_TOKEN = `
  SELECT t.token_sha256, ${VIEWER_COLUMNS}
  FROM api_token t JOIN app_user u ON u.id = t.user_id
  WHERE t.token_sha256 = ANY($1) AND ${tokenIsGood('$2')} AND ${USER_IS_ACTIVE}`;

const HOLDER = `
  SELECT t.id AS "apiTokenId", t.user_id AS "userId" FROM api_token t JOIN app_user u ON u.id = t.user_id
  WHERE t.token_sha256 = $1 AND ${tokenIsGood('$2')} AND ${USER_IS_ACTIVE}`;

const canBeToken = (text: string): boolean => !text.startsWith('tgt_') || isWellFormedToken(text);

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
    const byHash = new Map(tokens.filter(canBeToken).map((token) => [hashOfToken(token), token]));
    if (byHash.size === 0) {
      return new Map();
    }
    const rows = await asTollgate(() =>
      this.database.rows<ViewerRow & { token_sha256: string }>(VIEWERS_BY_TOKEN, [[...byHash.keys()], this.today()]),
    );
    return new Map(rows.map((row) => [byHash.get(row.token_sha256) ?? '', viewerIn(row)]));
  }

  /** Whose token it is, and which of theirs; null as above. */
  async holderOf(token: string): Promise<TokenHolder | null> {
    return canBeToken(token) ? await this.database.row<TokenHolder>(HOLDER, [hashOfToken(token), this.today()]) : null;
  }

  private today(): string {
    return this.clock.now().slice(0, 10);
  }
}
