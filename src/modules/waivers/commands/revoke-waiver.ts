import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, invalid, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { tidy, unreadable } from '../../../domain/basics/text.js';
import { mayRevokeWaiver } from '../../../domain/gates/waiver-rules.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { WaiverTables } from '../queries/waiver-table.js';
import { Waivers, type Waiver } from '../queries/waivers.js';
import { WaiverBook } from './waiver-book.js';

const LONGEST_REASON = 4_000;

/**
 * Takes a waiver back, pending or in force; the criterion speaks for itself from then on. It takes PROGRAM_MANAGER or
 * GATEKEEPER. INVALID without a reason of 1 to 4,000 characters; WRONG_STATE where it is over or was denied or revoked
 * already, and for an initiative that is KILLED or RETIRED.
 */
@Injectable()
export class RevokeWaiver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: WaiverTables,
    private readonly waivers: Waivers,
    private readonly book: WaiverBook,
  ) {}

  run(viewer: Viewer, id: string, reason: string): Promise<Result<Waiver>> {
    return this.work.run(async (tx) => {
      const table = await this.tables.lockSeenBy(viewer, id, tx);
      if (!table || !requireAccess(viewer, 'waiver:revoke', table.waiver.portfolioId)) {
        return refuse(notFound('The waiver', ['id']));
      }
      const unfit = unreadable('reason', reason, LONGEST_REASON);
      const refusals = [
        ...(unfit === null ? [] : [invalid(['reason'], unfit)]),
        ...mayRevokeWaiver(table.waiver, table.initiative),
      ];
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      await this.book.revoke(tx, table.waiver, this.book.stamp(viewer), tidy(reason));
      return accept(await this.waivers.get(id, tx));
    });
  }
}
