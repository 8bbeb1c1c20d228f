import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** How many left a stage after so many days; the rows of the same stage and days add up. */
@Entity('stage_exit_count')
@Index('stage_exit_count_idx', ['portfolioId', 'templateKey', 'stageKey', 'days', 'exits'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'stage_exit_count_portfolio_fk' })
@Check('stage_exit_count_counts', 'see migrations')
export class StageExitCountEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'stage_exit_count_pk',
  })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text', { name: 'template_key' })
  readonly templateKey: string;

  @Column('text', { name: 'stage_key' })
  readonly stageKey: string;

  @Column('integer')
  readonly days: number;

  @Column('integer')
  readonly exits: number;
}
