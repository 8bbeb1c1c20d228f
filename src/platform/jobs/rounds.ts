import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../logging.js';

/**
 * Does something again and again, one round at a time: every so often, and at once again while there was something to do. A round
 * that fails is told in the log and made up for by the next. It does nothing of itself until it is started, and keeps no
 * process alive.
 */
export class Rounds {
  private timer: NodeJS.Timeout | null = null;
  private going: Promise<void> | null = null;
  private stopping = new AbortController();

  /**
   * `round` answers how much there was to do; `complaint` is what the log says of one that failed. A round that others are in
   * the way of, as `areOthersAtWork` says at its end, is followed by a rest as long as it took itself: they have half of the time at least.
   */
  constructor(
    private readonly round: () => Promise<number>,
    private readonly everyMs: number,
    private readonly complaint: string,
    private readonly areOthersAtWork = (): boolean => false,
  ) {}

  /** Begins, at first after one pause. */
  start(): void {
    if (this.timer === null) {
      this.stopping = new AbortController();
      this.timer = setInterval(() => {
        void this.hurry();
      }, this.everyMs).unref();
    }
  }

  /** Begins no more rounds, and waits for the one that is under way. */
  async stop(): Promise<void> {
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
      this.stopping.abort();
    }
    await this.going;
  }

  /** Does not wait for the next pause to end, but for a rest; nothing where it was not started. */
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
    while (this.timer && (await this.once()) > 0);
  }

  private async once(): Promise<number> {
    const begun = performance.now();
    const done = await this.round();
    if (this.areOthersAtWork()) {
      await this.rest(performance.now() - begun);
    }
    return done;
  }

  private async rest(ms: number): Promise<void> {
    const { signal } = this.stopping;
    await pause(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }
}
