import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** A condition of a CONDITIONAL_GO, with what became of it. */
@Entity('gate_condition')
@Index('gate_condition_initiative_idx', ['initiativeId', 'madeAt', 'id'])
@Index('gate_condition_decision_idx', ['decisionId'])
@Index('gate_condition_due_idx', ['portfolioId', 'dueOn', 'id'], { where: "status = 'OPEN'" })
@Index('gate_condition_closed_idx', ['portfolioId', 'closedAt'])
@Index('gate_condition_owner_idx', ['ownerId'], { where: "status <> 'CLOSED'" })
@ForeignKey(
  'gate_decision',
  ['portfolioId', 'initiativeId', 'decisionId', 'decisionOutcome'],
  ['portfolioId', 'initiativeId', 'id', 'outcome'],
  { name: 'gate_condition_decision_fk' },
)
@ForeignKey('app_user', ['ownerId'], ['id'], { name: 'gate_condition_owner_fk' })
@ForeignKey('app_user', ['closedBy'], ['id'], { name: 'gate_condition_closed_by_fk' })
@Check('gate_condition_conditional', 'see migrations')
@Check('gate_condition_status_told', 'see migrations')
@Check('gate_condition_closure', 'see migrations')
export class GateConditionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gate_condition_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('uuid', { name: 'decision_id' })
  readonly decisionId: string;

  @Column('text', { name: 'decision_outcome', default: 'CONDITIONAL_GO' })
  readonly decisionOutcome: string;

  @Column('text')
  readonly text: string;

  @Column('uuid', { name: 'owner_id' })
  readonly ownerId: string;

  @Column('date', { name: 'due_on' })
  readonly dueOn: CalendarDate;

  @Column('text', { name: 'criterion_key', nullable: true })
  readonly criterionKey: string | null;

  @Column('text')
  readonly status: string;

  @Column('timestamp with time zone', { name: 'made_at', precision: 3 })
  readonly madeAt: Instant;

  @Column('timestamp with time zone', { name: 'breached_at', precision: 3, nullable: true })
  readonly breachedAt: Instant | null;

  @Column('timestamp with time zone', { name: 'closed_at', precision: 3, nullable: true })
  readonly closedAt: Instant | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  readonly closedBy: string | null;

  @Column('text', { name: 'close_note', nullable: true })
  readonly closeNote: string | null;

  @Column('text', { name: 'close_url', nullable: true })
  readonly closeUrl: string | null;
}
