import { Injectable } from '@nestjs/common';
import { MoveChanges } from '../../modules/changes/commands/move-changes.js';
import { LookAtInitiatives } from '../../modules/findings/commands/look-at-initiatives.js';
import { LookAtPortfolios } from '../../modules/findings/commands/look-at-portfolios.js';
import { Rounds } from '../../platform/jobs/rounds.js';

/** What was committed is told and looked at this much later at the latest. */
const EVERY_MS = 250;

/**
 * Moves on what changed and looks at what is due. Every process on a database may do so, for each initiative is looked at by one
 * of them; it is told to start and to stop, and does nothing of itself until then.
 */
@Injectable()
export class InsightWorker {
  private readonly rounds = new Rounds(
    () => this.turn(),
    EVERY_MS,
    'what changed could not be looked at; it will be tried again in a moment',
  );

  constructor(
    private readonly moveChanges: MoveChanges,
    private readonly lookAtInitiatives: LookAtInitiatives,
    private readonly lookAtPortfolios: LookAtPortfolios,
  ) {}

  /** Begins to look, four times a second. */
  start(): void {
    this.rounds.start();
  }

  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void> {
    return this.rounds.stop();
  }

  private async turn(): Promise<number> {
    const moved = await this.moveChanges.run();
    const looked = await this.lookAtInitiatives.runSome();
    return moved + looked + (await this.lookAtPortfolios.runSome());
  }
}
