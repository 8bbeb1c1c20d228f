import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { CommentPlace, CommentSubject } from '../../../domain/conversation/comment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Comments, type Comment } from '../queries/comments.js';
import { MentionablePeople } from '../queries/mentionable-people.js';
import { CommentBook } from './comment-book.js';

/** A comment as it was written, and what it says after an @ that means nobody of the portfolio, as it was typed. */
export interface WrittenComment {
  readonly comment: Comment;
  readonly unresolvedMentions: readonly string[];
}

/** Finds out whom a text mentions and writes it, as the first or the next text of a comment. It decides nothing. */
@Injectable()
export class WriteComment {
  constructor(
    private readonly people: MentionablePeople,
    private readonly book: CommentBook,
    private readonly comments: Comments,
  ) {}

  async first(tx: Tx, viewer: Viewer, place: CommentSubject & CommentPlace, text: string): Promise<WrittenComment> {
    const { userIds, unresolved } = await this.people.mentionedIn(text, place.portfolioId, tx);
    const id = await this.book.post(tx, viewer, place, { text, userIds });
    return { comment: await this.comments.get(id, tx), unresolvedMentions: unresolved };
  }

  /** The same text again is no change, and leaves no trace. */
  async next(tx: Tx, viewer: Viewer, comment: Comment, text: string): Promise<WrittenComment> {
    const { userIds, unresolved } = await this.people.mentionedIn(text, comment.portfolioId, tx);
    if (text !== comment.text) {
      await this.book.edit(tx, viewer, comment, { text, userIds });
    }
    return { comment: await this.comments.get(comment.id, tx), unresolvedMentions: unresolved };
  }
}
