import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** One value of a signal of an accepted monitoring plan. Never changed or deleted. */
@Entity('signal_reading')
@Index('signal_reading_external_unique', ['portfolioId', 'source', 'externalId'], {
  unique: true,
  where: 'external_id IS NOT NULL',
})
@Index('signal_reading_instant_unique', ['initiativeId', 'signal', 'source', 'at'], {
  unique: true,
  where: 'external_id IS NULL',
})
@Index('signal_reading_newest_idx', ['initiativeId', 'signal', 'heardAt', 'id'])
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'signal_reading_initiative_fk',
})
@ForeignKey('evidence', ['planId'], ['id'], { name: 'signal_reading_plan_fk' })
@ForeignKey('app_user', ['recordedBy'], ['id'], { name: 'signal_reading_recorded_by_fk' })
@Check('signal_reading_number', 'see migrations')
@Check('signal_reading_texts', 'see migrations')
@Check('signal_reading_heard', 'see migrations')
export class SignalReadingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'signal_reading_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('uuid', { name: 'plan_id' })
  readonly planId: string;

  @Column('text')
  readonly signal: string;

  @Column('timestamp with time zone', { precision: 3 })
  readonly at: Instant;

  @Column('timestamp with time zone', { name: 'heard_at', precision: 3 })
  readonly heardAt: Instant;

  @Column('numeric')
  readonly value: Decimal;

  @Column('text')
  readonly source: string;

  @Column('text', { name: 'external_id', nullable: true })
  readonly externalId: string | null;

  @Column('timestamp with time zone', { name: 'level_since', precision: 3 })
  readonly levelSince: Instant;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;

  @Column('uuid', { name: 'recorded_by' })
  readonly recordedBy: string;
}
