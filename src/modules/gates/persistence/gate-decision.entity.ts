import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A decision at a gate, frozen with what was seen. */
@Entity('gate_decision')
@Unique('gate_decision_review_unique', ['reviewId'])
@Unique('gate_decision_of_initiative_unique', ['portfolioId', 'initiativeId', 'id', 'outcome'])
@Index('gate_decision_initiative_idx', ['initiativeId', 'decidedAt', 'id'])
@Index('gate_decision_gate_idx', ['portfolioId', 'gateKey', 'decidedAt', 'id'])
@Index('gate_decision_no_go_idx', ['portfolioId', 'gateKey', 'decidedAt', 'id'], { where: "outcome <> 'GO'" })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'gate_decision_initiative_fk',
})
@ForeignKey('gate_review', ['portfolioId', 'reviewId'], ['portfolioId', 'id'], { name: 'gate_decision_review_fk' })
@ForeignKey('template_stage', ['templateId', 'fromStageKey'], ['templateId', 'key'], {
  name: 'gate_decision_from_stage_fk',
})
@ForeignKey('template_stage', ['templateId', 'toStageKey'], ['templateId', 'key'], {
  name: 'gate_decision_to_stage_fk',
})
@ForeignKey('app_user', ['decidedBy'], ['id'], { name: 'gate_decision_decided_by_fk' })
@Check('gate_decision_outcome_known', 'see migrations')
@Check('gate_decision_snapshot_hash', 'see migrations')
export class GateDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gate_decision_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('uuid', { name: 'review_id' })
  readonly reviewId: string;

  @Column('text', { name: 'gate_key' })
  readonly gateKey: string;

  @Column('text')
  readonly outcome: string;

  @Column('text')
  readonly rationale: string;

  @Column('uuid', { name: 'template_id' })
  readonly templateId: string;

  @Column('text', { name: 'from_stage_key' })
  readonly fromStageKey: string;

  @Column('text', { name: 'to_stage_key', nullable: true })
  readonly toStageKey: string | null;

  @Column('text')
  readonly snapshot: string;

  @Column('text', { name: 'snapshot_sha256' })
  readonly snapshotSha256: string;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3 })
  readonly decidedAt: Instant;

  @Column('uuid', { name: 'decided_by' })
  readonly decidedBy: string;
}
