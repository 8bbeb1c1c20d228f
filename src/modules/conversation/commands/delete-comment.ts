import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAccess } from '../../identity/access.js';
import { Comments, type Comment } from '../queries/comments.js';
import { CommentBook } from './comment-book.js';

/**
 * Deletes a comment, by its author or by ADMIN, else FORBIDDEN: all its texts are erased and it mentions nobody any more; who
 * posted it, when and who deleted it stay, and so do its replies. Deleting it again is a no-op.
 */
@Injectable()
export class DeleteComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly comments: Comments,
    private readonly book: CommentBook,
  ) {}

  run(viewer: Viewer, id: string): Promise<Result<Comment>> {
    return this.work.run(async (tx) => {
      const comment = await this.comments.lockSeenBy(viewer, id, tx);
      if (!comment) {
        return refuse(notFound('The comment', ['id']));
      }
      requireAccess(
        viewer,
        comment.authorId === viewer.userId ? 'comment:post' : 'comment:delete',
        comment.portfolioId,
      );
      if (comment.deletedAt === null) {
        await this.book.delete(tx, viewer, comment);
      }
      return accept(await this.comments.get(id, tx));
    });
  }
}
