import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** A ticket as its tool last told of it. */
@Entity('ticket')
@Unique('ticket_tenant_unique', ['portfolioId', 'id'])
@Unique('ticket_once', ['connectionId', 'externalId'])
@Index('ticket_key_idx', ['connectionId', 'key'])
@Index('ticket_known_keys_idx', { synchronize: false })
@Index('ticket_portfolio_idx', ['portfolioId', 'id'])
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'ticket_connection_fk',
})
@Check('ticket_status_category_known', 'see migrations')
@Check('ticket_told_category_known', 'see migrations')
@Check('ticket_origin_known', 'see migrations')
@Check('ticket_known_by_its_key', 'see migrations')
@Check('ticket_heard_of', 'see migrations')
export class TicketEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'connection_id' })
  readonly connectionId: string;

  @Column('text', { name: 'external_id' })
  readonly externalId: string;

  @Column('text')
  readonly key: string;

  @Column('text', { name: 'known_keys', array: true })
  readonly knownKeys: string[];

  @Column('text', { nullable: true })
  readonly url: string | null;

  @Column('text', { name: 'project_key', nullable: true })
  readonly projectKey: string | null;

  @Column('text', { name: 'parent_external_id', nullable: true })
  readonly parentExternalId: string | null;

  @Column('text')
  readonly title: string;

  @Column('text', { nullable: true })
  readonly type: string | null;

  @Column('text', { name: 'status_name', nullable: true })
  readonly statusName: string | null;

  @Column('text', { name: 'status_category' })
  readonly statusCategory: string;

  @Column('text', { name: 'told_category', nullable: true })
  readonly toldCategory: string | null;

  @Column('text', { nullable: true })
  readonly resolution: string | null;

  @Column('text', { array: true })
  readonly labels: string[];

  @Column('text', { array: true })
  readonly components: string[];

  @Column('numeric', { nullable: true })
  readonly points: Decimal | null;

  @Column('timestamp with time zone', { name: 'points_at', precision: 3, nullable: true })
  readonly pointsAt: Instant | null;

  @Column('bigint', { name: 'original_estimate_seconds', nullable: true })
  readonly originalEstimateSeconds: number | null;

  @Column('bigint', { name: 'time_spent_seconds', nullable: true })
  readonly timeSpentSeconds: number | null;

  @Column('bigint', { name: 'remaining_seconds', nullable: true })
  readonly remainingSeconds: number | null;

  @Column('text', { name: 'assignee_id', nullable: true })
  readonly assigneeId: string | null;

  @Column('text', { name: 'assignee_name', nullable: true })
  readonly assigneeName: string | null;

  @Column('timestamp with time zone', { name: 'tool_created_at', precision: 3, nullable: true })
  readonly toolCreatedAt: Instant | null;

  @Column('timestamp with time zone', { name: 'tool_updated_at', precision: 3, nullable: true })
  readonly toolUpdatedAt: Instant | null;

  @Column('timestamp with time zone', { name: 'tool_resolved_at', precision: 3, nullable: true })
  readonly toolResolvedAt: Instant | null;

  @Column('bigint', { nullable: true })
  readonly revision: number | null;

  @Column('text')
  readonly origin: string;

  @Column('timestamp with time zone', { name: 'deleted_at', precision: 3, nullable: true })
  readonly deletedAt: Instant | null;

  @Column('timestamp with time zone', { name: 'restored_at', precision: 3, nullable: true })
  readonly restoredAt: Instant | null;

  @Column('timestamp with time zone', { name: 'first_seen_at', precision: 3 })
  readonly firstSeenAt: Instant;

  @Column('text', { name: 'effort_problem', nullable: true })
  readonly effortProblem: string | null;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  readonly changedAt: Instant;
}
