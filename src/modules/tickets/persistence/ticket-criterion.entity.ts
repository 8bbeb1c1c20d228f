import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** That a ticket belongs to a criterion of an initiative. */
@Entity('ticket_criterion')
@Index('ticket_criterion_one', ['ticketId', 'initiativeId', 'criterionKey'], {
  unique: true,
  where: 'unlinked_at IS NULL',
})
@Index('ticket_criterion_initiative_idx', ['initiativeId', 'criterionKey'])
@ForeignKey('ticket', ['portfolioId', 'ticketId'], ['portfolioId', 'id'], { name: 'ticket_criterion_ticket_fk' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'ticket_criterion_initiative_fk',
})
@ForeignKey('app_user', ['linkedBy'], ['id'], { name: 'ticket_criterion_linked_by_fk' })
@ForeignKey('app_user', ['unlinkedBy'], ['id'], { name: 'ticket_criterion_unlinked_by_fk' })
@Check('ticket_criterion_end', 'see migrations')
@Check('ticket_criterion_kept_off', 'see migrations')
export class TicketCriterionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_criterion_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text', { name: 'criterion_key' })
  readonly criterionKey: string;

  @Column('text', { name: 'rule_name', nullable: true })
  readonly ruleName: string | null;

  @Column('timestamp with time zone', { name: 'linked_at', precision: 3 })
  readonly linkedAt: Instant;

  @Column('uuid', { name: 'linked_by' })
  readonly linkedBy: string;

  @Column('timestamp with time zone', { name: 'unlinked_at', precision: 3, nullable: true })
  readonly unlinkedAt: Instant | null;

  @Column('uuid', { name: 'unlinked_by', nullable: true })
  readonly unlinkedBy: string | null;

  @Column('boolean', { name: 'kept_off', default: false })
  readonly keptOff: boolean;
}
