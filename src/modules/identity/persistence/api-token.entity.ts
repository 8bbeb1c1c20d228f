import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** An API token; only the hash of it is kept. */
@Entity('api_token')
@Unique('api_token_sha256_unique', ['tokenSha256'])
@Unique('api_token_of_user_unique', ['id', 'userId'])
@Index('api_token_user_idx', ['userId'])
@ForeignKey('app_user', ['userId'], ['id'], { name: 'api_token_user_fk' })
@ForeignKey('app_user', ['createdBy'], ['id'], { name: 'api_token_created_by_fk' })
@ForeignKey('app_user', ['revokedBy'], ['id'], { name: 'api_token_revoked_by_fk' })
@Check('api_token_sha256_form', 'see migrations')
@Check('api_token_revocation', 'see migrations')
@Check('api_token_not_of_the_system', 'see migrations')
export class ApiTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_token_pk' })
  readonly id: string;

  @Column('uuid', { name: 'user_id' })
  readonly userId: string;

  @Column('text')
  readonly name: string;

  @Column('text', { name: 'token_sha256' })
  readonly tokenSha256: string;

  @Column('date', { name: 'expires_on', nullable: true })
  readonly expiresOn: CalendarDate | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;

  @Column('uuid', { name: 'created_by' })
  readonly createdBy: string;

  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  readonly revokedAt: Instant | null;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  readonly revokedBy: string | null;
}
