import { Injectable } from '@nestjs/common';
import { linkingRule, traitsOf, WHOLE_SHARE, type LinkingRule } from '../../../domain/tickets/links.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Initiatives } from '../../initiatives/queries/initiatives.js';
import { ClassificationRules } from '../../effort/queries/classification-rules.js';
import {
  TicketLinkRepository,
  type LinkStamp,
  type StandingCriterion,
  type StandingLink,
} from '../persistence/ticket-link.repository.js';
import type { StoredTicket } from '../persistence/ticket.repository.js';
import { NoteTicketEvidence } from './note-ticket-evidence.js';
import { TellLinks } from './tell-links.js';

// What is over keeps the tickets it has and gets no new ones.
const INITIATIVE = `
  SELECT i.id FROM initiative i WHERE i.portfolio_id = $1 AND i.key = $2 AND (i.status NOT IN ('KILLED', 'RETIRED') OR EXISTS (
    SELECT 1 FROM ticket_link l WHERE l.ticket_id = $3 AND l.initiative_id = i.id AND l.unlinked_at IS NULL))`;

/**
 * Links a ticket as the rules in force say: by the first that matches and names an initiative, with all of the work on it. A
 * link that a rule made and none makes any more is ended. What somebody linked by hand outweighs all rules, and so does that somebody took the ticket off there. The ticket's name
 * is locked by the caller. Open to no client by itself.
 */
@Injectable()
export class FollowRules {
  constructor(
    private readonly rules: ClassificationRules,
    private readonly links: TicketLinkRepository,
    private readonly tell: TellLinks,
    private readonly evidence: NoteTicketEvidence,
    private readonly initiatives: Initiatives,
  ) {}

  /** Whether something is linked otherwise than before. */
  async run(tx: Tx, ticket: StoredTicket, stamp: LinkStamp): Promise<boolean> {
    const standing = await this.links.linksOf(tx, ticket.id);
    const rule = standing.some(({ ruleName }) => ruleName === null) ? null : await this.ruleFor(tx, ticket);
    // Before the trail of what is linked by it: whoever decides on it locks it first, too.
    await this.initiatives.lockAll(rule ? [rule.initiativeId] : [], tx);
    const links = await this.followForLinks(tx, ticket, standing, rule, stamp);
    const criteria = await this.followForCriteria(tx, ticket, rule, stamp);
    return links || criteria;
  }

  private async ruleFor(tx: Tx, ticket: StoredTicket): Promise<RuleHit | null> {
    const rule = linkingRule(await this.rules.inForce(ticket.portfolioId, tx), traitsOf(ticket, ticket.connectionId));
    const [initiative] = rule
      ? await tx.query<{ id: string }>(INITIATIVE, [ticket.portfolioId, rule.initiativeKey, ticket.id])
      : [];
    if (!rule || !initiative) {
      return null;
    }
    const kept = await this.links.keptOff(tx, ticket.id, initiative.id, rule.criterionKey);
    return kept.isInitiative
      ? null
      : { rule, initiativeId: initiative.id, criterionKey: kept.isCriterion ? null : rule.criterionKey };
  }

  private async followForLinks(
    tx: Tx,
    ticket: StoredTicket,
    standing: readonly StandingLink[],
    hit: RuleHit | null,
    stamp: LinkStamp,
  ): Promise<boolean> {
    const made = standing.filter(({ ruleName }) => ruleName !== null);
    const isSame = (link: StandingLink): boolean =>
      link.initiativeId === hit?.initiativeId && link.ruleName === hit.rule.name;
    const over = made.filter((link) => !isSame(link));
    await this.links.end(tx, over, stamp);
    const isNew = hit !== null && !made.some(isSame);
    if (isNew) {
      const { initiativeId, rule } = hit;
      await this.links.link(tx, ticket, { initiativeId, sharePercent: WHOLE_SHARE, ruleName: rule.name }, stamp);
    }
    await this.tell.run(tx, ticket, stamp, {
      unlinked: over.map(({ initiativeId, ruleName }) => ({ initiativeId, ruleName, criterionKey: null })),
      linked: isNew
        ? [{ initiativeId: hit.initiativeId, ruleName: hit.rule.name, criterionKey: hit.criterionKey }]
        : [],
    });
    return over.length > 0 || isNew;
  }

  private async followForCriteria(
    tx: Tx,
    ticket: StoredTicket,
    hit: RuleHit | null,
    stamp: LinkStamp,
  ): Promise<boolean> {
    const standing = await this.links.criteriaOf(tx, ticket.id);
    const isWanted = ({ initiativeId, criterionKey }: StandingCriterion): boolean =>
      initiativeId === hit?.initiativeId && criterionKey === hit.criterionKey;
    const over = standing.filter((criterion) => criterion.ruleName !== null && !isWanted(criterion));
    await this.links.endCriteria(tx, over, stamp);
    await this.evidence.tellOfLinks(tx, ticket, { linked: [], unlinked: over }, stamp);
    const criterionKey = hit?.criterionKey ?? null;
    if (!hit || criterionKey === null || standing.some(isWanted)) {
      return over.length > 0;
    }
    const { initiativeId, rule } = hit;
    await this.links.linkCriterion(tx, ticket, { initiativeId, criterionKey, ruleName: rule.name }, stamp);
    await this.evidence.tellOfLinks(tx, ticket, { linked: [{ initiativeId, criterionKey }], unlinked: [] }, stamp);
    return true;
  }
}

interface RuleHit {
  readonly rule: LinkingRule;
  readonly initiativeId: string;
  /** Null: none, or one that a person took the ticket off. */
  readonly criterionKey: string | null;
}
