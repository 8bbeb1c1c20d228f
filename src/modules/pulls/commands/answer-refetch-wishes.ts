import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/basics/instant.js';
import type { CanonicalEvent } from '../../../domain/tickets/ticket.js';
import { Clock } from '../../../platform/clock.js';
import { NoAnswer } from '../../../platform/http/patient-http.js';
import { ToolRefused, type Looked, type TicketAsked } from '../../../tools/pull-client.js';
import type { Connection } from '../../connections/queries/connections.js';
import type { Wish } from '../persistence/wish.repository.js';
import { KnownTickets } from '../queries/known-tickets.js';
import { ToolCalls, type ToolCall } from './tool-calls.js';
import { WishBook } from './wish-book.js';

const A_TURN = 50;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MOST_ATTEMPTS = 8;
const LONGEST_BACKOFF = 6 * 60 * MINUTE;

const NOT_ASKED: () => Promise<void> = () => Promise.resolve();

/**
 * Asks a tool for what deliveries did not say, up to 50 wishes a turn. What is there is taken in, and the wish is gone with
 * it. What the tool says is gone (404, 410) was deleted; a ticket nobody knows yet is asked for once more a day after it was
 * wished for, and then given up. Of what may not be seen (403) nothing follows: it is asked for again the next day. What else
 * fails is tried again after 1 minute to 6 hours, eight times in all.
 */
@Injectable()
export class AnswerRefetchWishes {
  constructor(
    private readonly calls: ToolCalls,
    private readonly book: WishBook,
    private readonly known: KnownTickets,
    private readonly clock: Clock,
  ) {}

  /** How many wishes were fulfilled. It does nothing where the tool cannot be asked. */
  async run(connection: Connection, signal: AbortSignal = new AbortController().signal): Promise<number> {
    const wishes = await this.book.due(connection.id, A_TURN);
    if (wishes.length === 0 || (await this.calls.refusals(connection)).length > 0) {
      return 0;
    }
    const tool = await this.calls.to(connection, signal, NOT_ASKED);
    let fulfilled = 0;
    for (const wish of wishes) {
      try {
        fulfilled += (await this.answer(connection, tool, wish)) ? 1 : 0;
      } catch (error) {
        if (!(error instanceof NoAnswer || error instanceof ToolRefused)) {
          throw error;
        }
        await this.failed(wish, error);
        if (error instanceof NoAnswer) {
          // Who does not answer now will not answer the next question either.
          break;
        }
      }
    }
    return fulfilled;
  }

  private async answer(connection: Connection, { client, call }: ToolCall, wish: Wish): Promise<boolean> {
    const ticket = await this.asked(connection.id, wish);
    const looked =
      wish.worklogExternalId === null
        ? await client.ticket(call, ticket)
        : await client.worklog(call, ticket, wish.worklogExternalId);
    switch (looked.found) {
      case 'THERE':
        return this.book.fulfil(connection, wish, looked.events);
      case 'GONE':
        return this.gone(connection, wish, looked);
      case 'NO_ACCESS':
        await this.book.postpone(wish, this.in(DAY), 'No access: the credential may not see it.', wish.attempts + 1);
        return false;
      case 'UNASKABLE':
        await this.book.postpone(wish, null, looked.why, wish.attempts + 1);
        return false;
    }
  }

  private async gone(
    connection: Connection,
    wish: Wish,
    { what }: Extract<Looked, { found: 'GONE' }>,
  ): Promise<boolean> {
    const at = this.clock.now();
    if (what === 'WORKLOG' && wish.worklogExternalId !== null) {
      const ticketExternalId = wish.byKey ? null : wish.ticket;
      return this.book.fulfil(connection, wish, [
        { type: 'worklog.deleted', externalId: wish.worklogExternalId, ticketExternalId, at },
      ]);
    }
    const known = await this.known.one(connection.id, wish.byKey ? null : wish.ticket, wish.byKey ? wish.ticket : null);
    if (known !== null) {
      const deleted: CanonicalEvent = { type: 'ticket.deleted', externalId: known.externalId, at, ticket: null };
      return this.book.fulfil(connection, wish, [deleted]);
    }
    const again = instantOf(millisecondsOf(wish.wishedAt) + DAY);
    await this.book.postpone(
      wish,
      again > at ? again : null,
      again > at ? `It is not there; it is asked for once more at ${again}.` : 'It is not there, and was given up.',
      wish.attempts + 1,
    );
    return false;
  }

  /** What is known to ask by: some tools find a ticket only by its key. */
  private async asked(connectionId: string, { ticket, byKey }: Wish): Promise<TicketAsked> {
    const known = await this.known.one(connectionId, byKey ? null : ticket, byKey ? ticket : null);
    return known ?? { externalId: byKey ? null : ticket, key: byKey ? ticket : null };
  }

  private async failed(wish: Wish, error: NoAnswer | ToolRefused): Promise<void> {
    if (error instanceof NoAnswer && error.notBefore !== null) {
      await this.book.postpone(wish, error.notBefore, error.message, wish.attempts);
      return;
    }
    const attempts = wish.attempts + 1;
    const wait = Math.min(LONGEST_BACKOFF, MINUTE * 4 ** (attempts - 1));
    await this.book.postpone(wish, attempts >= MOST_ATTEMPTS ? null : this.in(wait), error.message, attempts);
  }

  private in(milliseconds: number): Instant {
    return instantOf(millisecondsOf(this.clock.now()) + milliseconds);
  }
}
