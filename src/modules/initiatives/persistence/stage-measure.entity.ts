import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What the days of all that left a stage said when the rules last took it. */
@Entity('stage_measure')
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'stage_measure_portfolio_fk' })
@Check('stage_measure_exits', 'see migrations')
@Check('stage_measure_rising', 'see migrations')
export class StageMeasureEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'stage_measure_pk' })
  readonly portfolioId: string;

  @PrimaryColumn('text', { name: 'template_key', primaryKeyConstraintName: 'stage_measure_pk' })
  readonly templateKey: string;

  @PrimaryColumn('text', { name: 'stage_key', primaryKeyConstraintName: 'stage_measure_pk' })
  readonly stageKey: string;

  @Column('integer')
  readonly exits: number;

  @Column('integer', { nullable: true })
  readonly p50: number | null;

  @Column('integer', { nullable: true })
  readonly p70: number | null;

  @Column('integer', { nullable: true })
  readonly p85: number | null;
}
