import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** How far a stream of a tool was read. */
@Entity('sync_cursor')
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'sync_cursor_connection_fk',
})
export class SyncCursorEntity {
  @PrimaryColumn('uuid', { name: 'connection_id', primaryKeyConstraintName: 'sync_cursor_pk' })
  readonly connectionId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'sync_cursor_pk' })
  readonly stream: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('jsonb')
  readonly position: unknown;

  @Column('boolean', { name: 'is_history', default: false })
  readonly isHistory: boolean;

  @Column('timestamp with time zone', { name: 'swept_at', precision: 3, nullable: true })
  readonly sweptAt: Instant | null;

  @Column('integer', { default: 1 })
  readonly version: number;
}
