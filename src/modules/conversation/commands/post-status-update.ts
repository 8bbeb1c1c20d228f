import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { answersFor, mayPostStatusUpdate, type StatusUpdateDraft } from '../../../domain/conversation/status-update.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { StatusUpdates, type StatusUpdate } from '../queries/status-updates.js';
import { Writers } from '../queries/writers.js';
import { StatusUpdateBook } from './status-update-book.js';

export type { StatusUpdateDraft };

/**
 * Tells how an initiative is doing, as a word of its own that is never changed: a correction is the next one. It takes
 * PROGRAM_MANAGER, or to be the initiative's owner or sponsor; FORBIDDEN for others and for machines. INVALID for NO_DATA and for
 * a text without 1 to 10,000 characters, WRONG_STATE for an initiative that is KILLED or RETIRED, all at once; RATE_LIMITED after 30
 * texts within a minute. It counts as activity.
 */
@Injectable()
export class PostStatusUpdate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly initiatives: Initiatives,
    private readonly writers: Writers,
    private readonly updates: StatusUpdates,
    private readonly book: StatusUpdateBook,
  ) {}

  run(viewer: Viewer, initiativeId: string, draft: StatusUpdateDraft): Promise<Result<StatusUpdate>> {
    return this.work.run(async (tx) => {
      const initiative = await this.initiatives.lockSeenBy(viewer, initiativeId, tx);
      if (!initiative) {
        return refuse(notFound('The initiative', ['initiativeId']));
      }
      if (!answersFor(viewer.userId, initiative)) {
        requireAccess(viewer, 'status:post', initiative.portfolioId);
      }
      await this.writers.require(viewer, initiative.portfolioId, tx);
      const refusals = mayPostStatusUpdate(draft, initiative);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      return accept(await this.updates.get(await this.book.post(tx, viewer, initiative, draft), tx));
    });
  }
}
