import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { portfoliosOf, type Viewer } from '../../domain/access/access.js';
import { narrowTo } from '../../platform/database/request-scope.js';
import { fault } from '../../platform/faults.js';
import { PublicUrl } from '../../platform/public-url.js';
import { Admission, Admissions } from '../identity/queries/admissions.js';
import { Bearer } from '../identity/queries/bearer.js';
import { NoteSeen } from './commands/note-seen.js';
import { forgery } from './own-page.js';
import { Sessions, type Session } from './queries/sessions.js';
import { hashOfSecret, secretIn } from './session-secret.js';

/** What of a request says who sends it. */
export interface Asking {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

const ended = (): Error => fault('UNAUTHENTICATED', 'The session has ended. Sign in again.');

/**
 * Who sends a request: the one place that finds it out, for GraphQL, uploads, downloads and WebSockets alike. An Authorization
 * header counts where there is one, whatever cookie there is; else the cookie of a session.
 */
@Injectable()
export class Callers {
  constructor(
    private readonly bearer: Bearer,
    private readonly admissions: Admissions,
    private readonly sessions: Sessions,
    private readonly noteSeen: NoteSeen,
    private readonly publicUrl: PublicUrl,
  ) {}

  /**
   * The viewer of a request, which from here on sees and writes rows of the viewer's portfolios only. UNAUTHENTICATED without a token or a session that holds; FORBIDDEN for a request by cookie that
   * could change something and is not shown to come from a page of ours.
   */
  async viewer(asking: Asking): Promise<Viewer> {
    const viewer = await this.identify(asking);
    narrowTo(portfoliosOf(viewer));
    return viewer;
  }

  private async identify({ method, headers }: Asking): Promise<Viewer> {
    const secret = this.secretOf(headers.authorization, headers);
    if (secret === null) {
      return this.bearer.viewer(headers.authorization);
    }
    const forged = SAFE_METHODS.includes(method) ? null : forgery(headers, this.publicUrl);
    if (forged !== null) {
      throw fault('FORBIDDEN', forged);
    }
    const session = await this.sessionOf(secret);
    await this.noteSeen.run(session);
    return session.viewer;
  }

  /**
   * Lets somebody in who stays connected, by what they state or by the headers of the request they came with. UNAUTHENTICATED as
   * above, and for a cookie without an Origin of ours. Staying connected is no use of a session: it ends all the same.
   */
  async admit(
    authorization: string | undefined,
    headers: IncomingHttpHeaders,
  ): Promise<{ readonly viewer: Viewer; readonly admission: Admission }> {
    const secret = this.secretOf(authorization, headers);
    if (secret === null) {
      return this.admissions.admit(authorization);
    }
    const { origin, host } = headers;
    if (origin === undefined || !this.publicUrl.isOwnOrigin(origin, host)) {
      throw fault('UNAUTHENTICATED', 'The cookie of a session is good for a WebSocket of our own pages only.');
    }
    const { viewer } = await this.sessionOf(secret);
    const hash = hashOfSecret(secret);
    return { viewer, admission: new Admission(viewer, () => this.sessions.renewed(hash)) };
  }

  private secretOf(authorization: string | undefined, { cookie }: IncomingHttpHeaders): string | null {
    return authorization === undefined ? secretIn(cookie) : null;
  }

  private async sessionOf(secret: string): Promise<Session> {
    const session = await this.sessions.bySecret(secret);
    if (session === null) {
      throw ended();
    }
    return session;
  }
}
