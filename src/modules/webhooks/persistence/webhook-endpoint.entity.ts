import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** An endpoint that is told of events of a portfolio. Its secrets are sealed. */
@Entity('webhook_endpoint')
@Unique('webhook_endpoint_tenant_unique', ['portfolioId', 'id'])
@Index('webhook_endpoint_living_idx', ['portfolioId'], { where: 'deleted_at IS NULL' })
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'webhook_endpoint_portfolio_fk' })
@ForeignKey('app_user', ['createdBy'], ['id'], { name: 'webhook_endpoint_created_by_fk' })
@Check('webhook_endpoint_format_known', 'see migrations')
@Check('webhook_endpoint_events_known', 'see migrations')
@Check('webhook_endpoint_rotation', 'see migrations')
@Check('webhook_endpoint_disabled', 'see migrations')
export class WebhookEndpointEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_endpoint_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text')
  readonly url: string;

  @Column('text', { array: true })
  readonly events: string[];

  @Column('text')
  readonly format: string;

  @Column('bytea')
  readonly secret: Buffer;

  @Column('bytea', { name: 'previous_secret', nullable: true })
  readonly previousSecret: Buffer | null;

  @Column('timestamp with time zone', { name: 'previous_secret_until', precision: 3, nullable: true })
  readonly previousSecretUntil: Instant | null;

  @Column('timestamp with time zone', { name: 'failing_since', precision: 3, nullable: true })
  readonly failingSince: Instant | null;

  @Column('timestamp with time zone', { name: 'disabled_at', precision: 3, nullable: true })
  readonly disabledAt: Instant | null;

  @Column('text', { name: 'disabled_reason', nullable: true })
  readonly disabledReason: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;

  @Column('uuid', { name: 'created_by' })
  readonly createdBy: string;

  @Column('timestamp with time zone', { name: 'deleted_at', precision: 3, nullable: true })
  readonly deletedAt: Instant | null;
}
