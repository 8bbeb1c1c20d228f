import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import { compare } from '../../../domain/basics/decimal.js';
import { accept, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import { unlessStopped } from '../../../domain/initiatives/stopped.js';
import { checkShare, checkTicketCriterion } from '../../../domain/tickets/links.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { TicketLinkRepository } from '../persistence/ticket-link.repository.js';
import { FollowLinks } from './follow-links.js';
import { LinkTable, type LinkScene, type TicketName } from './link-table.js';
import type { LinkedCriterion } from './note-ticket-evidence.js';
import type { ToldLink } from './tell-links.js';

/** Which ticket is to be linked, and how. */
export interface LinkRequest extends TicketName {
  /** Null: for the work on it only. */
  readonly criterionKey: string | null;
  readonly sharePercent: Decimal;
}

/**
 * Links a ticket to an initiative by hand, by a share of the work on it, and to a criterion that asks for tickets to be done.
 * It takes ADMIN, PROGRAM_MANAGER or INTEGRATION. What a rule linked it to elsewhere ends; a link by hand is not touched by
 * rules. Linked again it has the share stated last. NOT_FOUND for an unknown initiative, connection, ticket or criterion,
 * INVALID for a share that is none or with which the shares of all initiatives come to more than 100 percent, WRONG_STATE for
 * an initiative that is KILLED or RETIRED; all reasons at once. The work on it is booked, or booked otherwise, at once.
 */
@Injectable()
export class LinkTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly table: LinkTable,
    private readonly links: TicketLinkRepository,
    private readonly follow: FollowLinks,
  ) {}

  run(viewer: Viewer, initiativeId: string, request: LinkRequest): Promise<Result<{ readonly ticketId: string }>> {
    return this.work.run(async (tx) => {
      const laid = await this.table.lay(tx, viewer, initiativeId, request, 'LINK');
      if (!laid.ok) {
        return laid;
      }
      const { scene, template } = laid.value;
      const refusals = problemsOf(scene, template, request);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const ended = await this.share(tx, scene, request.sharePercent);
      const added = await this.criterion(tx, scene, request.criterionKey);
      const isOther = ended !== null || added.length > 0;
      const { criterionKey, sharePercent } = request;
      await this.follow.run(tx, scene, {
        linked: isOther ? [{ initiativeId, ruleName: null, criterionKey, sharePercent }] : [],
        unlinked: ended?.links ?? [],
        criteria: { linked: added, unlinked: ended?.criteria ?? [] },
        isWorkOther: ended !== null,
      });
      return accept({ ticketId: scene.ticket.id });
    });
  }

  /** What of rules ended by it; null where the initiative has this very share by hand already. */
  private async share(
    tx: Tx,
    { ticket, links, initiative, stamp }: LinkScene,
    sharePercent: Decimal,
  ): Promise<{ readonly links: readonly ToldLink[]; readonly criteria: readonly LinkedCriterion[] } | null> {
    const own = links.find(({ initiativeId }) => initiativeId === initiative.id);
    if (own?.ruleName === null && compare(own.sharePercent, sharePercent) === 0) {
      return null;
    }
    const over = links.filter((link) => link === own || link.ruleName !== null);
    await this.links.end(tx, over, stamp);
    // What rules said of criteria goes with what they said of the work.
    const criteria = (await this.links.criteriaOf(tx, ticket.id)).filter(({ ruleName }) => ruleName !== null);
    await this.links.endCriteria(tx, criteria, stamp);
    await this.links.link(tx, ticket, { initiativeId: initiative.id, sharePercent, ruleName: null }, stamp);
    const elsewhere = over.filter((link) => link !== own);
    return {
      links: elsewhere.map(({ initiativeId, ruleName }) => ({ initiativeId, ruleName, criterionKey: null })),
      criteria,
    };
  }

  /** The criterion where it is linked by this; none where it was, or where none is asked for. */
  private async criterion(
    tx: Tx,
    { ticket, initiative, stamp }: LinkScene,
    criterionKey: string | null,
  ): Promise<readonly LinkedCriterion[]> {
    const standing = await this.links.criteriaOf(tx, ticket.id);
    const isThere = standing.some((each) => each.initiativeId === initiative.id && each.criterionKey === criterionKey);
    if (criterionKey === null || isThere) {
      return [];
    }
    const link = { initiativeId: initiative.id, criterionKey, ruleName: null };
    await this.links.linkCriterion(tx, ticket, link, stamp);
    return [link];
  }
}

const problemsOf = (
  { ticket, links, initiative }: LinkScene,
  template: WorkflowTemplate,
  { criterionKey, sharePercent }: LinkRequest,
): readonly Refusal[] => [
  ...unlessStopped(initiative, 'takes no tickets', ['initiativeId']),
  ...checkShare(
    { initiativeId: initiative.id, sharePercent },
    links.filter(({ ruleName }) => ruleName === null),
    ticket.key,
  ),
  ...(criterionKey === null ? [] : checkTicketCriterion(criterionKey, template)),
];
