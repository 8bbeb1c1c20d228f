import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { mayDecideWaiver } from '../../../domain/gates/waiver-rules.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { WaiverTables } from '../queries/waiver-table.js';
import { Waivers, type Waiver } from '../queries/waivers.js';
import { WaiverBook } from './waiver-book.js';

export interface WaiverVerdict {
  readonly approve: boolean;
  readonly comment: string;
}

/**
 * Approves or denies a waiver, once (law 14). It takes GATEKEEPER. SELF_REVIEW for who requested it; WRONG_STATE where it was
 * decided or revoked already or is over, and for an initiative that is KILLED or RETIRED.
 */
@Injectable()
export class DecideWaiver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: WaiverTables,
    private readonly waivers: Waivers,
    private readonly book: WaiverBook,
  ) {}

  run(viewer: Viewer, id: string, { approve, comment }: WaiverVerdict): Promise<Result<Waiver>> {
    return this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(viewer, id, tx);
      if (!table || !requireAccess(viewer, 'waiver:decide', table.waiver.portfolioId)) {
        return refuse(notFound('The waiver', ['id']));
      }
      const { waiver, initiative } = table;
      const { status, requestedById } = waiver;
      const refusals = mayDecideWaiver({ status, requestedBy: requestedById }, viewer.userId, initiative);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      await this.book.decide(tx, waiver, this.book.stamp(viewer), approve ? 'APPROVED' : 'DENIED', comment);
      return accept(await this.waivers.get(id, tx));
    });
  }
}
