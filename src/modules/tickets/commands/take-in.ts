import { Injectable } from '@nestjs/common';
import type { CanonicalEvent } from '../../../domain/tickets/ticket.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Connection } from '../../connections/queries/connections.js';

/** By which way something of a ticket was learnt: the tool told it, or was asked. */
export type Origin = 'HOOK' | 'PULL';

/** What came of events that were taken in. */
export interface TakenIn {
  /** APPLIED: something is other than before. DUPLICATE: all of it was known. IGNORED: nothing of it concerns us. */
  readonly verdict: 'APPLIED' | 'DUPLICATE' | 'IGNORED';
  /** In a sentence or a word, why nothing changed; null with APPLIED. */
  readonly reason: string | null;
  /** How many tickets, worklogs and readings are other than before. */
  readonly changed: number;
}

/**
 * The one way of tickets, worklogs and readings into the product, by whichever way they were learnt. In the transaction of
 * the caller it brings snapshots forward by their version, reconciles the effort of their tickets with the ledger, notes
 * what became of linked criteria, and leaves wishes to refetch. The same events again, or in another order, come to the
 * same.
 */
@Injectable()
export class TakeIn {
  readonly run: (
    tx: Tx,
    connection: Connection,
    events: readonly CanonicalEvent[],
    origin: Origin,
  ) => Promise<TakenIn> = () => Promise.reject(new Error('Tickets cannot be taken in yet.'));
}
