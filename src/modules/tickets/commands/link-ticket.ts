import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import { compare } from '../../../domain/basics/decimal.js';
import { accept, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import { unlessStopped } from '../../../domain/initiatives/stopped.js';
import { checkShare, checkTicketCriterion } from '../../../domain/tickets/links.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { TicketLinkRepository, type LinkStamp } from '../persistence/ticket-link.repository.js';
import { LinkTable, type LinkScene, type TicketName } from './link-table.js';
import { SyncEffort } from './sync-effort.js';
import { TellLinks } from './tell-links.js';

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
    private readonly effort: SyncEffort,
    private readonly tell: TellLinks,
  ) {}

  run(viewer: Viewer, initiativeId: string, request: LinkRequest): Promise<Result<{ readonly ticketId: string }>> {
    return this.work.run(async (tx) => {
      const laid = await this.table.lay(tx, viewer, initiativeId, request);
      if (!laid.ok) {
        return laid;
      }
      const { scene, template } = laid.value;
      const refusals = problemsOf(scene, template, request);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      const isShareOther = await this.share(tx, scene, request.sharePercent);
      const isCriterionNew = await this.criterion(tx, scene, request.criterionKey);
      if (isShareOther || isCriterionNew) {
        await this.tell.run(tx, scene.ticket, scene.stamp, {
          unlinked: [],
          linked: [
            { initiativeId, ruleName: null, criterionKey: request.criterionKey, sharePercent: request.sharePercent },
          ],
        });
      }
      if (isShareOther) {
        await this.effort.run(tx, scene.connection, scene.ticket);
      }
      return accept({ ticketId: scene.ticket.id });
    });
  }

  private async share(
    tx: Tx,
    { ticket, links, initiative, stamp }: LinkScene,
    sharePercent: Decimal,
  ): Promise<boolean> {
    const own = links.find(({ initiativeId }) => initiativeId === initiative.id);
    if (own?.ruleName === null && compare(own.sharePercent, sharePercent) === 0) {
      return false;
    }
    const over = links.filter((link) => link === own || link.ruleName !== null);
    await this.links.end(tx, over, stamp);
    await this.endOfRules(tx, ticket.id, stamp);
    await this.links.link(tx, ticket, { initiativeId: initiative.id, sharePercent, ruleName: null }, stamp);
    const elsewhere = over.filter((link) => link !== own);
    await this.tell.run(tx, ticket, stamp, {
      linked: [],
      unlinked: elsewhere.map(({ initiativeId, ruleName }) => ({ initiativeId, ruleName, criterionKey: null })),
    });
    return true;
  }

  /** What rules said of criteria goes with what they said of the work. */
  private async endOfRules(tx: Tx, ticketId: string, stamp: LinkStamp): Promise<void> {
    const criteria = await this.links.criteriaOf(tx, ticketId);
    await this.links.endCriteria(
      tx,
      criteria.filter(({ ruleName }) => ruleName !== null),
      stamp,
    );
  }

  private async criterion(
    tx: Tx,
    { ticket, initiative, stamp }: LinkScene,
    criterionKey: string | null,
  ): Promise<boolean> {
    const standing = await this.links.criteriaOf(tx, ticket.id);
    if (
      criterionKey === null ||
      standing.some((each) => each.initiativeId === initiative.id && each.criterionKey === criterionKey)
    ) {
      return false;
    }
    await this.links.linkCriterion(tx, ticket, { initiativeId: initiative.id, criterionKey, ruleName: null }, stamp);
    return true;
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
