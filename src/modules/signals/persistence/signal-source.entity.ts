import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';
import type { UntoldReadings } from '../../../domain/signals/untold-readings.js';

/** Where the values of one signal are asked for, and how that went last. Its token is sealed. */
@Entity('signal_source')
@Unique('signal_source_one', ['initiativeId', 'signal'])
@Index('signal_source_due_idx', ['dueAt'])
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'signal_source_initiative_fk',
})
@ForeignKey('app_user', ['setBy'], ['id'], { name: 'signal_source_set_by_fk' })
@Check('signal_source_interval', 'see migrations')
@Check('signal_source_untold', 'see migrations')
export class SignalSourceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'signal_source_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text')
  readonly signal: string;

  @Column('text')
  readonly url: string;

  @Column('text')
  readonly query: string;

  @Column('integer', { name: 'interval_seconds' })
  readonly intervalSeconds: number;

  @Column('bytea', { nullable: true })
  readonly token: Buffer | null;

  @Column('integer', { default: 1 })
  readonly version: number;

  @Column('timestamp with time zone', { name: 'set_at', precision: 3 })
  readonly setAt: Instant;

  @Column('uuid', { name: 'set_by' })
  readonly setBy: string;

  @Column('timestamp with time zone', { name: 'due_at', precision: 3 })
  readonly dueAt: Instant;

  @Column('timestamp with time zone', { name: 'leased_until', precision: 3, nullable: true })
  readonly leasedUntil: Instant | null;

  @Column('timestamp with time zone', { name: 'last_pulled_at', precision: 3, nullable: true })
  readonly lastPulledAt: Instant | null;

  @Column('text', { name: 'last_problem', nullable: true })
  readonly lastProblem: string | null;

  /** What was pulled and the audit trail was not told of yet. */
  @Column('jsonb', { nullable: true })
  readonly untold: UntoldReadings | null;

  @Column('timestamp with time zone', { name: 'told_at', precision: 3, nullable: true })
  readonly toldAt: Instant | null;
}
