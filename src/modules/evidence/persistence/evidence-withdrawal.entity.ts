import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** That a piece of evidence was withdrawn, which it is once: what it rested on is otherwise. */
@Entity('evidence_withdrawal')
@ForeignKey('evidence', ['evidenceId'], ['id'], { name: 'evidence_withdrawal_evidence_fk' })
@Check('evidence_withdrawal_says_why', 'see migrations')
export class EvidenceWithdrawalEntity {
  @PrimaryColumn('uuid', { name: 'evidence_id', primaryKeyConstraintName: 'evidence_withdrawal_pk' })
  readonly evidenceId: string;

  @Column('text')
  readonly reason: string;

  @Column('timestamp with time zone', { name: 'withdrawn_at', precision: 3 })
  readonly withdrawnAt: Instant;
}
