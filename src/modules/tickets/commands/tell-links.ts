import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import type { LinkStamp } from '../persistence/ticket-link.repository.js';
import type { StoredTicket } from '../persistence/ticket.repository.js';

/** A link that came or went, as the audit trail tells it. */
export interface ToldLink {
  readonly initiativeId: string;
  /** Null: by hand. */
  readonly ruleName: string | null;
  /** Null: it is about the work on the ticket. */
  readonly criterionKey: string | null;
  readonly sharePercent?: string;
}

/** Tells the initiatives concerned which tickets were linked to them and unlinked: an event each. Open to no client by itself. */
@Injectable()
export class TellLinks {
  constructor(private readonly audit: AppendAudit) {}

  async run(
    tx: Tx,
    ticket: StoredTicket,
    { at, by }: LinkStamp,
    { linked, unlinked }: { readonly linked: readonly ToldLink[]; readonly unlinked: readonly ToldLink[] },
  ): Promise<void> {
    const told = [
      ...unlinked.map((link) => ({ action: 'ticket.unlinked', link })),
      ...linked.map((link) => ({ action: 'ticket.linked', link })),
    ];
    for (const { action, link } of told) {
      const { initiativeId, ...rest } = link;
      await this.audit.run(tx, {
        initiativeId,
        portfolioId: ticket.portfolioId,
        at,
        actorId: by,
        action,
        subjectType: 'Ticket',
        subjectId: ticket.id,
        changes: { key: ticket.key, title: ticket.title, status: ticket.statusCategory, ...rest },
      });
    }
  }
}
