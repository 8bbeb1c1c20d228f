import { Injectable } from '@nestjs/common';
import { PullDueSignal } from '../../modules/signals/commands/pull-due-signal.js';
import { log } from '../../platform/logging.js';

const EVERY_MS = 15_000;
/** So many are asked at once, so that a server that is away holds up no other. */
const LANES = 4;

/**
 * Has the signals asked for whose turn it is. Every process on a database may do so, for a source is leased to one at a time;
 * it is told to start and to stop.
 */
@Injectable()
export class SignalTurns {
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> | null = null;
  private isEnding = false;

  constructor(private readonly pull: PullDueSignal) {}

  /** Begins to look, every quarter of a minute, whose turn it is. */
  start(): void {
    this.isEnding = false;
    this.timer ??= setInterval(() => {
      this.run().catch((error: unknown) => {
        log.warn({ err: error }, 'signals could not be asked for; they will be in a moment');
      });
    }, EVERY_MS).unref();
  }

  /** Begins nothing more, and waits for the questions that are under way. */
  async stop(): Promise<void> {
    this.isEnding = true;
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    await Promise.allSettled([this.turn]);
  }

  /** Asks for all that is due; a turn that still lasts is waited for. */
  run(): Promise<void> {
    this.turn ??= Promise.allSettled(Array.from({ length: LANES }, () => this.lane()))
      .then((lanes) => {
        const failed = lanes.find((lane) => lane.status === 'rejected');
        if (failed) {
          throw failed.reason;
        }
      })
      .finally(() => {
        this.turn = null;
      });
    return this.turn;
  }

  private async lane(): Promise<void> {
    while (!this.isEnding && (await this.pull.run())) {
      // The next one.
    }
  }
}
