import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import type { NewReading } from '../../../domain/signals/plan-readings.js';
import type { PrometheusReading } from '../../../domain/signals/read-prometheus.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import type { LeasedSource } from '../persistence/source.repository.js';
import { AskPrometheus } from './ask-prometheus.js';
import { EnterReadings } from './enter-readings.js';
import { PROMETHEUS } from './note-readings.js';
import { PullBook } from './pull-book.js';

/** Longer than a question can take; a process that dies with a source in hand holds it up no longer. */
const LEASE_MS = 60_000;

/**
 * Asks for the signal that is due longest, once, and records its value in the name of the system, in the way that all
 * readings go. What keeps a value from coming is noted on the source, and the next turn asks again: an answer without a
 * value is no reading, so that silence speaks. What a source answers that was set anew or removed meanwhile is dropped. It
 * never rejects for what a server did.
 */
@Injectable()
export class PullDueSignal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: PullBook,
    private readonly ask: AskPrometheus,
    private readonly enter: EnterReadings,
    private readonly clock: Clock,
  ) {}

  /** False where none was due. */
  async run(): Promise<boolean> {
    const now = this.clock.now();
    const until = instantOf(millisecondsOf(now) + LEASE_MS);
    const leased = await this.work.run(async (tx) => accept(await this.book.lease(tx, now, until)));
    const source = leased.ok ? leased.value : null;
    if (source === null) {
      return false;
    }
    const answer = await this.ask.run(source);
    await this.work.run(async (tx) => {
      const held = await this.book.hold(tx, source);
      if (held) {
        await this.book.pulled(tx, source, held, await this.take(tx, source, answer));
      }
      return accept(null);
    });
    return true;
  }

  /** The reading that was recorded, null where none was; and why not, null where the value was known. */
  private async take(
    tx: Tx,
    source: LeasedSource,
    answer: PrometheusReading,
  ): Promise<{ readonly reading: NewReading | null; readonly problem: string | null }> {
    if (!answer.ok) {
      return { reading: null, problem: answer.problem };
    }
    const { initiativeId, initiativeKey, portfolioId, signal } = source;
    const { value, at } = answer;
    const { outcomes, readings } = await this.enter.run(
      tx,
      null,
      new Map([[initiativeKey, { id: initiativeId, portfolioId }]]),
      [{ initiativeKey, signal, at, value, source: PROMETHEUS, externalId: null, problems: [] }],
    );
    const refusals = outcomes.flatMap((outcome) => outcome.refusals.map(({ message }) => message));
    return { reading: readings[0] ?? null, problem: refusals.length > 0 ? refusals.join(' ') : null };
  }
}
