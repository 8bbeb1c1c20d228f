import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/basics/instant.js';

/** What was answered to a request that may come again. */
@Entity('idempotency_key')
@Index('idempotency_key_created_idx', ['createdAt'])
@ForeignKey('app_user', ['userId'], ['id'], { name: 'idempotency_key_user_fk' })
@Check('idempotency_key_form', 'see migrations')
@Check('idempotency_key_request_form', 'see migrations')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'idempotency_key_pk' })
  readonly userId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pk' })
  readonly key: string;

  @Column('text', { name: 'request_sha256' })
  readonly requestSha256: string;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;

  /** Sealed; null only inside of the transaction that does what is asked for. */
  @Column('bytea', { nullable: true })
  readonly answer: Uint8Array | null;
}
