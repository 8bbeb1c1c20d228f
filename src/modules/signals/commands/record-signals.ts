import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy } from '../../../domain/basics/text.js';
import type { ReadingDraft } from '../../../domain/signals/check-reading.js';
import type { ReadingOutcome, ReadingStatus } from '../../../domain/signals/plan-readings.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { InitiativesByKey } from '../queries/initiatives-by-key.js';
import { EnterReadings } from './enter-readings.js';
import { NoteReadings } from './note-readings.js';

/** What became of a batch: how many rows of each kind, and each row in the order sent. */
export interface SignalsRecorded {
  readonly recorded: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly rows: readonly ReadingOutcome[];
}

export const MOST_READINGS = 5_000;

/**
 * Records up to 5,000 readings of signals, row by row: a bad row refuses itself only. It takes ADMIN, PROGRAM_MANAGER or
 * INTEGRATION in the portfolio of each initiative. A reading is known again by (source, externalId) in its portfolio, or
 * without externalId by (initiative, signal, source, at): the same again is a DUPLICATE, and with other values refused with
 * IDEMPOTENCY_MISMATCH, for no reading is ever changed. INVALID and NOT_FOUND as `checkReading` says.
 */
@Injectable()
export class RecordSignals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: InitiativesByKey,
    private readonly enter: EnterReadings,
    private readonly notes: NoteReadings,
  ) {}

  run(viewer: Viewer, readings: readonly ReadingDraft[]): Promise<Result<SignalsRecorded>> {
    if (readings.length > MOST_READINGS) {
      return Promise.resolve(
        refuse(
          invalid(
            ['input', 'readings'],
            `readings must be at most 5,000 a call, and were ${readings.length}. Send them in several calls.`,
          ),
        ),
      );
    }
    return this.work.run(async (tx) => {
      const keys = [...new Set(readings.map(({ initiativeKey }) => tidy(initiativeKey)))];
      const known = await this.initiatives.of(keys, tx);
      const own = known.filter(({ portfolioId }) => requireAccess(viewer, 'signal:record', portfolioId));
      const byKey = new Map(own.map(({ key, id, portfolioId }) => [key, { id, portfolioId }]));
      const entered = await this.enter.run(tx, viewer, byKey, readings);
      await this.notes.ofBatch(tx, entered.readings, entered.stamp);
      return accept(counted(entered.outcomes));
    });
  }
}

const counted = (rows: readonly ReadingOutcome[]): SignalsRecorded => {
  const count = (status: ReadingStatus): number => rows.filter((row) => row.status === status).length;
  return { recorded: count('RECORDED'), duplicates: count('DUPLICATE'), refused: count('REFUSED'), rows };
};
