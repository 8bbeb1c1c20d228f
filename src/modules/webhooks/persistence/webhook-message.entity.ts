import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** What one endpoint is told of one event. */
@Entity('webhook_message')
@Unique('webhook_message_once', ['endpointId', 'chain', 'sequence', 'place'])
@Index('webhook_message_due_idx', ['dueAt'], { where: "status = 'PENDING'" })
@Index('webhook_message_order_idx', ['endpointId', 'chain', 'sequence', 'place'], { where: "status = 'PENDING'" })
@Index('webhook_message_history_idx', ['endpointId', 'id'])
@Index('webhook_message_settled_idx', ['settledAt'], { where: 'settled_at IS NOT NULL' })
@ForeignKey('webhook_endpoint', ['portfolioId', 'endpointId'], ['portfolioId', 'id'], {
  name: 'webhook_message_endpoint_fk',
})
@Check('webhook_message_status_known', 'see migrations')
@Check('webhook_message_settled', 'see migrations')
@Check('webhook_message_lease', 'see migrations')
export class WebhookMessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_message_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'endpoint_id' })
  readonly endpointId: string;

  @Column('text')
  readonly chain: string;

  @Column('integer')
  readonly sequence: number;

  @Column('integer')
  readonly place: number;

  @Column('text', { name: 'event_type' })
  readonly eventType: string;

  @Column('timestamp with time zone', { name: 'occurred_at', precision: 3 })
  readonly occurredAt: Instant;

  @Column('jsonb')
  readonly data: unknown;

  @Column('text')
  readonly status: string;

  @Column('boolean', { name: 'is_resent', default: false })
  readonly isResent: boolean;

  @Column('integer', { default: 0 })
  readonly failures: number;

  @Column('timestamp with time zone', { name: 'due_at', precision: 3, nullable: true })
  readonly dueAt: Instant | null;

  @Column('uuid', { nullable: true })
  readonly lease: string | null;

  @Column('timestamp with time zone', { name: 'leased_until', precision: 3, nullable: true })
  readonly leasedUntil: Instant | null;

  @Column('timestamp with time zone', { name: 'settled_at', precision: 3, nullable: true })
  readonly settledAt: Instant | null;
}
