import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { NewReading } from '../../../domain/signals/plan-readings.js';
import { isToBeTold, withReading } from '../../../domain/signals/untold-readings.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { InitiativeTrail } from '../../initiatives/commands/initiative-trail.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { SourceRepository, type HeldSource, type LeasedSource } from '../persistence/source.repository.js';
import { NoteReadings } from './note-readings.js';

/** Who has which source in hand, how that went, and what of it the audit trail is told. It decides by `isToBeTold`. */
@Injectable()
export class PullBook {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly repository: SourceRepository,
    private readonly trail: InitiativeTrail,
    private readonly notes: NoteReadings,
  ) {}

  /** Takes the source in hand that is due longest; null where none is due, or others have all of them. */
  lease(tx: Tx, now: Instant, until: Instant): Promise<LeasedSource | null> {
    return this.repository.lease(tx, now, until);
  }

  /** A source as it was leased, locked behind its initiative as by all that change it; null where it was set anew or removed since. */
  async hold(tx: Tx, source: LeasedSource): Promise<HeldSource | null> {
    await this.initiatives.lock(source.initiativeId, tx);
    return this.repository.hold(tx, source);
  }

  /** Notes how a pull of a held source went; `reading` is what it brought, null where that is nothing new. */
  async pulled(
    tx: Tx,
    source: LeasedSource,
    { untold, toldAt }: HeldSource,
    { reading, problem }: { readonly reading: NewReading | null; readonly problem: string | null },
  ): Promise<void> {
    const stamp = this.trail.systemStamp();
    const recorded = reading === null ? untold : withReading(untold, reading);
    if (recorded !== null && isToBeTold(reading, toldAt, stamp.at)) {
      const { initiativeId: id, portfolioId, signal } = source;
      await this.notes.ofPulled(tx, { id, portfolioId }, stamp, signal, recorded);
      await this.repository.pulled(tx, source, stamp.at, problem, { untold: null, toldAt: stamp.at });
    } else {
      await this.repository.pulled(tx, source, stamp.at, problem, { untold: recorded, toldAt });
    }
  }
}
