import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import {
  KeepTicketEvidence,
  type DoneTicket,
  type TicketEvidencePlace,
} from '../../evidence/commands/keep-ticket-evidence.js';
import { TicketLinkRepository, type LinkStamp, type StandingCriterion } from '../persistence/ticket-link.repository.js';
import type { StoredTicket } from '../persistence/ticket.repository.js';

// The newest decision that let the initiative through the gate which asks for this criterion.
const DECIDED = `
  SELECT d.id FROM gate_decision d
  JOIN template_stage s ON s.template_id = d.template_id AND s.key = d.from_stage_key
  WHERE d.initiative_id = $1 AND d.outcome IN ('GO', 'CONDITIONAL_GO')
    AND s.exit_gate -> 'criteria' @> jsonb_build_array(jsonb_build_object('key', $2::text))
  ORDER BY d.decided_at DESC, d.id DESC LIMIT 1`;

/**
 * Tells the initiatives a ticket is linked to by a criterion that it is done, or no longer is: an event on the chain of each.
 * Where the gate was decided meanwhile the decision stands, and it is noted that its basis changed. Open to no client by itself.
 */
@Injectable()
export class NoteTicketEvidence {
  constructor(
    private readonly links: TicketLinkRepository,
    private readonly evidence: KeepTicketEvidence,
    private readonly audit: AppendAudit,
  ) {}

  /** By a ticket that is otherwise, to all it is linked to. */
  async run(tx: Tx, ticket: StoredTicket, effect: Effect, stamp: LinkStamp): Promise<void> {
    await this.tell(tx, ticket, await this.links.criteriaOf(tx, ticket.id), effect, stamp);
  }

  /** By links that came or went, where the ticket is done. */
  async tellOfLinks(
    tx: Tx,
    ticket: StoredTicket,
    {
      linked,
      unlinked,
    }: { readonly linked: readonly LinkedCriterion[]; readonly unlinked: readonly LinkedCriterion[] },
    { at }: LinkStamp,
  ): Promise<void> {
    for (const criterion of ticket.statusCategory === 'DONE' ? linked : []) {
      await this.evidence.give(tx, placeOf(ticket, criterion), doneIn(ticket), at);
    }
    for (const criterion of unlinked) {
      await this.evidence.withdraw(tx, placeOf(ticket, criterion), `${ticket.key} was unlinked.`, at);
    }
  }

  private async tell(
    tx: Tx,
    ticket: StoredTicket,
    criteria: readonly StandingCriterion[],
    effect: Effect,
    stamp: LinkStamp,
  ): Promise<void> {
    for (const criterion of criteria) {
      const place = placeOf(ticket, criterion);
      await (effect === 'GIVEN'
        ? this.evidence.give(tx, place, doneIn(ticket), stamp.at)
        : this.evidence.withdraw(
            tx,
            place,
            `${ticket.key} is ${ticket.statusName ?? ticket.statusCategory} again.`,
            stamp.at,
          ));
      const decisionId = effect === 'WITHDRAWN' ? await this.noteBasisChange(tx, ticket, criterion, stamp) : null;
      await this.audit.run(tx, {
        initiativeId: criterion.initiativeId,
        portfolioId: ticket.portfolioId,
        at: stamp.at,
        actorId: stamp.by,
        action: effect === 'GIVEN' ? 'ticket.done' : 'ticket.reopened',
        subjectType: 'Ticket',
        subjectId: ticket.id,
        changes: {
          key: ticket.key,
          title: ticket.title,
          url: ticket.url,
          status: { name: ticket.statusName, category: ticket.statusCategory },
          resolvedAt: ticket.toolResolvedAt,
          criterionKey: criterion.criterionKey,
          basisChangedOf: decisionId,
        },
      });
    }
  }

  private async noteBasisChange(
    tx: Tx,
    { id: ticketId, portfolioId, key, statusName, statusCategory }: StoredTicket,
    { initiativeId, criterionKey }: StandingCriterion,
    { at }: LinkStamp,
  ): Promise<string | null> {
    const [decision] = await tx.query<{ id: string }>(DECIDED, [initiativeId, criterionKey]);
    if (!decision) {
      return null;
    }
    await this.links.noteBasisChange(tx, {
      portfolioId,
      decisionId: decision.id,
      ticketId,
      criterionKey,
      reason: `${key} was done and is ${statusName ?? statusCategory} since. The decision stands.`,
      notedAt: at,
    });
    return decision.id;
  }
}

type Effect = 'GIVEN' | 'WITHDRAWN';

/** A criterion of an initiative. */
export type LinkedCriterion = Pick<StandingCriterion, 'initiativeId' | 'criterionKey'>;

const placeOf = (
  { portfolioId, id }: StoredTicket,
  { initiativeId, criterionKey }: LinkedCriterion,
): TicketEvidencePlace => ({ portfolioId, initiativeId, criterionKey, ticketId: id });

const doneIn = ({ key, title, url, statusName, toolResolvedAt }: StoredTicket): DoneTicket => ({
  key,
  title,
  url,
  statusName,
  resolvedAt: toolResolvedAt,
});
