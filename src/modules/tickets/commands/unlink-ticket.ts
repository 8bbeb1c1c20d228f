import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Refusal, type Result } from '../../../domain/basics/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { TicketLinkRepository } from '../persistence/ticket-link.repository.js';
import { FollowLinks } from './follow-links.js';
import { LinkTable, type LinkScene, type TicketName } from './link-table.js';

/** Which link is to end. */
export interface UnlinkRequest extends TicketName {
  /** Only that with this criterion; null: with the initiative, and with all its criteria. */
  readonly criterionKey: string | null;
}

/**
 * Ends what somebody linked by hand: a ticket with one criterion of an initiative, or with the initiative altogether. The work
 * on it is taken back from there, and rules may link it again. It takes ADMIN, PROGRAM_MANAGER or INTEGRATION, and
 * goes on working once the connection was deleted. NOT_FOUND for what is not there or not linked, WRONG_STATE for what a rule linked: that ends when the rules are changed.
 */
@Injectable()
export class UnlinkTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly table: LinkTable,
    private readonly links: TicketLinkRepository,
    private readonly follow: FollowLinks,
  ) {}

  run(viewer: Viewer, initiativeId: string, request: UnlinkRequest): Promise<Result<{ readonly ticketId: string }>> {
    return this.work.run(async (tx) => {
      const laid = await this.table.lay(tx, viewer, initiativeId, request, 'UNLINK');
      if (!laid.ok) {
        return laid;
      }
      const { scene } = laid.value;
      const criteria = (await this.links.criteriaOf(tx, scene.ticket.id)).filter(
        (each) =>
          each.initiativeId === initiativeId &&
          (request.criterionKey === null || each.criterionKey === request.criterionKey),
      );
      const links =
        request.criterionKey === null ? scene.links.filter((each) => each.initiativeId === initiativeId) : [];
      const refusal = refusalOf(scene, [...links, ...criteria], request);
      if (refusal) {
        return refuse(refusal);
      }
      await this.links.endCriteria(tx, criteria, scene.stamp);
      await this.links.end(tx, links, scene.stamp);
      const about = links.length > 0 ? [null] : criteria.map(({ criterionKey }) => criterionKey);
      await this.follow.run(tx, scene, {
        linked: [],
        unlinked: about.map((criterionKey) => ({ initiativeId, ruleName: null, criterionKey })),
        criteria: { linked: [], unlinked: criteria },
        isWorkOther: links.length > 0,
      });
      return accept({ ticketId: scene.ticket.id });
    });
  }
}

const refusalOf = (
  { ticket, initiative }: LinkScene,
  found: readonly { readonly ruleName: string | null }[],
  { criterionKey }: UnlinkRequest,
): Refusal | null => {
  const rule = found.find(({ ruleName }) => ruleName !== null)?.ruleName ?? null;
  if (rule !== null) {
    return {
      code: 'WRONG_STATE',
      message: `${ticket.key} is linked to ${initiative.key} by the rule ${JSON.stringify(rule)}. Change the rules, or link it by hand to where it belongs.`,
      field: ['input', 'ticketKey'],
    };
  }
  const what = criterionKey === null ? initiative.key : `the criterion ${criterionKey} of ${initiative.key}`;
  return found.length === 0 ? notFound(`A link of ${ticket.key} with ${what}`, ['input', 'ticketKey']) : null;
};
