import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Viewer } from '../../../domain/access/access.js';
import { AccessTokenViewers } from './access-token-viewers.js';
import { Authenticate } from './authenticate.js';
import { Bearer, tokenIn } from './bearer.js';

/** Told when a viewer's roles changed; null: the token is good no longer, and never will be again. */
type AdmissionListener = (viewer: Viewer | null) => void;

/** Somebody who was let in and stays. */
export class Admission {
  private readonly listeners = new Set<AdmissionListener>();
  private known: Viewer | null;

  constructor(
    viewer: Viewer,
    private readonly ask: () => Promise<Viewer | null>,
  ) {
    this.known = viewer;
  }

  /** Who it is, with the roles held now; null once the token is expired or revoked. */
  async renewed(): Promise<Viewer | null> {
    if (this.known === null) {
      return null;
    }
    const viewer = await this.ask();
    const isNews = fingerprint(viewer) !== fingerprint(this.known);
    this.known = viewer;
    if (isNews) {
      [...this.listeners].forEach((listener) => {
        listener(viewer);
      });
    }
    return viewer;
  }

  /** Calls `listener` at each change that `renewed` comes upon, whoever asked, until the function it answers with is called. */
  watch(listener: AdmissionListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }
}

const fingerprint = (viewer: Viewer | null): string =>
  JSON.stringify(viewer && [viewer.userId, viewer.isInstanceAdmin, [...viewer.roles].sort()]);

/** Lets those in who stay connected, by the same rule as a request, and finds out for each of them whether it still holds: all who ask at once by one question. */
@Injectable()
export class Admissions {
  private readonly viewers: DataLoader<string, Viewer | null>;

  constructor(
    authenticate: Authenticate,
    private readonly bearer: Bearer,
    private readonly accessTokens: AccessTokenViewers,
  ) {
    this.viewers = new DataLoader(
      async (tokens) => {
        const found = await authenticate.byTokens(tokens);
        return tokens.map((token) => found.get(token) ?? null);
      },
      // Asked anew means asked anew.
      { cache: false },
    );
  }

  /** Lets somebody in by the text of an Authorization header. UNAUTHENTICATED as for a request. */
  async admit(authorization: string | undefined): Promise<{ readonly viewer: Viewer; readonly admission: Admission }> {
    const token = tokenIn(authorization);
    if (this.accessTokens.canBe(token)) {
      const { viewer, renewed } = await this.accessTokens.admit(token);
      return { viewer, admission: new Admission(viewer, renewed) };
    }
    const viewer = await this.bearer.viewer(authorization);
    return { viewer, admission: new Admission(viewer, () => this.viewers.load(token)) };
  }
}
