import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An entry of effort that the work on a ticket is booked as. */
@Entity('ticket_effort')
@Index('ticket_effort_ticket_idx', ['connectionId', 'ticketExternalId'])
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'ticket_effort_connection_fk',
})
export class TicketEffortEntity {
  @PrimaryColumn('uuid', { name: 'connection_id', primaryKeyConstraintName: 'ticket_effort_pk' })
  readonly connectionId: string;

  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'ticket_effort_pk' })
  readonly externalId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text', { name: 'ticket_external_id' })
  readonly ticketExternalId: string;
}
