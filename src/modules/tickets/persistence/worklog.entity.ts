import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** An entry of work on a ticket as its tool last told of it. */
@Entity('worklog')
@Index('worklog_ticket_idx', ['connectionId', 'ticketExternalId'])
@ForeignKey('integration_connection', ['portfolioId', 'connectionId'], ['portfolioId', 'id'], {
  name: 'worklog_connection_fk',
})
@Check('worklog_whole', 'see migrations')
@Check('worklog_heard_of', 'see migrations')
@Check('worklog_seconds', 'see migrations')
@Check('worklog_day_finite', 'see migrations')
export class WorklogEntity {
  @PrimaryColumn('uuid', { name: 'connection_id', primaryKeyConstraintName: 'worklog_pk' })
  readonly connectionId: string;

  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'worklog_pk' })
  readonly externalId: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('text', { name: 'ticket_external_id', nullable: true })
  readonly ticketExternalId: string | null;

  @Column('text', { name: 'author_id', nullable: true })
  readonly authorId: string | null;

  @Column('text', { name: 'author_name', nullable: true })
  readonly authorName: string | null;

  @Column('date', { name: 'local_date', nullable: true })
  readonly localDate: CalendarDate | null;

  @Column('bigint', { nullable: true })
  readonly seconds: number | null;

  @Column('timestamp with time zone', { name: 'tool_updated_at', precision: 3, nullable: true })
  readonly toolUpdatedAt: Instant | null;

  @Column('timestamp with time zone', { name: 'deleted_at', precision: 3, nullable: true })
  readonly deletedAt: Instant | null;

  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3 })
  readonly recordedAt: Instant;
}
