import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** That a piece of evidence was noted as run out, which it is once. */
@Entity('evidence_expiry')
@ForeignKey('evidence', ['evidenceId'], ['id'], { name: 'evidence_expiry_evidence_fk' })
export class EvidenceExpiryEntity {
  @PrimaryColumn('uuid', { name: 'evidence_id', primaryKeyConstraintName: 'evidence_expiry_pk' })
  readonly evidenceId: string;

  /** The last day it held on. */
  @Column('date', { name: 'last_day' })
  readonly lastDay: CalendarDate;

  @Column('timestamp with time zone', { name: 'noted_at', precision: 3 })
  readonly notedAt: Instant;
}
