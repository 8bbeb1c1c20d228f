import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** What the running total of the work on a ticket was read as once. */
@Entity('counter_reading')
@Index('counter_reading_once', { synchronize: false })
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'counter_reading_connection_fk',
})
@Check('counter_reading_seconds', 'see migrations')
export class CounterReadingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'counter_reading_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'connection_id' })
  readonly connectionId: string;

  @Column('text', { name: 'ticket_external_id' })
  readonly ticketExternalId: string;

  @Column('bigint', { name: 'cumulative_seconds' })
  readonly cumulativeSeconds: number;

  @Column('bigint', { name: 'previous_seconds', nullable: true })
  readonly previousSeconds: number | null;

  @Column('text', { name: 'by_id', nullable: true })
  readonly byId: string | null;

  @Column('text', { name: 'by_name', nullable: true })
  readonly byName: string | null;

  @Column('timestamp with time zone', { precision: 3 })
  readonly at: Instant;

  @Column('bigint', { nullable: true })
  readonly revision: number | null;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;
}
