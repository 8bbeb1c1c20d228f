import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import { signalsIn } from '../../../domain/signals/watch.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { OutgoingHttp } from '../../../platform/http/outgoing-http.js';
import { newId } from '../../../platform/ids.js';
import { WatchedInitiatives } from '../queries/watched-initiatives.js';
import type { SignalSource } from '../queries/signal-sources.js';
import { SourceBook } from './source-book.js';

export interface SourceRequest {
  readonly url: string;
  readonly query: string;
  readonly intervalSeconds: number;
  /** Undefined: the one there stays; null: none. */
  readonly bearerToken: string | null | undefined;
}

/**
 * Has the values of a signal asked for from a Prometheus, from now on. It takes ADMIN or PROGRAM_MANAGER. NOT_FOUND for a
 * signal that the plan in force has not; INVALID for an address that may not be called or that has a query, and where the
 * server changes and nothing is said of the token, so that a token never goes to a server it was not given for.
 */
@Injectable()
export class SetSignalSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly watched: WatchedInitiatives,
    private readonly http: OutgoingHttp,
    private readonly book: SourceBook,
  ) {}

  run(viewer: Viewer, initiativeId: string, signalName: string, request: SourceRequest): Promise<Result<SignalSource>> {
    return this.work.run(async (tx) => {
      const initiative = await this.book.lockToManage(viewer, initiativeId, tx);
      if (!initiative) {
        return refuse(notFound('The initiative', ['initiativeId']));
      }
      const signal = tidy(signalName);
      const stamp = this.book.stamp(viewer);
      const before = await this.book.sourceOf(initiative.id, signal, tx);
      const [watched] = await this.watched.at([initiative.id], stamp.at, tx);
      const isWatched = watched !== undefined && signalsIn(watched.plan).some(({ name }) => name === signal);
      const refusals: readonly Refusal[] = [
        ...(isWatched ? [] : [notFound(`The signal ${signal} in the monitoring plan in force`, ['signalName'])]),
        ...this.addressProblems(request.url),
        ...tokenProblems(before, request),
      ];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const id = before?.id ?? newId();
      const { url, query, intervalSeconds } = request;
      const token = await this.tokenFor(tx, id, request.bearerToken);
      const { portfolioId } = initiative;
      await this.book.set(tx, stamp, {
        ...{ id, portfolioId, initiativeId: initiative.id, signal, url, query, intervalSeconds, token },
      });
      return accept(await this.book.get(initiative.id, signal, tx));
    });
  }

  private addressProblems(url: string): readonly Refusal[] {
    const problem = this.http.problemOf(url);
    if (problem !== null) {
      return [invalid(['input', 'url'], `The address ${problem}.`)];
    }
    const { search, hash } = new URL(url);
    return search === '' && hash === ''
      ? []
      : [invalid(['input', 'url'], 'The address must end with its path: /api/v1/query is added to it.')];
  }

  private tokenFor(tx: Tx, id: string, token: string | null | undefined): Promise<Buffer | null> | Buffer | null {
    return token === undefined ? this.book.tokenOf(tx, id) : token === null ? null : this.book.seal(id, token);
  }
}

const tokenProblems = (before: SignalSource | null, { url, bearerToken }: SourceRequest): readonly Refusal[] =>
  bearerToken === undefined && before?.hasBearerToken && originOf(before.url) !== originOf(url)
    ? [
        invalid(
          ['input', 'bearerToken'],
          'The server is another one than before; state the bearer token for it, or null for none.',
        ),
      ]
    : [];

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);
