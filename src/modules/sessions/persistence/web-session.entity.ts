import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SignInMethod } from '../../../domain/access/session-term.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** A session of a person in the board; only the hash of its secret is kept. */
@Entity('web_session')
@Unique('web_session_secret_unique', ['secretSha256'])
@Index('web_session_user_idx', ['userId'])
@Index('web_session_token_idx', ['apiTokenId', 'userId'], { where: '(api_token_id IS NOT NULL)' })
@Index('web_session_expiry_idx', ['expiresAt'])
@ForeignKey('app_user', ['userId'], ['id'], { name: 'web_session_user_fk' })
@ForeignKey('api_token', ['apiTokenId', 'userId'], ['id', 'userId'], { name: 'web_session_token_fk' })
@Check('web_session_secret_form', 'see migrations')
@Check('web_session_method_known', 'see migrations')
@Check('web_session_token_with_method', 'see migrations')
@Check('web_session_not_of_the_system', 'see migrations')
@Check('web_session_term', 'see migrations')
@Check('web_session_order', 'see migrations')
export class WebSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'web_session_pk' })
  readonly id: string;

  @Column('text', { name: 'secret_sha256' })
  readonly secretSha256: string;

  @Column('uuid', { name: 'user_id' })
  readonly userId: string;

  @Column('text')
  readonly method: SignInMethod;

  /** The token it was made from, with which it ends. */
  @Column('uuid', { name: 'api_token_id', nullable: true })
  readonly apiTokenId: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;

  /** Noted at most once a minute. */
  @Column('timestamp with time zone', { name: 'seen_at', precision: 3 })
  readonly seenAt: Instant;

  @Column('timestamp with time zone', { name: 'expires_at', precision: 3 })
  readonly expiresAt: Instant;

  @Column('timestamp with time zone', { name: 'ended_at', precision: 3, nullable: true })
  readonly endedAt: Instant | null;
}
