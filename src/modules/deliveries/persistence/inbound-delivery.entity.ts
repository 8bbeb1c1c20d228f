import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** What a tool sent, as it came, and what became of it. */
@Entity('inbound_delivery')
@Unique('inbound_delivery_once', ['connectionId', 'deliveryKey'])
@Index('inbound_delivery_history_idx', ['connectionId', 'receivedAt', 'id'])
@Index('inbound_delivery_status_idx', ['connectionId', 'status', 'receivedAt', 'id'])
@Index('inbound_delivery_due_idx', ['dueAt'], { where: 'due_at IS NOT NULL' })
@Index('inbound_delivery_parked_idx', ['connectionId', 'receivedAt'], {
  where: "status = 'RECEIVED' AND due_at IS NULL",
})
@Index('inbound_delivery_kept_idx', ['receivedAt'], { where: 'body IS NOT NULL' })
@Index('inbound_delivery_dismissed_by_idx', ['dismissedBy'], { where: 'dismissed_by IS NOT NULL' })
@ForeignKey('app_user', ['dismissedBy'], ['id'], { name: 'inbound_delivery_dismissed_by_fk' })
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'inbound_delivery_connection_fk',
})
@Check('inbound_delivery_status_known', 'see migrations')
@Check('inbound_delivery_counts', 'see migrations')
@Check('inbound_delivery_due', 'see migrations')
@Check('inbound_delivery_says_why', 'see migrations')
@Check('inbound_delivery_applied', 'see migrations')
@Check('inbound_delivery_dismissed', 'see migrations')
export class InboundDeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inbound_delivery_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'connection_id' })
  readonly connectionId: string;

  @Column('text', { name: 'delivery_key' })
  readonly deliveryKey: string;

  @Column('text', { name: 'event_name', nullable: true })
  readonly eventName: string | null;

  @Column('text')
  readonly status: string;

  @Column('text', { nullable: true })
  readonly reason: string | null;

  @Column('integer', { default: 0 })
  readonly repetitions: number;

  @Column('timestamp with time zone', { name: 'received_at', precision: 3 })
  readonly receivedAt: Instant;

  @Column('jsonb')
  readonly headers: unknown;

  @Column('bytea', { nullable: true })
  readonly body: Buffer | null;

  @Column('bytea', { name: 'body_sha256' })
  readonly bodySha256: Buffer;

  @Column('integer', { default: 0 })
  readonly attempts: number;

  @Column('timestamp with time zone', { name: 'due_at', precision: 3, nullable: true })
  readonly dueAt: Instant | null;

  @Column('timestamp with time zone', { name: 'settled_at', precision: 3, nullable: true })
  readonly settledAt: Instant | null;

  @Column('timestamp with time zone', { name: 'applied_at', precision: 3, nullable: true })
  readonly appliedAt: Instant | null;

  /** When somebody let it be that it could not be applied. */
  @Column('timestamp with time zone', { name: 'dismissed_at', precision: 3, nullable: true })
  readonly dismissedAt: Instant | null;

  @Column('uuid', { name: 'dismissed_by', nullable: true })
  readonly dismissedBy: string | null;

  @Column('text', { nullable: true })
  readonly dismissal: string | null;
}
