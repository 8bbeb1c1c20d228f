import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { namesOneSubject, type CommentDraft, type CommentSubject } from '../../../domain/conversation/comment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { GateReviews } from '../../gates/queries/gate-reviews.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { Comments, type Comment } from './comments.js';

/** What a new comment meets; null for what is not there, or is not for the viewer to know of. */
export interface CommentScene {
  readonly subject: CommentSubject | null;
  readonly repliedTo: Comment | null;
}

@Injectable()
export class CommentScenes {
  constructor(
    private readonly initiatives: Initiatives,
    private readonly reviews: GateReviews,
    private readonly comments: Comments,
  ) {}

  async of(viewer: Viewer, draft: CommentDraft, tx: Tx): Promise<CommentScene> {
    const { replyToId } = draft;
    return {
      subject: namesOneSubject(draft) ? await this.subjectOf(viewer, draft, tx) : null,
      repliedTo: replyToId === null ? null : await this.comments.seenBy(viewer, replyToId, tx),
    };
  }

  private async subjectOf(
    viewer: Viewer,
    { initiativeId, reviewId }: CommentDraft,
    tx: Tx,
  ): Promise<CommentSubject | null> {
    if (reviewId !== null) {
      const review = await this.reviews.seenBy(viewer, reviewId, tx);
      return review && { portfolioId: review.portfolioId, initiativeId: review.initiativeId, reviewId };
    }
    const initiative = await this.initiatives.seenBy(viewer, initiativeId ?? '', tx);
    return initiative && { portfolioId: initiative.portfolioId, initiativeId: initiative.id, reviewId: null };
  }
}
