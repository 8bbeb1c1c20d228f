import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { CommentPlace, CommentSubject } from '../../../domain/conversation/comment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sha256Of } from '../../../platform/sha256.js';
import { InitiativeTrail, type Stamp, type TrailEvent } from '../../initiatives/commands/initiative-trail.js';
import { CommentRepository, type NewText } from '../persistence/comment.repository.js';
import type { Comment } from '../queries/comments.js';

/** The words of a comment, and whom they mention. */
export interface Words {
  readonly text: string;
  readonly userIds: readonly string[];
}

/** Writes each step of a comment, with its one audit event, which never holds the words themselves. It decides nothing. */
@Injectable()
export class CommentBook {
  constructor(
    private readonly repository: CommentRepository,
    private readonly trail: InitiativeTrail,
  ) {}

  /** Posts a comment and answers with its id; what called on its author in the same thread is read by that. */
  async post(tx: Tx, viewer: Viewer, place: CommentSubject & CommentPlace, words: Words): Promise<string> {
    const { portfolioId, initiativeId, reviewId, replyToId } = place;
    const id = newId();
    const stamp = this.trail.stamp(viewer);
    const text = textOf(id, 1, words, stamp);
    const posted = { postedAt: stamp.at, postedBy: stamp.by };
    await this.repository.insert(tx, { id, portfolioId, initiativeId, reviewId, replyToId, ...posted }, text);
    await this.mention(tx, { id, portfolioId }, words, stamp);
    if (replyToId !== null) {
      await this.repository.answer(tx, stamp.by, replyToId, stamp.at);
    }
    await this.append(tx, { id, portfolioId, initiativeId }, stamp, {
      action: 'comment.posted',
      changes: { reviewId, replyToId, textSha256: text.textSha256, mentions: words.userIds },
    });
    return id;
  }

  async edit(tx: Tx, viewer: Viewer, comment: Comment, words: Words): Promise<void> {
    const stamp = this.trail.stamp(viewer);
    const text = textOf(comment.id, comment.version + 1, words, stamp);
    await this.repository.write(tx, text);
    await this.mention(tx, comment, words, stamp);
    await this.append(tx, comment, stamp, {
      action: 'comment.edited',
      changes: { version: text.version, textSha256: text.textSha256, mentions: words.userIds },
    });
  }

  async delete(tx: Tx, viewer: Viewer, comment: Comment): Promise<void> {
    const stamp = this.trail.stamp(viewer);
    await this.repository.delete(tx, comment.id, stamp.at, stamp.by);
    await this.append(tx, comment, stamp, {
      action: 'comment.deleted',
      changes: { version: comment.version, textSha256: comment.textSha256, authorId: comment.authorId },
    });
  }

  private mention(
    tx: Tx,
    { id: commentId, portfolioId }: Pick<Comment, 'id' | 'portfolioId'>,
    { userIds }: Words,
    { at, by: writerId }: Stamp,
  ): Promise<void> {
    return this.repository.mention(tx, { commentId, portfolioId, userIds, writerId, at });
  }

  private append(
    tx: Tx,
    { id: subjectId, initiativeId, portfolioId }: Pick<Comment, 'id' | 'initiativeId' | 'portfolioId'>,
    stamp: Stamp,
    event: TrailEvent,
  ): Promise<void> {
    const initiative = { id: initiativeId, portfolioId };
    return this.trail.append(tx, initiative, stamp, { subjectType: 'Comment', subjectId, ...event });
  }
}

const textOf = (commentId: string, version: number, { text }: Words, { at, by }: Stamp): NewText => ({
  commentId,
  version,
  text,
  // All that the trail keeps of words that may have to be erased.
  textSha256: sha256Of(text),
  writtenAt: at,
  writtenBy: by,
});
