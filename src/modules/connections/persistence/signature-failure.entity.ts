import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A delivery that was refused for its signature; nothing of what it said is kept. */
@Entity('signature_failure')
@Index('signature_failure_history_idx', ['connectionId', 'at', 'id'])
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'signature_failure_connection_fk',
})
@Check('signature_failure_why_known', 'see migrations')
export class SignatureFailureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'signature_failure_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'connection_id' })
  readonly connectionId: string;

  @Column('timestamp with time zone', { precision: 3 })
  readonly at: Instant;

  @Column('text')
  readonly why: string;
}
