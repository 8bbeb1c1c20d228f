import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { CommentTextEntity } from './comment-text.entity.js';
import { CommentEntity } from './comment.entity.js';

export type NewComment = Omit<CommentEntity, 'version' | 'deletedAt' | 'deletedBy'>;

/** A text as it was written, with its hash. */
export type NewText = Omit<CommentTextEntity, 'text'> & { readonly text: string };

/** Whom a comment mentions from an instant on. */
export interface NewMentions {
  readonly commentId: string;
  readonly portfolioId: string;
  readonly userIds: readonly string[];
  /** Who wrote it, and need not be told. */
  readonly writerId: string;
  readonly at: Instant;
}

// Whom a text no longer mentions need not answer; whom it still mentions is not told twice.
const FORGET = 'DELETE FROM comment_mention WHERE comment_id = $1 AND user_id <> ALL($2)';
const MENTION = `
  INSERT INTO comment_mention (comment_id, portfolio_id, user_id, mentioned_at, read_at)
  SELECT $1, $2, u.id, $4, CASE WHEN u.id = $5 THEN $4::timestamptz END FROM unnest($3::uuid[]) AS u (id)
  ON CONFLICT (comment_id, user_id) DO NOTHING`;
const READ = `
  WITH marked AS (
    UPDATE comment_mention SET read_at = $3 WHERE user_id = $1 AND comment_id = ANY($2) AND read_at IS NULL RETURNING comment_id)
  SELECT count(*)::int AS count FROM marked`;
const ANSWERED = `
  UPDATE comment_mention m SET read_at = $3 FROM comment c
  WHERE m.user_id = $1 AND m.read_at IS NULL AND c.id = m.comment_id AND (c.id = $2 OR c.reply_to_id = $2)`;

@Injectable()
export class CommentRepository {
  async insert(tx: Tx, comment: NewComment, text: NewText): Promise<void> {
    await tx.manager.insert(CommentEntity, { ...comment, version: text.version });
    await tx.manager.insert(CommentTextEntity, text);
  }

  async write(tx: Tx, text: NewText): Promise<void> {
    await tx.query('UPDATE comment SET version = $2 WHERE id = $1', [text.commentId, text.version]);
    await tx.manager.insert(CommentTextEntity, text);
  }

  /** The database erases its texts and mentions with it. */
  async delete(tx: Tx, id: string, at: Instant, by: string): Promise<void> {
    await tx.query('UPDATE comment SET deleted_at = $2, deleted_by = $3 WHERE id = $1', [id, at, by]);
  }

  async mention(tx: Tx, { commentId, portfolioId, userIds, writerId, at }: NewMentions): Promise<void> {
    await tx.query(FORGET, [commentId, userIds]);
    await tx.query(MENTION, [commentId, portfolioId, userIds, at, writerId]);
  }

  /** Marks mentions of a user as read, and says how many were not yet. */
  async read(tx: Tx, userId: string, commentIds: readonly string[], at: Instant): Promise<number> {
    const [marked] = await tx.query<{ count: number }>(READ, [userId, commentIds, at]);
    return marked?.count ?? 0;
  }

  /** Whoever replies in a thread has read what calls on them there. */
  async answer(tx: Tx, userId: string, threadId: string, at: Instant): Promise<void> {
    await tx.query(ANSWERED, [userId, threadId, at]);
  }
}
