import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { tidy } from '../../../domain/basics/text.js';
import type { ReadingDraft, WatchedInitiative } from '../../../domain/signals/check-reading.js';
import {
  identityOf,
  planReadings,
  signalKey,
  statementIn,
  type NewReading,
  type ReadingOutcome,
  type StatedReading,
} from '../../../domain/signals/plan-readings.js';
import { Overtaken, type Tx } from '../../../platform/database/unit-of-work.js';
import { InitiativeTrail, type Stamp } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { ReadingRepository } from '../persistence/reading.repository.js';
import { NewestReadings } from '../queries/newest-readings.js';
import { WatchedInitiatives } from '../queries/watched-initiatives.js';

type Named = Pick<WatchedInitiative, 'id' | 'portfolioId'>;

/** What became of a batch: each row in the order sent, those that were recorded in the order they were heard in, and by whom. */
export interface EnteredReadings {
  readonly outcomes: readonly ReadingOutcome[];
  readonly readings: readonly NewReading[];
  readonly stamp: Stamp;
}

/**
 * Enters a batch of readings in the transaction of the caller, row by row, who tells the audit trail of them. It asks for no
 * right: `initiatives` holds, by key, those whose readings are taken; without anybody it is the system that records. They are
 * locked first, so that the plan does not change and of two batches one sees the other's readings.
 */
@Injectable()
export class EnterReadings {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly watched: WatchedInitiatives,
    private readonly newest: NewestReadings,
    private readonly repository: ReadingRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  async run(
    tx: Tx,
    by: Viewer | null,
    initiatives: ReadonlyMap<string, Named>,
    sent: readonly ReadingDraft[],
  ): Promise<EnteredReadings> {
    const drafts = sent.map(tidied);
    const ids = [...new Set([...initiatives.values()].map(({ id }) => id))];
    await this.initiatives.lockAll(ids, tx);
    // The time is taken under the lock: what an answer of before did not see was recorded after it.
    const stamp = by === null ? this.trail.systemStamp() : this.trail.stamp(by);
    const plans = new Map(
      (await this.watched.at(ids, stamp.at, tx)).map(({ initiativeId, plan }) => [initiativeId, plan]),
    );
    const around = new Map(
      [...initiatives].map(([key, { id, portfolioId }]) => [key, { id, portfolioId, plan: plans.get(id) ?? null }]),
    );
    const statements = drafts.flatMap((draft) => statementIn(draft, around.get(draft.initiativeKey) ?? null) ?? []);
    const known = await this.repository.known(tx, statements);
    const { readings, outcomes } = planReadings(drafts, {
      now: stamp.at,
      initiatives: around,
      newest: await this.newestOf(statements, stamp, tx),
      known: new Map(known.map((reading) => [identityOf(reading), reading])),
    });
    if ((await this.repository.insert(tx, readings, stamp)) < readings.length) {
      throw new Overtaken();
    }
    return { outcomes, readings, stamp };
  }

  private async newestOf(statements: readonly StatedReading[], stamp: Stamp, tx: Tx) {
    const signals = new Map(statements.map((each) => [signalKey(each.initiativeId, each.signal), each]));
    const newest = await this.newest.of([...signals.values()], stamp.at, tx);
    return new Map(newest.map((reading) => [signalKey(reading.initiativeId, reading.signal), reading]));
  }
}

const tidied = (draft: ReadingDraft): ReadingDraft => ({
  ...draft,
  initiativeKey: tidy(draft.initiativeKey),
  signal: tidy(draft.signal),
  source: tidy(draft.source),
  externalId: draft.externalId === null ? null : tidy(draft.externalId),
});
