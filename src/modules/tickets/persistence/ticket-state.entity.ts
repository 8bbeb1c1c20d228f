import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** What was known of the status of a ticket from an instant on. */
@Entity('ticket_state')
@Index('ticket_state_history_idx', ['ticketId', 'recordedAt', 'id'])
@ForeignKey('ticket', ['ticketId'], ['id'], { name: 'ticket_state_ticket_fk' })
@Check('ticket_state_category_known', 'see migrations')
export class TicketStateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_state_pk' })
  readonly id: string;

  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId: string;

  @Column('text', { name: 'status_category' })
  readonly statusCategory: string;

  @Column('text', { name: 'status_name', nullable: true })
  readonly statusName: string | null;

  @Column('boolean', { name: 'is_deleted' })
  readonly isDeleted: boolean;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;
}
