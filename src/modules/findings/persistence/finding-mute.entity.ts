import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** That somebody does not want to be told of a finding for a while, and why. */
@Entity('finding_mute')
@Index('finding_mute_one_of_initiative', ['initiativeId', 'code', 'subject'], {
  unique: true,
  where: 'ended_at IS NULL AND initiative_id IS NOT NULL',
})
@Index('finding_mute_one_of_portfolio', ['portfolioId', 'code', 'subject'], {
  unique: true,
  where: 'ended_at IS NULL AND initiative_id IS NULL',
})
@Index('finding_mute_subject_idx', ['portfolioId', 'code', 'subject', 'initiativeId'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'finding_mute_portfolio_fk' })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'finding_mute_initiative_fk',
})
@ForeignKey('app_user', ['mutedBy'], ['id'], { name: 'finding_mute_muted_by_fk' })
@ForeignKey('app_user', ['endedBy'], ['id'], { name: 'finding_mute_ended_by_fk' })
@Check('finding_mute_says_why', 'see migrations')
@Check('finding_mute_end', 'see migrations')
export class FindingMuteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'finding_mute_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id', nullable: true })
  readonly initiativeId: string | null;

  @Column('text')
  readonly code: string;

  @Column('text')
  readonly subject: string;

  @Column('text')
  readonly reason: string;

  @Column('date')
  readonly until: CalendarDate;

  @Column('timestamp with time zone', { name: 'muted_at', precision: 3 })
  readonly mutedAt: Instant;

  @Column('uuid', { name: 'muted_by' })
  readonly mutedBy: string;

  @Column('timestamp with time zone', { name: 'ended_at', precision: 3, nullable: true })
  readonly endedAt: Instant | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  readonly endedBy: string | null;
}
