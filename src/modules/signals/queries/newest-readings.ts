import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { NewestReading } from '../../../domain/signals/watch.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** The newest reading of one signal of one initiative. */
export interface NewestOfSignal extends NewestReading {
  readonly initiativeId: string;
  readonly signal: string;
}

// No reading is heard after it was recorded, so the index leaves out what came since.
const NEWEST = `
  SELECT r.initiative_id AS "initiativeId", r.signal, r.value, r.heard_at AS "heardAt", r.plan_id AS "planId",
    r.level_since AS "levelSince"
  FROM unnest($1::uuid[], $2::text[]) AS w (initiative_id, signal)
  JOIN LATERAL (
    SELECT * FROM signal_reading r
    WHERE r.initiative_id = w.initiative_id AND r.signal = w.signal AND r.heard_at <= $3 AND r.recorded_at <= $3
    ORDER BY r.heard_at DESC, r.id DESC LIMIT 1
  ) r ON true`;

@Injectable()
export class NewestReadings {
  constructor(private readonly database: Database) {}

  /** The newest reading of each of these signals among those that were recorded by an instant: one statement, one row a signal. */
  of(
    signals: readonly { readonly initiativeId: string; readonly signal: string }[],
    at: Instant,
    tx?: Tx,
  ): Promise<readonly NewestOfSignal[]> {
    return this.database.rows<NewestOfSignal>(
      NEWEST,
      [signals.map(({ initiativeId }) => initiativeId), signals.map(({ signal }) => signal), at],
      tx,
    );
  }
}
