import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** One thing that the board of some version asks. */
@Entity('persisted_document')
@Check('persisted_document_hash', 'see migrations')
export class PersistedDocumentEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'persisted_document_pk' })
  readonly sha256: string;

  @Column('text')
  readonly text: string;

  /** When a server of a version that asks it last began. */
  @Column('timestamp with time zone', { name: 'registered_at', precision: 3 })
  readonly registeredAt: Instant;
}
