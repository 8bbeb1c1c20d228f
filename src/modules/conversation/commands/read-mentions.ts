import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, refuse, type Result } from '../../../domain/basics/result.js';
import { checkMarked } from '../../../domain/conversation/comment.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { isId } from '../../../platform/ids.js';
import { CommentRepository } from '../persistence/comment.repository.js';

/**
 * Marks the viewer's own mentions in 1 to 100 comments as read, else INVALID, and says how many were not yet. Comments that
 * do not mention the viewer are passed over alike, whether they are there or not. What somebody has read is nobody else's
 * business: it leaves no audit event.
 */
@Injectable()
export class ReadMentions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: CommentRepository,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, commentIds: readonly string[]): Promise<Result<number>> {
    return this.work.run(async (tx) => {
      const refusals = checkMarked(commentIds);
      return refusals.length > 0
        ? refuse(...refusals)
        : accept(await this.repository.read(tx, viewer.userId, commentIds.filter(isId), this.clock.now()));
    });
  }
}
