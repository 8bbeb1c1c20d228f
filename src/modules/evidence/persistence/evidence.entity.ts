import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** One submission of evidence for a criterion. */
@Entity('evidence')
@Unique('evidence_submitter_unique', ['id', 'submittedBy'])
@Index('evidence_recent_idx', ['portfolioId', 'submittedAt'])
@Index('evidence_history_idx', ['initiativeId', 'submittedAt', 'id'])
@Index('evidence_external_unique', ['initiativeId', 'criterionKey', 'externalId'], {
  unique: true,
  where: 'external_id IS NOT NULL',
})
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'evidence_initiative_fk' })
@ForeignKey('app_user', ['submittedBy'], ['id'], { name: 'evidence_submitted_by_fk' })
@Check('evidence_kind_known', 'see migrations')
export class EvidenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text', { name: 'criterion_key' })
  readonly criterionKey: string;

  @Column('text')
  readonly kind: string;

  @Column('text')
  readonly summary: string;

  @Column('text', { nullable: true })
  readonly url: string | null;

  @Column('jsonb')
  readonly content: unknown;

  @Column('date', { name: 'effective_on' })
  readonly effectiveOn: CalendarDate;

  @Column('text', { name: 'external_id', nullable: true })
  readonly externalId: string | null;

  @Column('timestamp with time zone', { name: 'submitted_at', precision: 3 })
  readonly submittedAt: Instant;

  @Column('uuid', { name: 'submitted_by' })
  readonly submittedBy: string;
}
