import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A stay in a stage, a half-open interval. */
@Entity('stage_visit')
@Unique('stage_visit_open_unique', ['initiativeId', 'templateId', 'stageKey', 'isOpen'])
@Index('stage_visit_one_open', ['initiativeId'], { unique: true, where: 'is_open' })
// Over an expression, which the ORM cannot tell.
@Index('stage_visit_touched_idx', { synchronize: false })
@Index('stage_visit_history_idx', ['portfolioId', 'initiativeId', 'enteredAt'])
@Index('stage_visit_entered_idx', ['portfolioId', 'enteredAt'])
@Index('stage_visit_stage_idx', ['templateId', 'stageKey'])
@Index('stage_visit_left_idx', ['portfolioId', 'stageKey', 'leftAt'], { where: 'left_at IS NOT NULL' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'stage_visit_initiative_fk' })
@ForeignKey('template_stage', ['templateId', 'stageKey'], ['templateId', 'key'], { name: 'stage_visit_stage_fk' })
@Check('stage_visit_interval', 'see migrations')
@Check('stage_visit_open_flag', 'see migrations')
@Exclusion('stage_visit_no_overlap', 'see migrations')
export class StageVisitEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stage_visit_pk' })
  readonly id: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'template_id' })
  readonly templateId: string;

  @Column('text', { name: 'stage_key' })
  readonly stageKey: string;

  @Column('timestamp with time zone', { name: 'entered_at', precision: 3 })
  readonly enteredAt: Instant;

  @Column('timestamp with time zone', { name: 'left_at', precision: 3, nullable: true })
  readonly leftAt: Instant | null;

  @Column('boolean', { name: 'is_open', nullable: true })
  readonly isOpen: boolean | null;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;

  @Column('timestamp with time zone', { name: 'superseded_at', precision: 3, nullable: true })
  readonly supersededAt: Instant | null;
}
