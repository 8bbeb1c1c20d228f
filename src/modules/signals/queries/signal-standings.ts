import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { MonitoredSignal } from '../../../domain/gates/evidence.js';
import type { SignalStanding } from '../../../domain/signals/signal-standing.js';
import { signalsIn, standingsOf } from '../../../domain/signals/watch.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { SettledKnowledge } from '../../portfolios/queries/settled-knowledge.js';
import { NewestReadings } from './newest-readings.js';
import { WatchedInitiatives } from './watched-initiatives.js';

/** A signal of the plan in force, and where it stands. */
export interface WatchedSignal extends SignalStanding {
  readonly initiativeId: string;
  readonly definition: MonitoredSignal;
  /** The instant it is told of. */
  readonly at: Instant;
}

@Injectable()
export class SignalStandings {
  constructor(
    private readonly initiatives: WatchedInitiatives,
    private readonly readings: NewestReadings,
    private readonly knowledge: SettledKnowledge,
    private readonly clock: Clock,
  ) {}

  private readonly loaded = listLoader<{ readonly asOf: Instant | null }, readonly WatchedSignal[]>(
    async (ids, { asOf }) => this.watched(ids, asOf === null ? this.clock.now() : await this.settled(ids, asOf)),
    () => [],
  );

  /**
   * Where the signals of initiatives stood at an instant, by what was recorded by then: in two statements, however many there
   * are. Every initiative asked for has an entry; one without an accepted monitoring plan has no signals.
   */
  ofInitiatives(ids: readonly string[], at: Instant, tx?: Tx): Promise<ReadonlyMap<string, readonly WatchedSignal[]>> {
    return this.watched(ids, at, tx);
  }

  /**
   * The same for one initiative, now or as of an instant; one still to come is taken for now. An answer as of an instant
   * stays: it waits as `SettledKnowledge` says.
   */
  ofInitiative(scope: object, id: string, asOf: Instant | null): Promise<readonly WatchedSignal[]> {
    return this.loaded.load(scope, id, { asOf });
  }

  private async settled(ids: readonly string[], asOf: Instant): Promise<Instant> {
    const now = this.clock.now();
    const at = asOf < now ? asOf : now;
    for (const portfolioId of await this.initiatives.portfoliosOf(ids)) {
      await this.knowledge.settle(portfolioId, at);
    }
    return at;
  }

  private async watched(
    ids: readonly string[],
    at: Instant,
    tx?: Tx,
  ): Promise<ReadonlyMap<string, readonly WatchedSignal[]>> {
    const initiatives = await this.initiatives.at(ids, at, tx);
    const wanted = initiatives.flatMap(({ initiativeId, plan }) =>
      signalsIn(plan).map(({ name }) => ({ initiativeId, signal: name })),
    );
    const newest = groupBy(await this.readings.of(wanted, at, tx), ({ initiativeId }) => initiativeId);
    const signals = new Map(
      initiatives.map(({ initiativeId, ...watched }) => {
        const own = new Map((newest.get(initiativeId) ?? []).map((reading) => [reading.signal, reading]));
        const definitions = new Map(signalsIn(watched.plan).map((definition) => [definition.name, definition]));
        const standings = standingsOf({ ...watched, newest: own }, at).map((standing) => ({
          ...standing,
          initiativeId,
          definition: definitions.get(standing.name) as MonitoredSignal,
          at,
        }));
        return [initiativeId, standings] as const;
      }),
    );
    return new Map(ids.map((id) => [id, signals.get(id) ?? []]));
  }
}
