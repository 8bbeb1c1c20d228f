import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { log } from '../../../platform/logging.js';
import type { RawDelivery } from '../../../tools/tool-adapter.js';
import type { Connection } from '../../connections/queries/connections.js';
import { AuthenticateDelivery } from '../commands/authenticate-delivery.js';
import { DeliveryCounts, type DeliveryOutcome } from '../commands/delivery-counts.js';
import { ReceiveDelivery } from '../commands/receive-delivery.js';
import { Hooks } from '../queries/hooks.js';
import { Admission, type Place } from './admission.js';
import {
  GONE,
  overloaded,
  received,
  TOO_LARGE,
  TOO_SLOW,
  UNAUTHENTIC,
  UNAVAILABLE,
  UNKNOWN,
  type HookAnswer,
} from './hook-answer.js';
import { readBody, type Body } from './read-body.js';

/** Linear gives up after five seconds. */
const PATIENCE_MS = 4_000;

class TooLate extends Error {}

/** Takes deliveries in and says what each is answered with; null where nobody is left to be answered. */
@Injectable()
export class HookDesk {
  private readonly admission = new Admission();

  constructor(
    private readonly hooks: Hooks,
    private readonly authenticate: AuthenticateDelivery,
    private readonly receive: ReceiveDelivery,
    private readonly counts: DeliveryCounts,
  ) {}

  async answer(slug: string, connectionId: string, request: IncomingMessage): Promise<HookAnswer | null> {
    const place = this.admission.enter();
    if (!place) {
      return overloaded(slug);
    }
    try {
      return await this.answerIn(place, { slug, connectionId, request });
    } catch (error) {
      // Not the error itself: that of a query holds what was sent.
      const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
      log.error({ message, stack }, 'a delivery could not be taken in');
      return UNAVAILABLE;
    } finally {
      place.leave();
    }
  }

  private async answerIn(
    place: Place,
    { slug, connectionId, request }: { slug: string; connectionId: string; request: IncomingMessage },
  ): Promise<HookAnswer | null> {
    const hook = await inTime(this.hooks.find(slug, connectionId));
    if (hook.state === 'UNKNOWN') {
      this.counts.noteUnknown();
      return UNKNOWN;
    }
    const { connection } = hook;
    if (hook.state === 'GONE') {
      return this.noted(connection, 'gone', GONE);
    }
    const body = await readBody(request, place);
    return body.state === 'WHOLE'
      ? this.take(connection, { headers: headersOf(request), body: body.bytes })
      : this.refuse(connection, body, slug);
  }

  private async take(connection: Connection, delivery: RawDelivery): Promise<HookAnswer> {
    try {
      if (!(await inTime(this.authenticate.run(connection, delivery)))) {
        return this.noted(connection, 'unauthentic', UNAUTHENTIC);
      }
      const receipt = await inTime(this.receive.run(connection, delivery));
      return this.noted(connection, receipt, received(receipt));
    } catch (error) {
      this.counts.note(connection.tool, 'unavailable');
      throw error;
    }
  }

  private refuse(connection: Connection, body: Exclude<Body, { state: 'WHOLE' }>, slug: string): HookAnswer | null {
    switch (body.state) {
      case 'TOO_LARGE':
        return this.noted(connection, 'too_large', TOO_LARGE);
      case 'OVERLOADED':
        return this.noted(connection, 'overloaded', overloaded(slug));
      case 'TOO_SLOW':
        return TOO_SLOW;
      case 'BROKEN':
        return null;
    }
  }

  private noted(connection: Connection, outcome: DeliveryOutcome, answer: HookAnswer): HookAnswer {
    this.counts.note(connection.tool, outcome);
    return answer;
  }
}

/** Of a header that came several times the values are joined. */
const headersOf = ({ headersDistinct }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]));

/** What does not come in time is answered as though it failed; if it is stored nevertheless, the tool's next try is a duplicate. */
const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TooLate('The database did not answer in time.'));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // When the race is lost, its failure has no other listener.
    work.catch(() => undefined);
  }
};
