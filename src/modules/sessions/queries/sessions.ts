import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Viewer } from '../../../domain/access/access.js';
import { idleSince } from '../../../domain/access/session-term.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { asTollgate } from '../../../platform/database/request-scope.js';
import {
  tokenIsGood,
  USER_IS_ACTIVE,
  VIEWER_COLUMNS,
  viewerIn,
  type ViewerRow,
} from '../../identity/queries/viewer-sql.js';
import { hashOfSecret } from '../session-secret.js';
import { SignInSettings } from '../sign-in-settings.js';

/** A session that holds. */
export interface Session {
  readonly id: string;
  readonly seenAt: Instant;
  readonly viewer: Viewer;
}

interface SessionRow extends ViewerRow {
  readonly id: string;
  readonly secret_sha256: string;
  readonly seen_at: Instant;
}

// A session of a sample person holds only where sample people may be played.
const SESSIONS = `
  SELECT s.id, s.secret_sha256, s.seen_at, ${VIEWER_COLUMNS}
  FROM web_session s JOIN app_user u ON u.id = s.user_id LEFT JOIN api_token t ON t.id = s.api_token_id
  WHERE s.secret_sha256 = ANY($1) AND ${USER_IS_ACTIVE} AND s.ended_at IS NULL AND s.expires_at > $2 AND s.seen_at > $3
    AND (s.method <> 'TOKEN' OR (${tokenIsGood('$4')})) AND (s.method <> 'SAMPLE' OR $5)`;

/** Sessions by the secret in their cookie, with the roles held now. Asked on every request, so what ends a session ends it at once. */
@Injectable()
export class Sessions {
  // Asked anew means asked anew.
  private readonly renewals = new DataLoader<string, Session | null>((hashes) => this.byHashes(hashes), {
    cache: false,
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: SignInSettings,
  ) {}

  /** Null for a session that is unknown or has ended: by its person, after 12 hours, after 2 hours without use, or with the token it was made from. */
  async bySecret(secret: string): Promise<Session | null> {
    const [session] = await this.byHashes([hashOfSecret(secret)]);
    return session ?? null;
  }

  /** Who it is of now, if it still holds; all who ask at once by one question. */
  async renewed(secretSha256: string): Promise<Viewer | null> {
    return (await this.renewals.load(secretSha256))?.viewer ?? null;
  }

  private async byHashes(hashes: readonly string[]): Promise<readonly (Session | null)[]> {
    const now = this.clock.now();
    const today = now.slice(0, 10);
    const mayPlay = this.settings.sampleParts.length > 0;
    const rows = await asTollgate(() =>
      this.database.rows<SessionRow>(SESSIONS, [hashes, now, idleSince(now), today, mayPlay]),
    );
    const found = new Map(
      rows.map((row) => [row.secret_sha256, { id: row.id, seenAt: row.seen_at, viewer: viewerIn(row) }]),
    );
    return hashes.map((hash) => found.get(hash) ?? null);
  }
}
