import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { fault } from '../../../platform/faults.js';
import { AccessTokenViewers } from './access-token-viewers.js';
import { Authenticate } from './authenticate.js';

// Access tokens of a provider may be long; an API token is not.
const BEARER = /^Bearer ([\x21-\x7e]{1,8000})$/i;

/** The token of an Authorization header. UNAUTHENTICATED without one and with another scheme. */
export const tokenIn = (authorization: string | undefined): string => {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    throw fault('UNAUTHENTICATED', 'This takes an API token, in the header "Authorization: Bearer <token>".');
  }
  return token;
};

/** Who sends a request, by its Authorization header. UNAUTHENTICATED without one, with another scheme, and for a token that is unknown, expired or revoked. */
@Injectable()
export class Bearer {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly accessTokens: AccessTokenViewers,
  ) {}

  async viewer(authorization: string | undefined): Promise<Viewer> {
    const token = tokenIn(authorization);
    if (this.accessTokens.canBe(token)) {
      return this.accessTokens.viewer(token);
    }
    const viewer = await this.authenticate.byToken(token);
    if (!viewer) {
      throw fault('UNAUTHENTICATED', 'The API token is not known here, or it is expired or revoked.');
    }
    return viewer;
  }
}
