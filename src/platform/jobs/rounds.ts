import { log } from '../logging.js';

/**
 * Does something again and again, one round at a time: every so often, and at once again while there was something to do. A round
 * that fails is told in the log and made up for by the next. It does nothing of itself until it is started, and keeps no
 * process alive.
 */
export class Rounds {
  private timer: NodeJS.Timeout | null = null;
  private going: Promise<void> | null = null;

  /** `round` answers how much there was to do; `complaint` is what the log says of one that failed. */
  constructor(
    private readonly round: () => Promise<number>,
    private readonly everyMs: number,
    private readonly complaint: string,
  ) {}

  /** Begins, at first after one pause. */
  start(): void {
    this.timer ??= setInterval(() => {
      void this.hurry();
    }, this.everyMs).unref();
  }

  /** Begins no more rounds, and waits for the one that is under way. */
  async stop(): Promise<void> {
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    await this.going;
  }

  /** Does not wait for the next pause to end; nothing where it was not started. */
  hurry(): Promise<void> {
    this.going ??= this.untilIdle()
      .catch((error: unknown) => {
        log.warn({ err: error }, this.complaint);
      })
      .finally(() => {
        this.going = null;
      });
    return this.going;
  }

  private async untilIdle(): Promise<void> {
    while (this.timer && (await this.round()) > 0);
  }
}
