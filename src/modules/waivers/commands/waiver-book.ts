import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { InitiativeTrail, type Stamp, type TrailEvent } from '../../initiatives/commands/initiative-trail.js';
import { WaiverRepository, type NewWaiver } from '../persistence/waiver.repository.js';
import type { Waiver } from '../queries/waivers.js';

/** Writes each lawful step of a waiver, with its one audit event. It decides nothing; the initiative must be locked. */
@Injectable()
export class WaiverBook {
  constructor(
    private readonly repository: WaiverRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  /** Who takes a step, and when. */
  stamp(viewer: Viewer): Stamp {
    return this.trail.stamp(viewer);
  }

  async request(tx: Tx, waiver: NewWaiver): Promise<void> {
    const { id, gateKey, criterionKey, reason, compensatingControl, expiresOn, renewals } = waiver;
    await this.repository.insert(tx, waiver);
    await this.append(
      tx,
      waiver,
      { at: waiver.requestedAt, by: waiver.requestedBy },
      {
        action: 'waiver.requested',
        subjectId: id,
        changes: { gateKey, criterionKey, reason, compensatingControl, expiresOn, renewals },
      },
    );
  }

  async decide(tx: Tx, waiver: Waiver, stamp: Stamp, outcome: 'APPROVED' | 'DENIED', comment: string): Promise<void> {
    await this.repository.decide(tx, waiver.id, outcome, { ...stamp, words: comment });
    await this.append(tx, waiver, stamp, {
      action: 'waiver.decided',
      subjectId: waiver.id,
      changes: { gateKey: waiver.gateKey, criterionKey: waiver.criterionKey, outcome, comment },
    });
  }

  async revoke(tx: Tx, waiver: Waiver, stamp: Stamp, reason: string): Promise<void> {
    await this.repository.revoke(tx, waiver.id, { ...stamp, words: reason });
    await this.append(tx, waiver, stamp, {
      action: 'waiver.revoked',
      subjectId: waiver.id,
      changes: { gateKey: waiver.gateKey, criterionKey: waiver.criterionKey, reason },
    });
  }

  /** Marks waivers that are over by their date, in the name of the system. */
  async expire(tx: Tx, lapsed: readonly Waiver[], at: Instant): Promise<void> {
    for (const waiver of lapsed) {
      await this.repository.expire(tx, waiver.id, at);
      await this.append(
        tx,
        waiver,
        { at, by: SYSTEM_USER_ID },
        {
          action: 'waiver.expired',
          subjectId: waiver.id,
          changes: { gateKey: waiver.gateKey, criterionKey: waiver.criterionKey, expiresOn: waiver.expiresOn },
        },
      );
    }
  }

  private append(
    tx: Tx,
    { initiativeId, portfolioId }: Pick<Waiver, 'initiativeId' | 'portfolioId'>,
    stamp: Stamp,
    event: TrailEvent,
  ): Promise<void> {
    return this.trail.append(tx, { id: initiativeId, portfolioId }, stamp, { subjectType: 'Waiver', ...event });
  }
}
