import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Fault, fault } from '../../../platform/faults.js';
import { AccessTokens } from '../../../platform/oidc/access-tokens.js';
import { USER_IS_ACTIVE, VIEWER_COLUMNS, viewerIn, type ViewerRow } from './viewer-sql.js';

const BY_SUBJECT = `
  SELECT ${VIEWER_COLUMNS} FROM app_user u WHERE u.oidc_issuer = $1 AND u.oidc_subject = $2 AND ${USER_IS_ACTIVE}`;

/** Who holds an access token of the OpenID provider: the user that is bound to its subject, with the roles held now. */
@Injectable()
export class AccessTokenViewers {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether a text is to be read as one. */
  canBe(token: string): boolean {
    return this.tokens.canBe(token);
  }

  /** UNAUTHENTICATED for a token that does not hold, and for somebody who is no user. */
  async viewer(token: string): Promise<Viewer> {
    const { issuer, subject } = await this.tokens.read(token, new Date(this.clock.now()));
    const row = await this.database.row<ViewerRow>(BY_SUBJECT, [issuer, subject]);
    if (!row) {
      throw fault(
        'UNAUTHENTICATED',
        'The provider knows whom the access token is for, and Tollgate does not: sign in to the board once, or ask an instance admin.',
      );
    }
    return viewerIn(row);
  }

  /** Who it is of now; null once it holds no more. */
  async renewed(token: string): Promise<Viewer | null> {
    try {
      return await this.viewer(token);
    } catch (error) {
      if (error instanceof Fault && error.code === 'UNAUTHENTICATED') {
        return null;
      }
      throw error;
    }
  }
}
