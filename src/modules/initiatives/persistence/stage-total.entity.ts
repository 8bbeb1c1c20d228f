import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How long an initiative was in a stage that it has left. */
@Entity('stage_total')
@Index('stage_total_exits_idx', ['portfolioId', 'templateKey', 'stageKey', 'days'])
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'stage_total_initiative_fk' })
@Check('stage_total_days', 'see migrations')
export class StageTotalEntity {
  @PrimaryColumn('uuid', { name: 'initiative_id', primaryKeyConstraintName: 'stage_total_pk' })
  readonly initiativeId: string;

  @PrimaryColumn('text', { name: 'stage_key', primaryKeyConstraintName: 'stage_total_pk' })
  readonly stageKey: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text', { name: 'template_key' })
  readonly templateKey: string;

  @Column('integer')
  readonly days: number;
}
