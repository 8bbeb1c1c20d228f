import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** How much of its running total a ticket brought along from the one it was moved from. */
@Entity('carried_effort')
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'carried_effort_connection_fk',
})
@Check('carried_effort_seconds', 'see migrations')
export class CarriedEffortEntity {
  @PrimaryColumn('uuid', { name: 'connection_id', primaryKeyConstraintName: 'carried_effort_pk' })
  readonly connectionId: string;

  @PrimaryColumn('text', { name: 'ticket_external_id', primaryKeyConstraintName: 'carried_effort_pk' })
  readonly ticketExternalId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('bigint')
  readonly seconds: number;

  @Column('timestamp with time zone', { precision: 3 })
  readonly at: Instant;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;
}
