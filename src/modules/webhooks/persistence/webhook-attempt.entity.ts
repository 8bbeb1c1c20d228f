import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** One attempt to deliver a message. */
@Entity('webhook_attempt')
@ForeignKey('webhook_message', ['messageId'], ['id'], { name: 'webhook_attempt_message_fk', onDelete: 'CASCADE' })
@Check('webhook_attempt_says_why', 'see migrations')
export class WebhookAttemptEntity {
  @PrimaryColumn('uuid', { name: 'message_id', primaryKeyConstraintName: 'webhook_attempt_pk' })
  readonly messageId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'webhook_attempt_pk' })
  readonly number: number;

  @Column('timestamp with time zone', { name: 'attempted_at', precision: 3 })
  readonly attemptedAt: Instant;

  @Column('integer', { name: 'duration_ms' })
  readonly durationMs: number;

  @Column('jsonb', { name: 'request_headers' })
  readonly requestHeaders: unknown;

  @Column('integer', { nullable: true })
  readonly status: number | null;

  @Column('text', { nullable: true })
  readonly response: string | null;

  @Column('text', { nullable: true })
  readonly error: string | null;
}
