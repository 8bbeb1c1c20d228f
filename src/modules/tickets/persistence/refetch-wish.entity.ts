import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** Something of a ticket that the tool has to be asked for. It is gone once it was answered. */
@Entity('refetch_wish')
@Index('refetch_wish_once', { synchronize: false })
@Index('refetch_wish_due_idx', ['dueAt'], { where: 'due_at IS NOT NULL' })
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'refetch_wish_connection_fk',
})
@Check('refetch_wish_what_known', 'see migrations')
@Check('refetch_wish_worklog', 'see migrations')
export class RefetchWishEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'refetch_wish_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'connection_id' })
  readonly connectionId: string;

  @Column('text')
  readonly what: string;

  @Column('text')
  readonly ticket: string;

  @Column('boolean', { name: 'by_key' })
  readonly byKey: boolean;

  @Column('text', { name: 'worklog_external_id', nullable: true })
  readonly worklogExternalId: string | null;

  @Column('text')
  readonly why: string;

  @Column('timestamp with time zone', { name: 'wished_at', precision: 3 })
  readonly wishedAt: Instant;

  @Column('integer', { default: 0 })
  readonly attempts: number;

  @Column('timestamp with time zone', { name: 'due_at', precision: 3, nullable: true })
  readonly dueAt: Instant | null;

  @Column('text', { nullable: true })
  readonly failure: string | null;
}
