import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { StatusCategory, TicketTool } from '../../../domain/tickets/ticket.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { groupBy, loader } from '../../../platform/graphql/loader.js';
import { Connections } from '../../connections/queries/connections.js';

/** A ticket as it is shown. */
export interface Ticket {
  readonly id: string;
  readonly connectionId: string;
  readonly tool: TicketTool;
  readonly externalId: string;
  readonly key: string;
  readonly knownKeys: readonly string[];
  readonly title: string;
  readonly url: string | null;
  readonly type: string | null;
  readonly projectKey: string | null;
  readonly statusName: string | null;
  readonly statusCategory: StatusCategory;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly timeSpentSeconds: number | null;
  readonly points: Decimal | null;
  readonly deleted: boolean;
  readonly toolUpdatedAt: Instant | null;
  readonly effortProblem: string | null;
}

/** That a ticket belongs to an initiative, and which of its criteria it is to be done for. */
export interface TicketLink {
  readonly ticketId: string;
  readonly initiativeId: string;
  readonly sharePercent: Decimal;
  /** Null: by hand. */
  readonly ruleName: string | null;
  readonly linkedAt: Instant;
  readonly criterionKeys: readonly string[];
}

export interface TicketPaging {
  readonly first: number;
  readonly after: string | null;
}

/** Which tickets of a connection are asked for. */
export interface TicketFilter {
  /** The key it has or had; null: any. */
  readonly key: string | null;
  /** Only those that belong to no initiative. */
  readonly isUnlinked: boolean;
}

// What the ledger refused is kept with the ticket; what waits is looked up, for it ends without anything being told of the ticket.
const PROBLEM = `
  nullif(concat_ws(' ', t.effort_problem, (
    SELECT format('%s of its entries wait in the queue of late effort, for their period is closed.', count(*))
    FROM ticket_effort b JOIN late_effort e ON e.portfolio_id = b.portfolio_id AND e.source = lower(c.tool) || ':' || c.id
      AND e.external_id = b.external_id AND e.status = 'PENDING'
    WHERE b.connection_id = t.connection_id AND b.ticket_external_id = t.external_id HAVING count(*) > 0
  ), (
    SELECT format('%s of its entries of work could not be read yet%s%s', count(*), coalesce(': ' || max(w.failure), '.'),
      CASE WHEN c.credential IS NULL THEN ' There is no credential to ask the tool with: set one.' END)
    FROM refetch_wish w WHERE w.connection_id = t.connection_id AND w.what = 'WORKLOG'
      AND w.ticket = ANY (CASE WHEN w.by_key THEN t.known_keys ELSE ARRAY[t.external_id] END) HAVING count(*) > 0
  )), '')`;

const TICKET = `
  SELECT t.id, t.connection_id AS "connectionId", c.tool, t.external_id AS "externalId", t.key, t.known_keys AS "knownKeys", t.title,
    t.url, t.type, t.project_key AS "projectKey", t.status_name AS "statusName", t.status_category AS "statusCategory", t.labels,
    t.components, t.time_spent_seconds AS "timeSpentSeconds", t.points,
    t.deleted_at IS NOT NULL AND (t.restored_at IS NULL OR t.restored_at < t.deleted_at) AS deleted,
    t.tool_updated_at AS "toolUpdatedAt", ${PROBLEM} AS "effortProblem"
  FROM ticket t JOIN integration_connection c ON c.id = t.connection_id`;

const BY_IDS = `${TICKET} WHERE t.id = ANY($1)`;
// People write app-7 for APP-7. The one that has the very key now comes before one that had it once.
const HAS_KEY = 't.id IN (SELECT tickets_by_key($1, ARRAY[$2::text, upper($2), lower($2)]))';
const BY_KEY = `
  ${TICKET} WHERE t.connection_id = $1 AND ${HAS_KEY} ORDER BY (t.key = $2) DESC, (lower(t.key) = lower($2)) DESC, t.tool_updated_at DESC NULLS LAST LIMIT 1`;
const OF_CONNECTION = `
  ${TICKET} WHERE t.connection_id = $1 AND ($2::text IS NULL OR ${HAS_KEY})
    AND (NOT $3 OR NOT EXISTS (SELECT 1 FROM ticket_link l WHERE l.ticket_id = t.id AND l.unlinked_at IS NULL))
    AND ($4::text IS NULL OR (t.key, t.id) > ($4, $5::uuid))
  ORDER BY t.key, t.id LIMIT $6`;
const OF_INITIATIVES = `
  SELECT l.initiative_id AS "initiativeId", own.* FROM unnest($1::uuid[]) AS l (initiative_id)
  CROSS JOIN LATERAL (
    ${TICKET} JOIN ticket_link k ON k.ticket_id = t.id AND k.unlinked_at IS NULL
    WHERE k.initiative_id = l.initiative_id AND ($2::text IS NULL OR (t.key, t.id) > ($2, $3::uuid))
    ORDER BY t.key, t.id LIMIT $4
  ) own ORDER BY l.initiative_id, own.key, own.id`;

const LINKS = `
  SELECT l.ticket_id AS "ticketId", l.initiative_id AS "initiativeId", l.share_percent AS "sharePercent", l.rule_name AS "ruleName",
    l.linked_at AS "linkedAt", ARRAY(SELECT c.criterion_key FROM ticket_criterion c WHERE c.ticket_id = l.ticket_id
      AND c.initiative_id = l.initiative_id AND c.unlinked_at IS NULL ORDER BY c.criterion_key) AS "criterionKeys"
  FROM ticket_link l WHERE l.ticket_id = ANY($1) AND l.unlinked_at IS NULL ORDER BY l.linked_at, l.id`;

const LIST = 'tickets';
const PLACE = ['text', 'id'] as const;

@Injectable()
export class Tickets {
  constructor(
    private readonly database: Database,
    private readonly connections: Connections,
  ) {}

  readonly byId = loader<string, Ticket | null>(
    async (ids) => new Map((await this.database.rows<Ticket>(BY_IDS, [ids])).map((ticket) => [ticket.id, ticket])),
    () => null,
  );

  /** What tickets are linked to. */
  readonly linksOf = loader<string, readonly TicketLink[]>(
    async (ids) => groupBy(await this.database.rows<TicketLink>(LINKS, [ids]), ({ ticketId }) => ticketId),
    () => [],
  );

  private readonly pages = listLoader<TicketPaging, Page<Ticket>>(
    (ids, paging) => this.readPages(ids, paging),
    (paging) => pageIn([], paging),
  );

  /** The ticket of a connection that has this key, or had it. */
  byKey(connectionId: string, key: string, tx?: Tx): Promise<Ticket | null> {
    return this.database.row<Ticket>(BY_KEY, [connectionId, key], tx);
  }

  /** A ticket that is known to be there. */
  async get(id: string): Promise<Ticket> {
    const [ticket] = await this.database.rows<Ticket>(BY_IDS, [[id]]);
    if (!ticket) {
      throw new Error(`Ticket ${id} is referred to but not there.`);
    }
    return ticket;
  }

  /** A page of the tickets of an initiative, by key. */
  async ofInitiative(scope: object, initiativeId: string, paging: TicketPaging): Promise<Page<Ticket>> {
    decodeCursor(LIST, paging.after, PLACE);
    return this.pages.load(scope, initiativeId, paging);
  }

  /** A page of the tickets of a connection, by key; null where the viewer may not know of it. */
  async ofConnection(
    viewer: Viewer,
    connectionId: string,
    { key, isUnlinked }: TicketFilter,
    paging: TicketPaging,
  ): Promise<Page<Ticket> | null> {
    const [afterKey = null, afterId = null] = decodeCursor(LIST, paging.after, PLACE) ?? [];
    const connection = await this.connections.seenBy(viewer, connectionId);
    const asked = [connectionId, key, isUnlinked, afterKey, afterId, paging.first + 1];
    return connection && pageIn(await this.database.rows<Ticket>(OF_CONNECTION, asked), paging);
  }

  private async readPages(
    initiativeIds: readonly string[],
    paging: TicketPaging,
  ): Promise<ReadonlyMap<string, Page<Ticket>>> {
    const [key = null, id = null] = decodeCursor(LIST, paging.after, PLACE) ?? [];
    const asked = [initiativeIds, key, id, paging.first + 1];
    const rows = await this.database.rows<Ticket & { initiativeId: string }>(OF_INITIATIVES, asked);
    const byInitiative = groupBy(rows, ({ initiativeId }) => initiativeId);
    return new Map([...byInitiative].map(([initiativeId, own]) => [initiativeId, pageIn(own, paging)]));
  }
}

const pageIn = (rows: readonly Ticket[], paging: TicketPaging): Page<Ticket> =>
  pageOf(rows, paging.first, paging.after, (row) => encodeCursor(LIST, [row.key, row.id]));
