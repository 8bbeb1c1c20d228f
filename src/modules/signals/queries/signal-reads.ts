import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { LongReads } from '../../../platform/database/long-reads.js';
import { SignalStandings, type WatchedSignal } from './signal-standings.js';

/** A signal as it is exported. */
export interface ReadSignal extends WatchedSignal {
  readonly initiativeKey: string;
  readonly initiativeName: string;
}

interface Watched {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

const WATCHED = `
  SELECT i.id, i.key, i.name FROM initiative i
  WHERE i.portfolio_id = $1 AND ($2::text IS NULL OR i.key = $2) AND EXISTS (
    SELECT FROM evidence e JOIN evidence_review r ON r.evidence_id = e.id
    WHERE e.initiative_id = i.id AND e.kind = 'MONITORING_PLAN' AND r.outcome = 'ACCEPTED' AND r.reviewed_at <= $3::timestamptz)
  ORDER BY i.number, i.id`;

/** The signals of a portfolio from one end to the other. */
@Injectable()
export class SignalReads {
  constructor(
    private readonly reads: LongReads,
    private readonly standings: SignalStandings,
  ) {}

  /** Begins to read where the signals stood at an instant, by initiative; of one initiative where its key is given. */
  async begin(
    portfolioId: string,
    initiativeKey: string | null,
    at: Instant,
  ): Promise<AsyncIterable<readonly ReadSignal[]>> {
    return this.readIn(await this.reads.begin<Watched>(WATCHED, [portfolioId, initiativeKey, at]), at);
  }

  private async *readIn(
    pieces: AsyncIterable<readonly Watched[]>,
    at: Instant,
  ): AsyncGenerator<readonly ReadSignal[], void> {
    for await (const initiatives of pieces) {
      const ids = initiatives.map(({ id }) => id);
      const signals = await this.standings.ofInitiatives(ids, at);
      yield initiatives.flatMap(({ id, key, name }) =>
        (signals.get(id) ?? []).map((signal) => ({ ...signal, initiativeKey: key, initiativeName: name })),
      );
    }
  }
}
