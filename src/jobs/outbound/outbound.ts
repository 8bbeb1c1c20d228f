import { Injectable } from '@nestjs/common';
import { ClaimMessages, type ClaimedMessage } from '../../modules/webhooks/commands/claim-messages.js';
import { DeliverMessage } from '../../modules/webhooks/commands/deliver-message.js';
import { MakeMessagesReady } from '../../modules/webhooks/commands/make-messages-ready.js';
import { TidyMessages } from '../../modules/webhooks/commands/tidy-messages.js';
import { Rounds } from '../../platform/jobs/rounds.js';
import { log } from '../../platform/logging.js';

/** What was committed leaves at most this long after. */
const EVERY_MS = 1_000;
const TIDY_EVERY_MS = 3_600_000;
/** Messages this process sends at the same time. */
const AT_ONCE = 20;

/**
 * Tells endpoints of what happened. Every process on a database may do so, for each message is held by one of them; it is told to
 * start and to stop, and does nothing of itself until then.
 */
@Injectable()
export class Outbound {
  private readonly rounds = new Rounds(
    () => this.turn(),
    EVERY_MS,
    'messages to others could not be sent; it will be tried again in a moment',
  );
  private readonly underWay = new Set<Promise<void>>();
  private tidiedAt = -Infinity;

  constructor(
    private readonly makeReady: MakeMessagesReady,
    private readonly claim: ClaimMessages,
    private readonly deliver: DeliverMessage,
    private readonly tidy: TidyMessages,
  ) {}

  /** Begins to send what is due, every second. */
  start(): void {
    this.rounds.start();
  }

  /** Begins nothing more, and waits for what is under way, at most as long as an endpoint has to answer. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    await Promise.all(this.underWay);
  }

  /** Sends all that is due, and what becomes due by that, and waits for it. */
  async drain(): Promise<void> {
    while ((await this.turn()) > 0 || this.underWay.size > 0) {
      if (this.underWay.size > 0) {
        await Promise.race(this.underWay);
      }
    }
  }

  /** Makes messages of what happened, and begins to send those that are due; how much there was to do. */
  private async turn(): Promise<number> {
    const ready = await this.makeReady.run();
    const claimed = await this.claim.run(AT_ONCE - this.underWay.size);
    claimed.forEach((message) => {
      this.send(message);
    });
    if (performance.now() - this.tidiedAt >= TIDY_EVERY_MS) {
      this.tidiedAt = performance.now();
      await this.tidy.run();
    }
    return ready + claimed.length;
  }

  private send(message: ClaimedMessage): void {
    const sending = this.deliver
      .run(message)
      .catch((error: unknown) => {
        log.error({ err: error, message: message.id }, 'what came of a message could not be written; it is sent again');
      })
      .finally(() => {
        this.underWay.delete(sending);
        // The next one of the same initiative need not wait for the next second.
        void this.rounds.hurry();
      });
    this.underWay.add(sending);
  }
}
