import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { mayEdit } from '../../../domain/conversation/comment.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { Comments } from '../queries/comments.js';
import { Writers } from '../queries/writers.js';
import { WriteComment, type WrittenComment } from './write-comment.js';

/**
 * Gives a comment its next text; only its author may, else FORBIDDEN. The texts before it are kept. Who is mentioned anew is
 * told, who no longer is need not answer. INVALID for a text that could not be posted, STALE_VERSION when it was changed since
 * `expectedVersion` was read, WRONG_STATE once it is deleted or has 100 versions; RATE_LIMITED after 30 texts within a minute.
 */
@Injectable()
export class EditComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly comments: Comments,
    private readonly writers: Writers,
    private readonly write: WriteComment,
  ) {}

  run(viewer: Viewer, id: string, text: string, expectedVersion: number): Promise<Result<WrittenComment>> {
    return this.work.run(async (tx) => {
      const comment = await this.comments.lockSeenBy(viewer, id, tx);
      if (!comment) {
        return refuse(notFound('The comment', ['id']));
      }
      await this.writers.require(viewer, comment.portfolioId, tx);
      if (comment.authorId !== viewer.userId) {
        throw fault('FORBIDDEN', 'Only who wrote a comment changes its text.');
      }
      const standing = { version: comment.version, isDeleted: comment.deletedAt !== null };
      const refusals = mayEdit(standing, text, expectedVersion);
      return refusals.length > 0 ? refuse(...refusals) : accept(await this.write.next(tx, viewer, comment, text));
    });
  }
}
