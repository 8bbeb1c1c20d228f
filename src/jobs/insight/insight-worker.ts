import { Injectable } from '@nestjs/common';
import { MoveChanges } from '../../modules/changes/commands/move-changes.js';
import { LookAtInitiatives } from '../../modules/findings/commands/look-at-initiatives.js';
import { LookAtPortfolios } from '../../modules/findings/commands/look-at-portfolios.js';
import { log } from '../../platform/logging.js';

/** What was committed is told and looked at this much later at the latest. */
const EVERY_MS = 250;

/**
 * Moves on what changed and looks at what is due. Every process on a database may do so, for each initiative is looked at by one
 * of them; it is told to start and to stop, and does nothing of itself until then.
 */
@Injectable()
export class InsightWorker {
  private timer: NodeJS.Timeout | null = null;
  private turning: Promise<void> | null = null;

  constructor(
    private readonly moveChanges: MoveChanges,
    private readonly lookAtInitiatives: LookAtInitiatives,
    private readonly lookAtPortfolios: LookAtPortfolios,
  ) {}

  /** Begins to look, four times a second. */
  start(): void {
    this.timer ??= setInterval(() => {
      void this.turnAlone();
    }, EVERY_MS).unref();
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    await this.turning;
  }

  /** Does all there is to do, and waits for it. */
  async drain(): Promise<void> {
    while ((await this.turn()) > 0);
  }

  private async turn(): Promise<number> {
    const moved = await this.moveChanges.run();
    const looked = await this.lookAtInitiatives.runSome();
    return moved + looked + (await this.lookAtPortfolios.runSome());
  }

  private async turnUntilIdle(): Promise<void> {
    while (this.timer && (await this.turn()) > 0);
  }

  /** One turn at a time; one that fails is made up for by the next. */
  private turnAlone(): Promise<void> {
    this.turning ??= this.turnUntilIdle()
      .catch((error: unknown) => {
        log.warn({ err: error }, 'what changed could not be looked at; it will be tried again in a moment');
      })
      .finally(() => {
        this.turning = null;
      });
    return this.turning;
  }
}
