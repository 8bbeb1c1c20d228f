import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** One time a tool was asked for what it has, and what came of it. */
@Entity('pull_run')
@Index('pull_run_one', ['connectionId'], { unique: true, where: "status = 'RUNNING'" })
@Index('pull_run_history_idx', ['connectionId', 'kind', 'startedAt'])
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'pull_run_connection_fk',
})
@ForeignKey('app_user', ['startedBy'], ['id'], { name: 'pull_run_started_by_fk' })
@Check('pull_run_kind_known', 'see migrations')
@Check('pull_run_status_known', 'see migrations')
@Check('pull_run_end', 'see migrations')
@Check('pull_run_says_why', 'see migrations')
@Check('pull_run_counts', 'see migrations')
export class PullRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pull_run_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'connection_id' })
  readonly connectionId: string;

  @Column('text')
  readonly kind: string;

  @Column('text')
  readonly status: string;

  @Column('text', { array: true })
  readonly streams: readonly string[];

  @Column('integer', { name: 'connection_version' })
  readonly connectionVersion: number;

  @Column('timestamp with time zone', { name: 'started_at', precision: 3 })
  readonly startedAt: Instant;

  @Column('uuid', { name: 'started_by' })
  readonly startedBy: string;

  @Column('timestamp with time zone', { name: 'seen_at', precision: 3 })
  readonly seenAt: Instant;

  @Column('timestamp with time zone', { name: 'ended_at', precision: 3, nullable: true })
  readonly endedAt: Instant | null;

  @Column('integer', { default: 0 })
  readonly pages: number;

  @Column('integer', { default: 0 })
  readonly events: number;

  @Column('integer', { default: 0 })
  readonly changed: number;

  @Column('integer', { default: 0 })
  readonly found: number;

  @Column('text', { nullable: true })
  readonly failure: string | null;

  @Column('timestamp with time zone', { name: 'not_before', precision: 3, nullable: true })
  readonly notBefore: Instant | null;
}
