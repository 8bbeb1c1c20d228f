import { Injectable } from '@nestjs/common';
import { MoveChanges } from '../../modules/changes/commands/move-changes.js';
import { LOOKED_AT_ONCE, LookAtInitiatives } from '../../modules/findings/commands/look-at-initiatives.js';
import { LookAtPortfolios, PORTFOLIOS_AT_ONCE } from '../../modules/findings/commands/look-at-portfolios.js';
import { MarkChanges } from '../../modules/findings/commands/mark-changes.js';
import { Database } from '../../platform/database/database.js';
import { Rounds } from '../../platform/jobs/rounds.js';

/** What was committed is told and looked at this much later at the latest, where there is little else to do. */
const EVERY_MS = 250;
/** A portfolio as a whole is a longer look: where much is written all the while, writers have the time in between. */
const PORTFOLIOS_EVERY_MS = 1_000;

/**
 * Moves on what changed; and beside that, for who is told of a change waits for no look, marks and looks at what is due. Every
 * process on a database may do so, for each initiative is looked at by one of them; it is told to start and to stop, and does
 * nothing of itself until then. A round takes all that was there when it began, so what is written meanwhile is of the next, and
 * there is a pause in between however much is written: rounds that chase writers take the database from them. For the same reason a
 * look is followed by a rest as long as it took, while this process asks or writes for somebody.
 */
@Injectable()
export class InsightWorker {
  private readonly moves = new Rounds(
    async () => {
      await this.moveChanges.run();
      return 0;
    },
    EVERY_MS,
    'what changed could not be moved into the feed; it will be tried again in a moment',
  );
  private readonly looks = new Rounds(
    () => this.look(),
    EVERY_MS,
    'what changed could not be looked at; it will be tried again in a moment',
    () => this.database.connections.busy > 0,
  );
  private portfoliosAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly moveChanges: MoveChanges,
    private readonly markChanges: MarkChanges,
    private readonly lookAtInitiatives: LookAtInitiatives,
    private readonly lookAtPortfolios: LookAtPortfolios,
  ) {}

  /** Begins both, four times a second. */
  start(): void {
    this.moves.start();
    this.looks.start();
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    await Promise.all([this.moves.stop(), this.looks.stop()]);
  }

  private async look(): Promise<number> {
    // What is there now is moved first, so that it is looked at in this round and not in the next.
    await this.moveChanges.run();
    await this.markChanges.runAll();
    const looked = await this.lookAtInitiatives.runSome();
    if (performance.now() - this.portfoliosAt >= PORTFOLIOS_EVERY_MS) {
      this.portfoliosAt = performance.now();
      while ((await this.lookAtPortfolios.runSome()) >= PORTFOLIOS_AT_ONCE);
    }
    return looked >= LOOKED_AT_ONCE ? looked : 0;
  }
}
