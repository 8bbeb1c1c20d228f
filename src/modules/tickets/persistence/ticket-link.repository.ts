import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { ConnectionRow } from './connection-row.js';
import { BasisChangeEntity } from './basis-change.entity.js';
import { TicketCriterionEntity } from './ticket-criterion.entity.js';
import { TicketLinkEntity } from './ticket-link.entity.js';
import type { StoredTicket } from './ticket.repository.js';

/** Who links or unlinks, and when. */
export interface LinkStamp {
  readonly at: Instant;
  readonly by: string;
}

/** A link that holds. */
export interface StandingLink {
  readonly id: string;
  readonly initiativeId: string;
  readonly initiativeKey: string;
  readonly sharePercent: Decimal;
  /** Null: by hand. */
  readonly ruleName: string | null;
}

/** A criterion that a ticket belongs to. */
export interface StandingCriterion {
  readonly id: string;
  readonly initiativeId: string;
  readonly criterionKey: string;
  readonly ruleName: string | null;
}

/** What rules do not link a ticket to, for a person took it off there. */
export interface KeptOff {
  readonly isInitiative: boolean;
  readonly isCriterion: boolean;
}

const LINKS = `
  SELECT l.id, l.initiative_id AS "initiativeId", i.key AS "initiativeKey", l.share_percent AS "sharePercent", l.rule_name AS "ruleName"
  FROM ticket_link l JOIN initiative i ON i.id = l.initiative_id
  WHERE l.ticket_id = $1 AND l.unlinked_at IS NULL ORDER BY i.key`;
const CRITERIA = `
  SELECT id, initiative_id AS "initiativeId", criterion_key AS "criterionKey", rule_name AS "ruleName"
  FROM ticket_criterion WHERE ticket_id = $1 AND unlinked_at IS NULL ORDER BY initiative_id, criterion_key`;

const INITIATIVES = `
  SELECT DISTINCT l.initiative_id AS id FROM ticket t JOIN ticket_link l ON l.ticket_id = t.id AND l.unlinked_at IS NULL
  WHERE t.connection_id = $1 AND t.external_id = ANY($2)`;

const END_LINKS =
  'UPDATE ticket_link SET unlinked_at = $2, unlinked_by = $3, kept_off = $4 AND rule_name IS NOT NULL WHERE id = ANY($1)';
const END_CRITERIA =
  'UPDATE ticket_criterion SET unlinked_at = $2, unlinked_by = $3, kept_off = $4 AND rule_name IS NOT NULL WHERE id = ANY($1)';

// Whatever a person did last: took it off there, or linked it there again.
const KEPT_OFF = `
  SELECT coalesce((SELECT kept_off FROM ticket_link WHERE ticket_id = $1 AND initiative_id = $2
    ORDER BY linked_at DESC, id DESC LIMIT 1), false) AS "isInitiative",
  coalesce((SELECT kept_off FROM ticket_criterion WHERE ticket_id = $1 AND initiative_id = $2 AND criterion_key = $3
    ORDER BY linked_at DESC, id DESC LIMIT 1), false) AS "isCriterion"`;

const WISH = `
  INSERT INTO refetch_wish AS w (id, portfolio_id, connection_id, what, ticket, by_key, worklog_external_id, why, wished_at, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
  ON CONFLICT (connection_id, what, by_key, ticket, coalesce(worklog_external_id, ''))
  DO UPDATE SET why = excluded.why, attempts = 0, due_at = excluded.due_at, failure = NULL`;

/** A wish to ask the tool. */
export interface RefetchWish {
  readonly what: 'TICKET' | 'WORKLOG';
  readonly ticket: string;
  readonly isKey: boolean;
  readonly worklogExternalId: string | null;
  readonly why: string;
}

/** What tickets are linked to, what that changed, and what has to be asked for. */
@Injectable()
export class TicketLinkRepository {
  linksOf(tx: Tx, ticketId: string): Promise<readonly StandingLink[]> {
    return tx.query<StandingLink>(LINKS, [ticketId]);
  }

  /** The initiatives these tickets are linked to. */
  async initiativesOf(tx: Tx, connectionId: string, externalIds: readonly string[]): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(INITIATIVES, [connectionId, externalIds]);
    return rows.map(({ id }) => id);
  }

  criteriaOf(tx: Tx, ticketId: string): Promise<readonly StandingCriterion[]> {
    return tx.query<StandingCriterion>(CRITERIA, [ticketId]);
  }

  async link(
    tx: Tx,
    { id, portfolioId }: Pick<StoredTicket, 'id' | 'portfolioId'>,
    link: Pick<StandingLink, 'initiativeId' | 'sharePercent' | 'ruleName'>,
    { at, by }: LinkStamp,
  ): Promise<void> {
    await tx.manager.insert(TicketLinkEntity, {
      id: newId(),
      portfolioId,
      ticketId: id,
      initiativeId: link.initiativeId,
      sharePercent: link.sharePercent,
      ruleName: link.ruleName,
      linkedAt: at,
      linkedBy: by,
    });
  }

  async linkCriterion(
    tx: Tx,
    { id, portfolioId }: Pick<StoredTicket, 'id' | 'portfolioId'>,
    { initiativeId, criterionKey, ruleName }: Omit<StandingCriterion, 'id'>,
    { at, by }: LinkStamp,
  ): Promise<void> {
    await tx.manager.insert(TicketCriterionEntity, {
      id: newId(),
      portfolioId,
      ticketId: id,
      initiativeId,
      criterionKey,
      ruleName,
      linkedAt: at,
      linkedBy: by,
    });
  }

  /** From what a person took a ticket off though a rule puts it there: the initiative, or only this criterion of it. */
  async keptOff(tx: Tx, ticketId: string, initiativeId: string, criterionKey: string | null): Promise<KeptOff> {
    const [row] = await tx.query<KeptOff>(KEPT_OFF, [ticketId, initiativeId, criterionKey]);
    return row ?? { isInitiative: false, isCriterion: false };
  }

  /** Ends links. `isForGood`: no rule makes those of rules again, until somebody has by hand. */
  async end(tx: Tx, links: readonly { id: string }[], { at, by }: LinkStamp, isForGood = false): Promise<void> {
    if (links.length > 0) {
      await tx.query(END_LINKS, [links.map(({ id }) => id), at, by, isForGood]);
    }
  }

  async endCriteria(
    tx: Tx,
    criteria: readonly { id: string }[],
    { at, by }: LinkStamp,
    isForGood = false,
  ): Promise<void> {
    if (criteria.length > 0) {
      await tx.query(END_CRITERIA, [criteria.map(({ id }) => id), at, by, isForGood]);
    }
  }

  async noteBasisChange(tx: Tx, change: Omit<BasisChangeEntity, 'id'>): Promise<void> {
    await tx.manager.insert(BasisChangeEntity, { id: newId(), ...change });
  }

  async wish(tx: Tx, { id, portfolioId }: ConnectionRow, wish: RefetchWish, at: Instant): Promise<void> {
    const { what, ticket, isKey, worklogExternalId, why } = wish;
    await tx.query(WISH, [newId(), portfolioId, id, what, ticket, isKey, worklogExternalId, why, at]);
  }
}
