import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** That what a decision rested on is otherwise now. */
@Entity('basis_change')
@Index('basis_change_decision_idx', ['decisionId', 'notedAt', 'id'])
@ForeignKey('gate_decision', ['decisionId'], ['id'], { name: 'basis_change_decision_fk' })
@ForeignKey('ticket', ['portfolioId', 'ticketId'], ['portfolioId', 'id'], { name: 'basis_change_ticket_fk' })
@Check('basis_change_says_why', 'see migrations')
export class BasisChangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'basis_change_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'decision_id' })
  readonly decisionId: string;

  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId: string;

  @Column('text', { name: 'criterion_key' })
  readonly criterionKey: string;

  @Column('text')
  readonly reason: string;

  @Column('timestamp with time zone', { name: 'noted_at', precision: 3 })
  readonly notedAt: Instant;
}
