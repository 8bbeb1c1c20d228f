import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** That a ticket belongs to an initiative, by a share of the work on it. */
@Entity('ticket_link')
@Index('ticket_link_one', ['ticketId', 'initiativeId'], { unique: true, where: 'unlinked_at IS NULL' })
@Index('ticket_link_initiative_idx', ['initiativeId', 'ticketId'], { where: 'unlinked_at IS NULL' })
@ForeignKey('ticket', ['portfolioId', 'ticketId'], ['portfolioId', 'id'], { name: 'ticket_link_ticket_fk' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'ticket_link_initiative_fk' })
@ForeignKey('app_user', ['linkedBy'], ['id'], { name: 'ticket_link_linked_by_fk' })
@ForeignKey('app_user', ['unlinkedBy'], ['id'], { name: 'ticket_link_unlinked_by_fk' })
@Check('ticket_link_share', 'see migrations')
@Check('ticket_link_end', 'see migrations')
@Check('ticket_link_kept_off', 'see migrations')
export class TicketLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_link_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('numeric', { name: 'share_percent' })
  readonly sharePercent: Decimal;

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
