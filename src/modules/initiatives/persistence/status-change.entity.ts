import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** When and why an initiative began or ceased to move. */
@Entity('status_change')
@Index('status_change_changed_idx', ['portfolioId', 'changedAt'])
@Index('status_change_ended_idx', ['portfolioId', 'changedAt'], { where: "status IN ('KILLED', 'RETIRED')" })
@Index('status_change_stop_idx', ['portfolioId', 'initiativeId'], { where: "status IN ('KILLED', 'RETIRED')" })
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'status_change_initiative_fk',
})
@ForeignKey('app_user', ['changedBy'], ['id'], { name: 'status_change_changed_by_fk' })
@Check('status_change_status_known', 'see migrations')
export class StatusChangeEntity {
  @PrimaryColumn('uuid', { name: 'initiative_id', primaryKeyConstraintName: 'status_change_pk' })
  readonly initiativeId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'status_change_pk' })
  readonly sequence: number;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text')
  readonly status: string;

  @Column('timestamp with time zone', { name: 'changed_at', precision: 3 })
  readonly changedAt: Instant;

  @Column('uuid', { name: 'changed_by' })
  readonly changedBy: string;

  @Column('text', { nullable: true })
  readonly reason: string | null;

  @Column('boolean', { name: 'is_imported', default: false })
  readonly isImported: boolean;
}
