import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** An event of the audit trail that endpoints are to be told of; a trigger writes it. */
@Entity('outbound_event')
@Index('outbound_event_waiting_idx', ['chain', 'sequence'], { where: 'ready_at IS NULL' })
@Index('outbound_event_ready_idx', ['readyAt'], { where: 'ready_at IS NOT NULL' })
@ForeignKey('audit_event', ['chain', 'sequence'], ['chain', 'sequence'], { name: 'outbound_event_audit_fk' })
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'outbound_event_portfolio_fk' })
export class OutboundEventEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'outbound_event_pk' })
  readonly chain: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'outbound_event_pk' })
  readonly sequence: number;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { array: true })
  readonly endpoints: string[];

  @Column('timestamp with time zone', { name: 'ready_at', precision: 3, nullable: true })
  readonly readyAt: Instant | null;

  @Column('timestamp with time zone', { name: 'retry_at', precision: 3, nullable: true })
  readonly retryAt: Instant | null;

  @Column('jsonb', { nullable: true })
  readonly criteria: unknown;
}
