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
 * Ends what links a ticket with one criterion of an initiative, or with the initiative altogether. The work on it is taken back
 * from there. Where a rule linked it, it stays off, whatever the rules say, until somebody links it there again by hand; where a
 * person did, rules may link it. It takes ADMIN, PROGRAM_MANAGER or INTEGRATION, and goes on working once the connection was
 * deleted. NOT_FOUND for what is not there or not linked.
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
      if (links.length + criteria.length === 0) {
        return refuse(unlinkedFrom(scene, request));
      }
      await this.links.endCriteria(tx, criteria, scene.stamp, true);
      await this.links.end(tx, links, scene.stamp, true);
      const about =
        links.length > 0
          ? links.map(({ ruleName }) => ({ initiativeId, ruleName, criterionKey: null }))
          : criteria.map(({ ruleName, criterionKey }) => ({ initiativeId, ruleName, criterionKey }));
      await this.follow.run(tx, scene, {
        linked: [],
        unlinked: about,
        criteria: { linked: [], unlinked: criteria },
        isWorkOther: links.length > 0,
      });
      return accept({ ticketId: scene.ticket.id });
    });
  }
}

const unlinkedFrom = ({ ticket, initiative }: LinkScene, { criterionKey }: UnlinkRequest): Refusal => {
  const what = criterionKey === null ? initiative.key : `the criterion ${criterionKey} of ${initiative.key}`;
  return notFound(`A link of ${ticket.key} with ${what}`, ['input', 'ticketKey']);
};
