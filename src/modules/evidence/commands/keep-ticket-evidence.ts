import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { EvidenceWithdrawalEntity } from '../persistence/evidence-withdrawal.entity.js';
import { insertEvidence } from '../persistence/insert-evidence.js';

/** For which criterion of which initiative a ticket is evidence. */
export interface TicketEvidencePlace {
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly criterionKey: string;
  readonly ticketId: string;
}

/** The ticket as it was when it was done. */
export interface DoneTicket {
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly statusName: string | null;
  readonly resolvedAt: Instant | null;
}

const STANDING = `
  SELECT e.id FROM evidence e
  WHERE e.initiative_id = $1 AND e.criterion_key = $2 AND e.kind = 'TICKETS_DONE' AND e.content ->> 'ticketId' = $3
    AND NOT EXISTS (SELECT 1 FROM evidence_withdrawal w WHERE w.evidence_id = e.id)`;

/**
 * Keeps what tickets are evidence of: a ticket that is done is a piece of evidence for each criterion it is linked to, which
 * needs no review; once it is no longer done, or no longer linked, that is withdrawn. Open to no client by itself.
 */
@Injectable()
export class KeepTicketEvidence {
  constructor(private readonly portfolios: Portfolios) {}

  /** Nothing where it is evidence already. */
  async give(tx: Tx, place: TicketEvidencePlace, ticket: DoneTicket, at: Instant): Promise<void> {
    const { portfolioId, initiativeId, criterionKey, ticketId } = place;
    if ((await this.standing(tx, place)).length > 0) {
      return;
    }
    const { timeZone } = await this.portfolios.get(portfolioId, tx);
    insertEvidence(tx, {
      id: newId(),
      portfolioId,
      initiativeId,
      criterionKey,
      kind: 'TICKETS_DONE',
      summary: `${ticket.key}: ${ticket.title}`,
      url: ticket.url,
      content: { ticketId, ...ticket },
      effectiveOn: dateAt(ticket.resolvedAt ?? at, timeZone),
      externalId: null,
      submittedAt: at,
      submittedBy: SYSTEM_USER_ID,
    });
  }

  async withdraw(tx: Tx, place: TicketEvidencePlace, reason: string, at: Instant): Promise<void> {
    for (const { id } of await this.standing(tx, place)) {
      await tx.manager.insert(EvidenceWithdrawalEntity, { evidenceId: id, reason, withdrawnAt: at });
    }
  }

  private standing(tx: Tx, { initiativeId, criterionKey, ticketId }: TicketEvidencePlace): Promise<{ id: string }[]> {
    return tx.query<{ id: string }>(STANDING, [initiativeId, criterionKey, ticketId]);
  }
}
