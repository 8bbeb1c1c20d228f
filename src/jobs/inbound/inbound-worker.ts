import { Injectable } from '@nestjs/common';
import { ApplyDelivery } from '../../modules/deliveries/commands/apply-delivery.js';
import { DeliverySignal } from '../../modules/deliveries/commands/delivery-signal.js';
import { ResumeDeliveries } from '../../modules/deliveries/commands/resume-deliveries.js';
import { log } from '../../platform/logging.js';

/** What came in by another process, was resumed or is to be tried again is found at most this long after. */
const EVERY_MS = 500;
/** Few enough to leave most connections of the pool to others, even if all of these wait for each other. */
const LANES = 3;

/**
 * Applies deliveries as they come, several at a time. It runs in every process: each delivery is applied by one of them. It is
 * told to start and to stop, and does nothing of itself until then.
 */
@Injectable()
export class InboundWorker {
  private timer: NodeJS.Timeout | null = null;
  private unlisten: (() => void) | null = null;
  private readonly lanes = new Set<Promise<void>>();
  private calls = 0;
  private isFailing = false;

  constructor(
    private readonly applyDelivery: ApplyDelivery,
    private readonly resumeDeliveries: ResumeDeliveries,
    private readonly signal: DeliverySignal,
  ) {}

  /** Begins to apply what is due, at once when something comes in by this process, and else every half second. */
  start(): void {
    this.unlisten ??= this.signal.listen(() => {
      this.call();
    });
    this.timer ??= setInterval(() => {
      this.call();
    }, EVERY_MS).unref();
    this.call();
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.unlisten?.();
    this.unlisten = null;
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    await Promise.all(this.lanes);
  }

  /** Applies all that is due, whether or not it was started. */
  async drain(): Promise<void> {
    await this.resumeDeliveries.run();
    while (await this.applyDelivery.next()) {
      // Until none is left.
    }
  }

  /** Somebody may be due: if there is a lane to spare, it looks. */
  private call(): void {
    this.calls += 1;
    if (this.lanes.size < LANES && this.timer) {
      const lane = this.run()
        .then(() => {
          this.isFailing = false;
        })
        .catch((error: unknown) => {
          this.complain(error);
        })
        .finally(() => {
          this.lanes.delete(lane);
        });
      this.lanes.add(lane);
    }
  }

  private async run(): Promise<void> {
    let heard: number;
    do {
      heard = this.calls;
      await this.resumeDeliveries.run();
      while (this.timer && (await this.applyDelivery.next())) {
        // Where one was due there may be more.
        this.call();
      }
      // A call that came after the last look found no lane to spare, perhaps.
    } while (this.timer && heard !== this.calls);
  }

  /** Once, until it goes well again: a database that is away would fill the log. */
  private complain(error: unknown): void {
    if (!this.isFailing) {
      this.isFailing = true;
      const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
      log.warn({ message, stack }, 'deliveries cannot be applied just now; it is tried again in a moment');
    }
  }
}
