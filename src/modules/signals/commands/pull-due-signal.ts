import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { accept } from '../../../domain/basics/result.js';
import type { PrometheusReading } from '../../../domain/signals/read-prometheus.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { SourceRepository, type LeasedSource } from '../persistence/source.repository.js';
import { AskPrometheus } from './ask-prometheus.js';
import { EnterReadings } from './enter-readings.js';

/** What is recorded as the source of a reading that was pulled. */
const PROMETHEUS = 'prometheus';

/** Longer than a question can take; a process that dies with a source in hand holds it up no longer. */
const LEASE_MS = 60_000;

/**
 * Asks for the signal that is due longest, once, and records its value in the name of the system, in the way that all
 * readings go. What keeps a value from coming is noted on the source, and the next turn asks again: an answer without a
 * value is no reading, so that silence speaks. It never rejects for what a server did.
 */
@Injectable()
export class PullDueSignal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRepository,
    private readonly ask: AskPrometheus,
    private readonly enter: EnterReadings,
    private readonly clock: Clock,
  ) {}

  /** False where none was due. */
  async run(): Promise<boolean> {
    const now = this.clock.now();
    const until = instantOf(millisecondsOf(now) + LEASE_MS);
    const leased = await this.work.run(async (tx) => accept(await this.sources.lease(tx, now, until)));
    const source = leased.ok ? leased.value : null;
    if (source === null) {
      return false;
    }
    const reading = await this.ask.run(source);
    await this.work.run(async (tx) => {
      const problem = await this.take(tx, source, reading);
      await this.sources.pulled(tx, source, this.clock.now(), problem);
      return accept(null);
    });
    return true;
  }

  /** Why no value was recorded; null where one was, or was known. */
  private async take(tx: Tx, source: LeasedSource, reading: PrometheusReading): Promise<string | null> {
    if (!reading.ok) {
      return reading.problem;
    }
    const { initiativeId, initiativeKey, portfolioId, signal } = source;
    const { value, at } = reading;
    const [outcome] = await this.enter.run(tx, null, new Map([[initiativeKey, { id: initiativeId, portfolioId }]]), [
      { initiativeKey, signal, at, value, source: PROMETHEUS, externalId: null, problems: [] },
    ]);
    return outcome?.status === 'REFUSED' ? outcome.refusals.map(({ message }) => message).join(' ') : null;
  }
}
