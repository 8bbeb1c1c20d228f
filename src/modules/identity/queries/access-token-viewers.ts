import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { asTollgate } from '../../../platform/database/request-scope.js';
import { fault } from '../../../platform/faults.js';
import { AccessTokens, type AccessTokenHolder } from '../../../platform/oidc/access-tokens.js';
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
    return (await this.admit(token)).viewer;
  }

  /** The same, and how to find out who it is of later: the provider is not asked again for that. Null once it holds no more. */
  async admit(token: string): Promise<{ readonly viewer: Viewer; readonly renewed: () => Promise<Viewer | null> }> {
    const holder = await this.tokens.read(token, new Date(this.clock.now()));
    const viewer = await this.of(holder);
    if (!viewer) {
      throw fault(
        'UNAUTHENTICATED',
        'The provider knows whom the access token is for, and Tollgate does not: sign in to the board once, or ask an instance admin.',
      );
    }
    return {
      viewer,
      renewed: () =>
        Date.parse(this.clock.now()) / 1_000 > holder.goodUntil ? Promise.resolve(null) : this.of(holder),
    };
  }

  private async of({ issuer, subject }: AccessTokenHolder): Promise<Viewer | null> {
    const row = await asTollgate(() => this.database.row<ViewerRow>(BY_SUBJECT, [issuer, subject]));
    return row && viewerIn(row);
  }
}
