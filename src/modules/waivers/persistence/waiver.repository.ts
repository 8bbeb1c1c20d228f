import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { WaiverEntity } from './waiver.entity.js';

export interface NewWaiver {
  readonly id: string;
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly gateKey: string;
  readonly criterionKey: string;
  readonly reason: string;
  readonly compensatingControl: string;
  readonly requestedOn: CalendarDate;
  readonly expiresOn: CalendarDate;
  readonly renewals: number;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
}

/** Who took a step, when, and in which words. */
export interface WaiverStep {
  readonly at: Instant;
  readonly by: string;
  readonly words: string;
}

@Injectable()
export class WaiverRepository {
  async insert(tx: Tx, waiver: NewWaiver): Promise<void> {
    await tx.manager.insert(WaiverEntity, { ...waiver, status: 'PENDING' });
  }

  async decide(tx: Tx, id: string, outcome: 'APPROVED' | 'DENIED', { at, by, words }: WaiverStep): Promise<void> {
    await tx.query(
      'UPDATE waiver SET status = $2, decided_at = $3, decided_by = $4, decision_comment = $5 WHERE id = $1',
      [id, outcome, at, by, words],
    );
  }

  async revoke(tx: Tx, id: string, { at, by, words }: WaiverStep): Promise<void> {
    await tx.query(
      "UPDATE waiver SET status = 'REVOKED', revoked_at = $2, revoked_by = $3, revoke_reason = $4 WHERE id = $1",
      [id, at, by, words],
    );
  }

  async expire(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.query("UPDATE waiver SET status = 'EXPIRED', expired_at = $2 WHERE id = $1", [id, at]);
  }
}
