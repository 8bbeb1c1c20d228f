import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A connection of a portfolio to a ticketing tool. Its secrets are sealed. */
@Entity('integration_connection')
@Unique('integration_connection_tenant_unique', ['portfolioId', 'id'])
@Index('integration_connection_name_unique', { synchronize: false })
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'integration_connection_portfolio_fk' })
@ForeignKey('app_user', ['createdBy'], ['id'], { name: 'integration_connection_created_by_fk' })
@Check('integration_connection_tool_known', 'see migrations')
@Check('integration_connection_name', 'see migrations')
@Check('integration_connection_rotation', 'see migrations')
export class IntegrationConnectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'integration_connection_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text')
  readonly tool: string;

  @Column('text')
  readonly name: string;

  @Column('jsonb')
  readonly settings: unknown;

  @Column('boolean', { default: false })
  readonly paused: boolean;

  @Column('bytea')
  readonly secret: Buffer;

  @Column('bytea', { name: 'previous_secret', nullable: true })
  readonly previousSecret: Buffer | null;

  @Column('timestamp with time zone', { name: 'previous_secret_until', precision: 3, nullable: true })
  readonly previousSecretUntil: Instant | null;

  @Column('bytea', { nullable: true })
  readonly credential: Buffer | null;

  @Column('integer', { default: 1 })
  readonly version: number;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;

  @Column('uuid', { name: 'created_by' })
  readonly createdBy: string;

  @Column('timestamp with time zone', { name: 'deleted_at', precision: 3, nullable: true })
  readonly deletedAt: Instant | null;
}
