import { Injectable } from '@nestjs/common';
import { DropOldChanges } from '../../modules/changes/commands/drop-old-changes.js';
import { DropBodies } from '../../modules/deliveries/commands/drop-bodies.js';
import { ExtendLedger } from '../../modules/effort/commands/extend-ledger.js';
import { FoldEffort } from '../../modules/effort/commands/fold-effort.js';
import { DropOldSessions } from '../../modules/sessions/commands/drop-old-sessions.js';
import { log } from '../../platform/logging.js';

/** What was recorded is folded at most this long after. */
const EVERY_MS = 2_000;
/** Partitions are made a year ahead, content is kept for a month, sessions for a day and what changed for an hour, so there is time. */
const SLOWLY_EVERY_MS = 60_000;

/** Keeps the tables in shape that answers come from quickly: no answer depends on whether it runs. */
@Injectable()
export class Upkeep {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private slowlyAt = -Infinity;

  constructor(
    private readonly extendLedger: ExtendLedger,
    private readonly foldEffort: FoldEffort,
    private readonly dropBodies: DropBodies,
    private readonly dropOldChanges: DropOldChanges,
    private readonly dropOldSessions: DropOldSessions,
  ) {}

  /** Begins to do what is due, every two seconds. */
  start(): void {
    this.timer ??= setInterval(() => {
      this.running ??= this.run()
        .catch((error: unknown) => {
          log.warn({ err: error }, 'upkeep failed; it will be tried again in a moment');
        })
        .finally(() => {
          this.running = null;
        });
    }, EVERY_MS).unref();
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    await this.running;
  }

  /** Does once what is due. */
  async run(): Promise<void> {
    await this.foldEffort.run();
    if (performance.now() - this.slowlyAt >= SLOWLY_EVERY_MS) {
      this.slowlyAt = performance.now();
      await this.extendLedger.run();
      await this.dropBodies.run();
      await this.dropOldChanges.run();
      await this.dropOldSessions.run();
    }
  }
}
