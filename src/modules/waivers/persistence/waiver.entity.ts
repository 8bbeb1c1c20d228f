import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** A waiver of one criterion of one gate; its status is the last step that was written down. */
@Entity('waiver')
@Index('waiver_one_live', ['initiativeId', 'gateKey', 'criterionKey'], {
  unique: true,
  where: "status IN ('PENDING', 'APPROVED')",
})
@Index('waiver_history_idx', ['initiativeId', 'requestedAt', 'id'])
@Index('waiver_lapse_idx', ['portfolioId', 'expiresOn'], { where: "status IN ('PENDING', 'APPROVED')" })
@Index('waiver_expiry_idx', ['portfolioId', 'expiresOn'])
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], { name: 'waiver_initiative_fk' })
@ForeignKey('app_user', ['requestedBy'], ['id'], { name: 'waiver_requested_by_fk' })
@ForeignKey('app_user', ['decidedBy'], ['id'], { name: 'waiver_decided_by_fk' })
@ForeignKey('app_user', ['revokedBy'], ['id'], { name: 'waiver_revoked_by_fk' })
@Check('waiver_status_known', 'see migrations')
@Check('waiver_says_why', 'see migrations')
@Check('waiver_term', 'see migrations')
@Check('waiver_renewals', 'see migrations')
@Check('waiver_not_own_decision', 'see migrations')
@Check('waiver_decision', 'see migrations')
@Check('waiver_revocation', 'see migrations')
@Check('waiver_expiry', 'see migrations')
export class WaiverEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'waiver_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  readonly initiativeId: string;

  @Column('text', { name: 'gate_key' })
  readonly gateKey: string;

  @Column('text', { name: 'criterion_key' })
  readonly criterionKey: string;

  @Column('text')
  readonly status: string;

  @Column('text')
  readonly reason: string;

  @Column('text', { name: 'compensating_control' })
  readonly compensatingControl: string;

  @Column('date', { name: 'requested_on' })
  readonly requestedOn: CalendarDate;

  @Column('date', { name: 'expires_on' })
  readonly expiresOn: CalendarDate;

  @Column('integer')
  readonly renewals: number;

  @Column('timestamp with time zone', { name: 'requested_at', precision: 3 })
  readonly requestedAt: Instant;

  @Column('uuid', { name: 'requested_by' })
  readonly requestedBy: string;

  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  readonly decidedAt: Instant | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  readonly decidedBy: string | null;

  @Column('text', { name: 'decision_comment', nullable: true })
  readonly decisionComment: string | null;

  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  readonly revokedAt: Instant | null;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  readonly revokedBy: string | null;

  @Column('text', { name: 'revoke_reason', nullable: true })
  readonly revokeReason: string | null;

  @Column('timestamp with time zone', { name: 'expired_at', precision: 3, nullable: true })
  readonly expiredAt: Instant | null;
}
