import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What changed and came into the feed, until it is marked for the rules to look at anew. */
@Entity('pending_mark')
export class PendingMarkEntity {
  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'pending_mark_pk',
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
}
