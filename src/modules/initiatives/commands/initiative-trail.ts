import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit, type AuditRecord } from '../../audit/commands/append-audit.js';
import type { Stamp } from '../persistence/initiative.repository.js';

export type { Stamp };

/** What happened; to the initiative itself where no other subject is named. */
export type TrailEvent = Pick<AuditRecord, 'action' | 'changes'> &
  Partial<Pick<AuditRecord, 'subjectType' | 'subjectId'>>;

/** Who changed what of an initiative and when: the stamp that goes into rows, and the event that goes into the audit trail. */
@Injectable()
export class InitiativeTrail {
  constructor(
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  stamp(viewer: Viewer): Stamp {
    return { at: this.clock.now(), by: viewer.userId };
  }

  /** The stamp of what the system does by itself. */
  systemStamp(): Stamp {
    return { at: this.clock.now(), by: SYSTEM_USER_ID };
  }

  append(
    tx: Tx,
    initiative: { readonly id: string; readonly portfolioId: string },
    stamp: Stamp,
    event: TrailEvent,
  ): Promise<void> {
    return this.audit.run(tx, {
      initiativeId: initiative.id,
      portfolioId: initiative.portfolioId,
      at: stamp.at,
      actorId: stamp.by,
      subjectType: 'Initiative',
      subjectId: initiative.id,
      ...event,
    });
  }
}
