import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A link of an audit chain. */
@Entity('audit_event')
@Unique('audit_event_link_unique', ['chain', 'sequence', 'hash'])
@ForeignKey('audit_chain', ['chain'], ['chain'], { name: 'audit_event_chain_fk' })
@ForeignKey('audit_event', ['chain', 'previousSequence', 'previousHash'], ['chain', 'sequence', 'hash'], {
  name: 'audit_event_previous_fk',
})
@Check('audit_event_gapless', 'see migrations')
@Check('audit_event_hash', 'see migrations')
export class AuditEventEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'audit_event_pk' })
  readonly chain: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'audit_event_pk' })
  readonly sequence: number;

  @Column('integer', { name: 'previous_sequence', nullable: true })
  readonly previousSequence: number | null;

  @Column('text', { name: 'previous_hash' })
  readonly previousHash: string;

  @Column('text')
  readonly body: string;

  @Column('text')
  readonly hash: string;
}
