import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, refuse, type Result } from '../../../domain/basics/result.js';
import { mayPost, type CommentDraft } from '../../../domain/conversation/comment.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CommentScenes } from '../queries/comment-scenes.js';
import type { Comment } from '../queries/comments.js';
import { Writers } from '../queries/writers.js';
import { WriteComment, type WrittenComment } from './write-comment.js';

export type { Comment, CommentDraft };

/**
 * Posts a comment on an initiative or on a review of one, as its own thread or as a reply; every person of the portfolio may,
 * whatever the status of the initiative. Every reason against it at once: INVALID for a text without 1 to 10,000 characters,
 * more than 50 mentions, no subject or two, and a reply to a reply; NOT_FOUND for a subject or comment the viewer may not know
 * of. FORBIDDEN for a machine; RATE_LIMITED after 30 texts within a minute. Mentions that mean nobody of the portfolio are told.
 */
@Injectable()
export class PostComment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scenes: CommentScenes,
    private readonly writers: Writers,
    private readonly write: WriteComment,
  ) {}

  run(viewer: Viewer, draft: CommentDraft): Promise<Result<WrittenComment>> {
    return this.work.run(async (tx) => {
      const { subject, repliedTo } = await this.scenes.of(viewer, draft, tx);
      if (subject !== null) {
        await this.writers.require(viewer, subject.portfolioId, tx);
      }
      const refusals = mayPost(draft, subject, repliedTo);
      if (subject === null || refusals.length > 0) {
        return refuse(...refusals);
      }
      return accept(await this.write.first(tx, viewer, { ...subject, replyToId: draft.replyToId }, draft.text));
    });
  }
}
