import { Injectable } from '@nestjs/common';
import { ExtendLedger } from '../../modules/effort/commands/extend-ledger.js';
import { FoldEffort } from '../../modules/effort/commands/fold-effort.js';
import { log } from '../../platform/logging.js';
import { DropOld } from './drop-old.js';

/** What was recorded is folded at most this long after. */
const EVERY_MS = 2_000;
/** Partitions are made a year ahead, and what is kept for a time is kept for an hour at least, so there is time. */
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
    private readonly dropOld: DropOld,
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
      await this.dropOld.run();
    }
  }
}
