import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { fault } from '../../../platform/faults.js';
import { Authenticate } from './authenticate.js';

const BEARER = /^Bearer ([\x21-\x7e]{1,500})$/i;

/** The API token of an Authorization header. UNAUTHENTICATED without one and with another scheme. */
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
  constructor(private readonly authenticate: Authenticate) {}

  async viewer(authorization: string | undefined): Promise<Viewer> {
    const viewer = await this.authenticate.byToken(tokenIn(authorization));
    if (!viewer) {
      throw fault('UNAUTHENTICATED', 'The API token is not known here, or it is expired or revoked.');
    }
    return viewer;
  }
}
