import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** Somebody whom the text of a comment that stands mentions, and whether it was read. */
@Entity('comment_mention')
@Index('comment_mention_waiting_idx', ['userId', 'mentionedAt'], { where: 'read_at IS NULL' })
@ForeignKey('comment', ['portfolioId', 'commentId'], ['portfolioId', 'id'], { name: 'comment_mention_comment_fk' })
@ForeignKey('app_user', ['userId'], ['id'], { name: 'comment_mention_user_fk' })
export class CommentMentionEntity {
  @PrimaryColumn('uuid', { name: 'comment_id', primaryKeyConstraintName: 'comment_mention_pk' })
  readonly commentId: string;

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'comment_mention_pk' })
  readonly userId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('timestamp with time zone', { name: 'mentioned_at', precision: 3 })
  readonly mentionedAt: Instant;

  @Column('timestamp with time zone', { name: 'read_at', precision: 3, nullable: true })
  readonly readAt: Instant | null;
}
