import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** The one review a piece of evidence gets. */
@Entity('evidence_review')
@ForeignKey('evidence', ['evidenceId', 'submittedBy'], ['id', 'submittedBy'], { name: 'evidence_review_evidence_fk' })
@ForeignKey('app_user', ['reviewedBy'], ['id'], { name: 'evidence_review_reviewed_by_fk' })
@Check('evidence_review_outcome_known', 'see migrations')
@Check('evidence_review_not_own', 'see migrations')
@Check('evidence_review_returned_says_why', 'see migrations')
export class EvidenceReviewEntity {
  @PrimaryColumn('uuid', { name: 'evidence_id', primaryKeyConstraintName: 'evidence_review_pk' })
  readonly evidenceId: string;

  @Column('uuid', { name: 'submitted_by' })
  readonly submittedBy: string;

  @Column('text')
  readonly outcome: string;

  @Column('text', { nullable: true })
  readonly comment: string | null;

  @Column('timestamp with time zone', { name: 'reviewed_at', precision: 3 })
  readonly reviewedAt: Instant;

  @Column('uuid', { name: 'reviewed_by' })
  readonly reviewedBy: string;
}
