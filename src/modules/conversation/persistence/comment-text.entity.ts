import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** One version of the text of a comment; null once the comment was deleted. */
@Entity('comment_text')
@Index('comment_text_writer_idx', ['writtenBy', 'writtenAt'])
@ForeignKey('comment', ['commentId'], ['id'], { name: 'comment_text_comment_fk' })
@ForeignKey('app_user', ['writtenBy'], ['id'], { name: 'comment_text_written_by_fk' })
@Check('comment_text_version_positive', 'see migrations')
@Check('comment_text_length', 'see migrations')
@Check('comment_text_hash', 'see migrations')
@Check('comment_text_hash_form', 'see migrations')
export class CommentTextEntity {
  @PrimaryColumn('uuid', { name: 'comment_id', primaryKeyConstraintName: 'comment_text_pk' })
  readonly commentId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'comment_text_pk' })
  readonly version: number;

  @Column('text', { nullable: true })
  readonly text: string | null;

  @Column('text', { name: 'text_sha256' })
  readonly textSha256: string;

  @Column('timestamp with time zone', { name: 'written_at', precision: 3 })
  readonly writtenAt: Instant;

  @Column('uuid', { name: 'written_by' })
  readonly writtenBy: string;
}
