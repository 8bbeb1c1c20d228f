import { Injectable } from '@nestjs/common';
import type { NewReading } from '../../../domain/signals/plan-readings.js';
import type { UntoldReadings } from '../../../domain/signals/untold-readings.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { groupBy } from '../../../platform/graphql/loader.js';
import { InitiativeTrail, type Stamp } from '../../initiatives/commands/initiative-trail.js';

/** What is recorded as the source of a reading that was pulled. */
export const PROMETHEUS = 'prometheus';

type Told = UntoldReadings & { readonly name: string; readonly sources: readonly string[] };
type Named = { readonly id: string; readonly portfolioId: string };

/** Tells the audit trail of readings. They stand in a table that nobody changes, so an event says of which signals they are and how many. */
@Injectable()
export class NoteReadings {
  constructor(private readonly trail: InitiativeTrail) {}

  /** Of a batch: one event an initiative. */
  async ofBatch(tx: Tx, readings: readonly NewReading[], stamp: Stamp): Promise<void> {
    const own = [...groupBy(readings, ({ initiativeId }) => initiativeId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [id, rows] of own) {
      const signals = [...groupBy(rows, ({ signal }) => signal)].flatMap(([name, group]) => summaryOf(name, group));
      await this.append(tx, { id, portfolioId: rows[0]?.portfolioId ?? '' }, stamp, signals);
    }
  }

  /** What is pulled is recorded by the system. */
  systemStamp(): Stamp {
    return this.trail.systemStamp();
  }

  /** Of what was pulled of one signal since the trail was told last. */
  ofPulled(tx: Tx, initiative: Named, stamp: Stamp, name: string, untold: UntoldReadings): Promise<void> {
    return this.append(tx, initiative, stamp, [{ name, ...untold, sources: [PROMETHEUS] }]);
  }

  private append(tx: Tx, initiative: Named, stamp: Stamp, signals: readonly Told[]): Promise<void> {
    return this.trail.append(tx, initiative, stamp, { action: 'signals.recorded', changes: { signals } });
  }
}

const summaryOf = (name: string, rows: readonly NewReading[]): readonly Told[] => {
  const [first, last] = [rows[0], rows.at(-1)];
  const sources = [...new Set(rows.map(({ source }) => source))];
  return first && last ? [{ name, readings: rows.length, from: first.at, to: last.at, last: last.value, sources }] : [];
};
