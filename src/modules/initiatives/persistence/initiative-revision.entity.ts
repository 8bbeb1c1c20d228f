import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** What was said of an initiative in one version. */
@Entity('initiative_revision')
@Index('initiative_revision_recorded_idx', ['portfolioId', 'recordedAt'])
@Index('initiative_revision_assistant_idx', ['portfolioId', 'initiativeId'], {
  where: "attributes ->> 'solutionType' = 'CHAT_ASSISTANT'",
})
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'initiative_revision_initiative_fk',
})
@ForeignKey('app_user', ['recordedBy'], ['id'], { name: 'initiative_revision_recorded_by_fk' })
@Check('initiative_revision_risk_tier_known', 'see migrations')
export class InitiativeRevisionEntity {
  @PrimaryColumn('uuid', { name: 'initiative_id', primaryKeyConstraintName: 'initiative_revision_pk' })
  readonly initiativeId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'initiative_revision_pk' })
  readonly version: number;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text', { name: 'risk_tier' })
  readonly riskTier: string;

  @Column('jsonb')
  readonly attributes: unknown;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;

  @Column('uuid', { name: 'recorded_by' })
  readonly recordedBy: string;
}
