import { Injectable } from '@nestjs/common';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Origin } from '../../../domain/tickets/snapshot-order.js';
import type { StatusCategory, TicketSnapshot } from '../../../domain/tickets/ticket.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { TicketEntity } from './ticket.entity.js';
import { TicketStateEntity } from './ticket-state.entity.js';

/** A ticket as it is kept. */
export interface StoredTicket {
  readonly id: string;
  readonly portfolioId: string;
  readonly connectionId: string;
  readonly externalId: string;
  readonly key: string;
  readonly knownKeys: readonly string[];
  readonly url: string | null;
  readonly projectKey: string | null;
  readonly parentExternalId: string | null;
  readonly title: string;
  readonly type: string | null;
  readonly statusName: string | null;
  readonly statusCategory: StatusCategory;
  readonly toldCategory: StatusCategory;
  readonly resolution: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly points: Decimal | null;
  readonly pointsAt: Instant | null;
  readonly originalEstimateSeconds: number | null;
  readonly timeSpentSeconds: number | null;
  readonly remainingSeconds: number | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly toolCreatedAt: Instant | null;
  readonly toolUpdatedAt: Instant | null;
  readonly toolResolvedAt: Instant | null;
  readonly revision: number | null;
  readonly origin: Origin;
  readonly deletedAt: Instant | null;
  readonly restoredAt: Instant | null;
  readonly firstSeenAt: Instant;
  readonly effortProblem: string | null;
  readonly changedAt: Instant;
}

/** What was last told of a stored ticket; null where it is known only that it was deleted or brought back. */
export const snapshotIn = (row: StoredTicket): TicketSnapshot | null => {
  const { toolUpdatedAt, toolCreatedAt, toolResolvedAt, assigneeId, assigneeName, knownKeys, ...ticket } = row;
  return toolUpdatedAt === null
    ? null
    : {
        ...ticket,
        previousKeys: knownKeys.filter((key) => key !== ticket.key),
        assignee: assigneeId === null ? null : { externalId: assigneeId, displayName: assigneeName },
        createdAt: toolCreatedAt,
        updatedAt: toolUpdatedAt,
        resolvedAt: toolResolvedAt,
      };
};

const FIND = `
  SELECT id, portfolio_id AS "portfolioId", connection_id AS "connectionId", external_id AS "externalId", key, known_keys AS "knownKeys",
    url, project_key AS "projectKey", parent_external_id AS "parentExternalId", title, type, status_name AS "statusName",
    status_category AS "statusCategory", coalesce(told_category, status_category) AS "toldCategory", resolution, labels, components, points, points_at AS "pointsAt", original_estimate_seconds AS "originalEstimateSeconds",
    time_spent_seconds AS "timeSpentSeconds", remaining_seconds AS "remainingSeconds", assignee_id AS "assigneeId",
    assignee_name AS "assigneeName", tool_created_at AS "toolCreatedAt", tool_updated_at AS "toolUpdatedAt",
    tool_resolved_at AS "toolResolvedAt", revision, origin, deleted_at AS "deletedAt", restored_at AS "restoredAt",
    first_seen_at AS "firstSeenAt", effort_problem AS "effortProblem", changed_at AS "changedAt"
  FROM ticket WHERE connection_id = $1 AND external_id = $2`;

const LOCK = `
  SELECT pg_advisory_xact_lock(hashtextextended(name, 7)) FROM (SELECT unnest($1::text[]) AS name ORDER BY 1) AS names`;

/** Tickets and the history of their statuses. Whoever writes one has locked its name before. */
@Injectable()
export class TicketRepository {
  /** Nobody else works on what has these names (of tickets, of worklogs) until the transaction ends. */
  async lock(tx: Tx, connectionId: string, names: readonly string[]): Promise<void> {
    await tx.query(LOCK, [[...new Set(names)].map((name) => `${connectionId} ${name}`)]);
  }

  async find(tx: Tx, connectionId: string, externalId: string): Promise<StoredTicket | null> {
    // Not by the entity: of that instants come back as dates, which sort otherwise.
    return (await tx.query<StoredTicket>(FIND, [connectionId, externalId]))[0] ?? null;
  }

  async save(tx: Tx, ticket: StoredTicket): Promise<void> {
    await tx.manager.upsert(
      TicketEntity,
      { ...ticket, knownKeys: [...ticket.knownKeys], labels: [...ticket.labels], components: [...ticket.components] },
      { conflictPaths: ['connectionId', 'externalId'], skipUpdateIfNoValuesChanged: false },
    );
  }

  /** Says why some of the work on a ticket is not in the ledger. */
  async noteEffortProblem(tx: Tx, id: string, problem: string | null): Promise<void> {
    await tx.query('UPDATE ticket SET effort_problem = $2 WHERE id = $1 AND effort_problem IS DISTINCT FROM $2', [
      id,
      problem,
    ]);
  }

  async noteState(
    tx: Tx,
    state: Pick<TicketStateEntity, 'ticketId' | 'statusCategory' | 'statusName' | 'isDeleted' | 'recordedAt'>,
  ): Promise<void> {
    await tx.manager.insert(TicketStateEntity, { id: newId(), ...state });
  }
}
