import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A version of what a rule found; those of one `findingId` follow each other from being raised until being cleared. */
@Entity('finding')
@Index('finding_one_of_initiative', ['initiativeId', 'code', 'subject'], {
  unique: true,
  where: 'superseded_at IS NULL AND initiative_id IS NOT NULL',
})
@Index('finding_one_of_portfolio', ['portfolioId', 'code', 'subject'], {
  unique: true,
  where: 'superseded_at IS NULL AND initiative_id IS NULL',
})
@Index('finding_standing_idx', ['portfolioId', 'rank', 'since', 'findingId'], { where: 'superseded_at IS NULL' })
@Index('finding_history_idx', ['portfolioId', 'recordedAt', 'id'])
@Index('finding_initiative_idx', ['initiativeId', 'findingId', 'recordedAt'])
@Index('finding_episode_idx', ['initiativeId', 'raisedAt', 'findingId'], {
  where: 'superseded_at IS NULL OR cleared_at IS NOT NULL',
})
@Index('finding_versions_idx', ['findingId', 'recordedAt'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'finding_portfolio_fk' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'finding_initiative_fk' })
@Check('finding_level_known', 'see migrations')
@Check('finding_times', 'see migrations')
export class FindingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'finding_pk' })
  readonly id: string;

  @Column('uuid', { name: 'finding_id' })
  readonly findingId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id', nullable: true })
  readonly initiativeId: string | null;

  @Column('text')
  readonly code: string;

  @Column('text')
  readonly subject: string;

  @Column('text')
  readonly level: string;

  @Column('integer')
  readonly rank: number;

  @Column('timestamp with time zone', { precision: 3 })
  readonly since: Instant;

  @Column('text')
  readonly message: string;

  @Column('jsonb')
  readonly facts: Readonly<Record<string, unknown>>;

  @Column('timestamp with time zone', { name: 'raised_at', precision: 3 })
  readonly raisedAt: Instant;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;

  @Column('timestamp with time zone', { name: 'superseded_at', precision: 3, nullable: true })
  readonly supersededAt: Instant | null;

  @Column('timestamp with time zone', { name: 'cleared_at', precision: 3, nullable: true })
  readonly clearedAt: Instant | null;
}
