import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID } from '../../../domain/access/system-user.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { bringForward, type KnownTicket, type TicketNews } from '../../../domain/tickets/bring-forward.js';
import { isDeleted, isDisputed } from '../../../domain/tickets/snapshot-order.js';
import { evidenceOf, type TicketStanding } from '../../../domain/tickets/ticket-evidence.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { ADAPTERS } from '../../../tools/all-tools.js';
import type { Connection } from '../../connections/queries/connections.js';
import { snapshotIn, TicketRepository, type StoredTicket } from '../persistence/ticket.repository.js';
import { NoteTicketEvidence } from './note-ticket-evidence.js';

/** What came of telling something of a ticket. */
export interface Keeping {
  /** Null where nothing is otherwise. */
  readonly kept: KeptTicket | null;
  /** Whether something else was told of the same version. */
  readonly isDisputed: boolean;
}

/** A ticket that is otherwise than before. */
export interface KeptTicket {
  readonly ticket: StoredTicket;
  /** Whether it is new, or what rules look at is otherwise: labels, components, type, project. */
  readonly areTraitsOther: boolean;
}

/** Brings a ticket forward by what is told of it and by the settings as they are now; its name is locked by the caller. Open to no client by itself. */
@Injectable()
export class KeepTicket {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly evidence: NoteTicketEvidence,
  ) {}

  async run(tx: Tx, connection: Connection, externalId: string, news: TicketNews, at: Instant): Promise<Keeping> {
    const stored = await this.tickets.find(tx, connection.id, externalId);
    const before = stored && knownIn(stored);
    const known = before && bySettings(before, connection);
    const after = bringForward(known, news);
    const isInDispute = news.told !== null && known?.told ? isDisputed(news.told, known.told) : false;
    if (before && JSON.stringify(after) === JSON.stringify(before)) {
      return { kept: null, isDisputed: isInDispute };
    }
    const ticket = storedOf(connection, externalId, after, stored, at);
    await this.tickets.save(tx, ticket);
    const was = stored && standingOf(stored);
    const is = standingOf(ticket);
    if (JSON.stringify([was, stored?.statusName]) !== JSON.stringify([is, ticket.statusName])) {
      const { id: ticketId, statusName } = ticket;
      await this.tickets.noteState(tx, { ticketId, statusName, ...is, recordedAt: at });
    }
    const effect = evidenceOf(was, is);
    if (effect) {
      await this.evidence.run(tx, ticket, effect, { at, by: SYSTEM_USER_ID });
    }
    const areTraitsOther = stored === null || traitsText(stored) !== traitsText(ticket);
    return { kept: { ticket, areTraitsOther }, isDisputed: isInDispute };
  }
}

/** What is known, by the settings as they are now: what they say of a status outweighs what was told, whenever that was. */
const bySettings = (known: KnownTicket, { tool, settings }: Connection): KnownTicket => {
  if (known.told === null) {
    return known;
  }
  const { ticket, origin } = known.told;
  const statusCategory = ADAPTERS[tool].categoryOf(ticket, settings);
  return { ...known, told: { ticket: { ...ticket, statusCategory }, origin } };
};

const traitsText = ({ labels, components, type, projectKey }: StoredTicket): string =>
  JSON.stringify([labels, components, type, projectKey]);

export const standingOf = (ticket: StoredTicket): TicketStanding => ({
  statusCategory: ticket.statusCategory,
  isDeleted: isDeleted(ticket),
});

const knownIn = (stored: StoredTicket): KnownTicket => {
  const ticket = snapshotIn(stored);
  const { origin, knownKeys, points, pointsAt, deletedAt, restoredAt } = stored;
  // Keys and points are kept beside the last word on a ticket; of that they are no part.
  return {
    told: ticket && { ticket: { ...ticket, previousKeys: [], points: undefined }, origin },
    keys: ticket ? knownKeys : [],
    points: pointsAt === null ? null : { value: points, at: pointsAt },
    deletedAt,
    restoredAt,
  };
};

const storedOf = (
  { id: connectionId, portfolioId }: Connection,
  externalId: string,
  { told, keys, points, deletedAt, restoredAt }: KnownTicket,
  stored: StoredTicket | null,
  at: Instant,
): StoredTicket => {
  const marks = { deletedAt, restoredAt };
  const ids = { id: stored?.id ?? newId(), portfolioId, connectionId, externalId };
  const seen = { firstSeenAt: stored?.firstSeenAt ?? at, changedAt: at, effortProblem: stored?.effortProblem ?? null };
  if (told === null) {
    return { ...NOTHING_TOLD, ...ids, ...marks, ...seen, key: externalId, knownKeys: [externalId], title: externalId };
  }
  const { ticket, origin } = told;
  return {
    key: ticket.key,
    url: ticket.url,
    projectKey: ticket.projectKey,
    parentExternalId: ticket.parentExternalId,
    title: ticket.title,
    type: ticket.type,
    statusName: ticket.statusName,
    statusCategory: ticket.statusCategory,
    toldCategory: ticket.toldCategory,
    resolution: ticket.resolution,
    labels: ticket.labels,
    components: ticket.components,
    points: points?.value ?? null,
    pointsAt: points?.at ?? null,
    originalEstimateSeconds: ticket.originalEstimateSeconds,
    timeSpentSeconds: ticket.timeSpentSeconds,
    remainingSeconds: ticket.remainingSeconds,
    revision: ticket.revision,
    ...ids,
    ...marks,
    ...seen,
    knownKeys: keys,
    assigneeId: ticket.assignee?.externalId ?? null,
    assigneeName: ticket.assignee?.displayName ?? null,
    toolCreatedAt: ticket.createdAt,
    toolUpdatedAt: ticket.updatedAt,
    toolResolvedAt: ticket.resolvedAt,
    origin,
  };
};

const NOTHING_TOLD = {
  url: null,
  projectKey: null,
  parentExternalId: null,
  type: null,
  statusName: null,
  statusCategory: 'UNKNOWN',
  toldCategory: 'UNKNOWN',
  resolution: null,
  labels: [],
  components: [],
  points: null,
  pointsAt: null,
  originalEstimateSeconds: null,
  timeSpentSeconds: null,
  remainingSeconds: null,
  assigneeId: null,
  assigneeName: null,
  toolCreatedAt: null,
  toolUpdatedAt: null,
  toolResolvedAt: null,
  revision: null,
  origin: 'HOOK',
} as const;
