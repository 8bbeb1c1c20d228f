import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That something changed, put down by triggers and moved on at once. */
@Entity('initiative_change')
export class InitiativeChangeEntity {
  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'initiative_change_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id', nullable: true })
  readonly initiativeId: string | null;

  @Column('text', { name: 'left_stage', nullable: true })
  readonly leftStage: string | null;

  @Column('boolean', { name: 'is_finding', default: false })
  readonly isFinding: boolean;
}
