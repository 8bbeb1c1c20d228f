import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A comment or a reply: who posted it where; its texts stand apart, so that they can be erased. */
@Entity('comment')
@Unique('comment_tenant_unique', ['portfolioId', 'id'])
@Index('comment_of_initiative_idx', ['initiativeId', 'postedAt', 'id'], {
  where: 'review_id IS NULL AND reply_to_id IS NULL',
})
@Index('comment_of_review_idx', ['reviewId', 'postedAt', 'id'], { where: 'reply_to_id IS NULL' })
@Index('comment_replies_idx', ['replyToId', 'postedAt', 'id'], { where: 'reply_to_id IS NOT NULL' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'comment_initiative_fk' })
@ForeignKey('gate_review', ['portfolioId', 'reviewId'], ['portfolioId', 'id'], { name: 'comment_review_fk' })
@ForeignKey('comment', ['portfolioId', 'replyToId'], ['portfolioId', 'id'], { name: 'comment_reply_to_fk' })
@ForeignKey('app_user', ['postedBy'], ['id'], { name: 'comment_posted_by_fk' })
@ForeignKey('app_user', ['deletedBy'], ['id'], { name: 'comment_deleted_by_fk' })
@ForeignKey('comment_text', ['id', 'version'], ['commentId', 'version'], {
  name: 'comment_text_stands_fk',
  deferrable: 'INITIALLY DEFERRED',
})
@Check('comment_deletion', 'see migrations')
export class CommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comment_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('uuid', { name: 'review_id', nullable: true })
  readonly reviewId: string | null;

  @Column('uuid', { name: 'reply_to_id', nullable: true })
  readonly replyToId: string | null;

  @Column('integer')
  readonly version: number;

  @Column('timestamp with time zone', { name: 'posted_at', precision: 3 })
  readonly postedAt: Instant;

  @Column('uuid', { name: 'posted_by' })
  readonly postedBy: string;

  @Column('timestamp with time zone', { name: 'deleted_at', precision: 3, nullable: true })
  readonly deletedAt: Instant | null;

  @Column('uuid', { name: 'deleted_by', nullable: true })
  readonly deletedBy: string | null;
}
