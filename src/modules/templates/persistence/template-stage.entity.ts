import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A stage of a published workflow, with its exit gate. */
@Entity('template_stage')
@Unique('template_stage_position_unique', ['templateId', 'position'])
@ForeignKey('workflow_template', ['templateId'], ['id'], { name: 'template_stage_template_fk' })
@Check('template_stage_category_known', "category IN ('INTAKE', 'POC', 'PILOT', 'PRODUCTION')")
export class TemplateStageEntity {
  @PrimaryColumn('uuid', { name: 'template_id', primaryKeyConstraintName: 'template_stage_pk' })
  readonly templateId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'template_stage_pk' })
  readonly key: string;

  @Column('integer')
  readonly position: number;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly category: string;

  @Column('integer', { name: 'time_box_days', nullable: true })
  readonly timeBoxDays: number | null;

  @Column('integer', { name: 'wip_limit', nullable: true })
  readonly wipLimit: number | null;

  @Column('jsonb', { name: 'exit_gate', nullable: true })
  readonly exitGate: unknown;
}
